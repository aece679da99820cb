package import Localization
import Storage
import WorkCalendar

/// 文号种类 · Number kind: one series a year and county, with its kind word and template.
package struct NumberKind: Sendable, Hashable {
  package let key: String
  package let name: Text
  /// 文种字 · The kind word: 申, 决, 指 …
  package let word: String

  package init(_ key: String, _ name: Text, word: String) {
    self.key = key
    self.name = name
    self.word = word
  }

  /// The default template; an office may set its own. Fields: {place} {kind} {yyyy} {n}. (design, after GB/T 9704)
  package static let defaultTemplate = "{place}援{kind}字〔{yyyy}〕第{n}号"
  /// Without the year or the serial two numbers would be the same text, without the word two series.
  private static let needed = ["{kind}", "{yyyy}", "{n}"]

  /// Refuses a template that could give the same text twice, or that names a field there is not.
  package static func isValid(_ template: String) -> Bool {
    let rest = (needed + ["{place}"]).reduce(template) { $0.replacing($1, with: "") }
    return needed.allSatisfy(template.contains) && !rest.contains(where: { "{}".contains($0) })
  }

  package static func render(_ template: String, place: String, word: String, year: Int, serial: Int) -> String {
    template.replacing("{place}", with: place).replacing("{kind}", with: word)
      .replacing("{yyyy}", with: String(year)).replacing("{n}", with: String(serial))
  }
}

extension ActionContext {
  /// Takes the next number of a series. Writers of one county are serial, so no two get the same; a number an import
  /// has taken is skipped with that reason in the register; nothing is ever reused; the year restarts at 1.
  package func takeNumber(_ kind: NumberKind, for subject: Subject) throws -> String {
    let year = today.year
    guard let office = try tx.row("SELECT short_name FROM county WHERE id = \(county)") else {
      throw Refusal.notFound
    }
    let place: String = try office.get("short_name")
    let template = try tx.value(
      "SELECT template FROM number_template WHERE county = \(county) AND kind = \(kind.key)", as: String.self)
    var serial =
      try tx.value(
        """
        SELECT next_serial FROM number_series
        WHERE county = \(county) AND kind = \(kind.key) AND year = \(year)
        """, as: Int.self) ?? 1
    while true {
      let text = NumberKind.render(
        template ?? NumberKind.defaultTemplate, place: place, word: kind.word, year: year, serial: serial)
      if try !isTaken(text) {
        try register(text, kind, year, serial, state: "issued", reason: nil, subject)
        try keep(kind, year, next: serial + 1)
        return text
      }
      try explainGap(text, kind, year, serial)
      serial += 1
    }
  }

  /// Marks a number as taken by an imported record; the series will step over it.
  package func reserveImportedNumber(_ text: String, for subject: Subject) throws {
    guard try !isTaken(text) else { return }
    try tx.run(
      """
      INSERT INTO number_register (county, text, kind, year, serial, state, reason, subject_kind, subject_id,
        event_number)
      VALUES (\(county), \(text), 'imported', 0, 0, 'imported', '导入的历史案件已使用', \(subject.kind), \(subject.id),
        \(eventNumber))
      """)
  }

  /// 留号 · Cancels a number: it stays in the register with its reason and is never used again. Refuses a number that was
  /// never given out, and one that is cancelled already.
  package func cancelNumber(_ text: String, reason: String) throws {
    let cancelled = try tx.run(
      """
      UPDATE number_register SET state = 'cancelled', reason = \(reason), event_number = \(eventNumber)
      WHERE county = \(county) AND text = \(text) AND state = 'issued'
      """)
    if cancelled == 0 { throw Refusal.numberNotIssued }
  }

  /// 编号规则 · Gives a series the office's own template, from the next number on. Refuses one that could repeat itself.
  package func setTemplate(_ template: String, of kind: NumberKind) throws {
    guard NumberKind.isValid(template) else { throw Refusal.numberTemplate }
    try tx.run(
      """
      INSERT INTO number_template (county, kind, template, last_event)
      VALUES (\(county), \(kind.key), \(template), \(eventNumber))
      ON CONFLICT (county, kind) DO UPDATE SET template = \(template), last_event = \(eventNumber)
      """)
  }

  private func isTaken(_ text: String) throws -> Bool {
    try tx.row("SELECT 1 AS taken FROM number_register WHERE county = \(county) AND text = \(text)") != nil
  }

  /// A number an import has taken shows in this series with its reason.
  private func explainGap(_ text: String, _ kind: NumberKind, _ year: Int, _ serial: Int) throws {
    try tx.run(
      """
      UPDATE number_register SET kind = \(kind.key), year = \(year), serial = \(serial)
      WHERE county = \(county) AND text = \(text) AND state = 'imported'
      """)
  }

  private func register(
    _ text: String, _ kind: NumberKind, _ year: Int, _ serial: Int, state: String, reason: String?,
    _ subject: Subject
  ) throws {
    try tx.run(
      """
      INSERT INTO number_register (county, text, kind, year, serial, state, reason, subject_kind, subject_id,
        event_number)
      VALUES (\(county), \(text), \(kind.key), \(year), \(serial), \(state), \(reason), \(subject.kind),
        \(subject.id), \(eventNumber))
      """)
  }

  private func keep(_ kind: NumberKind, _ year: Int, next: Int) throws {
    try tx.run(
      """
      INSERT INTO number_series (county, kind, year, next_serial) VALUES (\(county), \(kind.key), \(year), \(next))
      ON CONFLICT (county, kind, year) DO UPDATE SET next_serial = \(next)
      """)
  }
}

extension Refusal {
  package static let numberNotIssued = Refusal(
    "number.notIssued",
    Text(
      "没有发出过这个文号，或者它已经作废。请从登记簿里选择。",
      "This number was never given out, or is cancelled already: choose one from the register."),
    field: "number")

  package static let numberTemplate = Refusal(
    "number.template",
    Text(
      "编号规则必须含有 {kind}、{yyyy} 和 {n}，可以含有 {place}，不能有别的花括号。",
      "A template has {kind}, {yyyy} and {n}, may have {place}, and no other braces."), field: "template")
}
