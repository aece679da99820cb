import Intake
import Kernel
import Storage
import WorkCalendar

/// 编号 · Made numbers: the series of each year, in the register as if they had been given out one by one.
struct MadeNumbers {
  private struct Series: Hashable {
    let kind: NumberKind
    let year: Int
  }

  private let context: ActionContext
  private let shortName: String
  private var next: [Series: Int] = [:]
  private var register = BulkInsert(
    "number_register (county, text, kind, year, serial, state, subject_kind, subject_id, event_number)")

  init(_ context: ActionContext, shortName: String) throws {
    self.context = context
    self.shortName = shortName
  }

  mutating func take(_ kind: NumberKind, on day: Day, for subject: Subject) throws -> String {
    let series = Series(kind: kind, year: day.year)
    let serial = try next[series] ?? known(series)
    next[series] = serial + 1
    let text = NumberKind.render(
      NumberKind.defaultTemplate, place: shortName, word: kind.word, year: day.year, serial: serial)
    register.add(
      """
      (\(context.county), \(text), \(kind.key), \(day.year), \(serial), 'issued', \(subject.kind), \(subject.id),
        \(context.eventNumber))
      """)
    return text
  }

  func write() throws -> Int {
    for (series, serial) in next.sorted(by: { ($0.key.kind.key, $0.key.year) < ($1.key.kind.key, $1.key.year) }) {
      try context.tx.run(
        """
        INSERT INTO number_series (county, kind, year, next_serial)
        VALUES (\(context.county), \(series.kind.key), \(series.year), \(serial))
        ON CONFLICT (county, kind, year) DO UPDATE SET next_serial = excluded.next_serial
        """)
    }
    return try register.write(context.tx)
  }

  private func known(_ series: Series) throws -> Int {
    try context.tx.value(
      """
      SELECT next_serial FROM number_series
      WHERE county = \(context.county) AND kind = \(series.kind.key) AND year = \(series.year)
      """) ?? 1
  }
}
