import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 关键日期页 · The form of key dates, their place on the case's page, and what of them waits.
enum KeyDatePages {
  static let title = Text("登记关键日期", "Write down a key date")
  private static let done = Field(
    "done", Text("办理情况", "Done"), .checkboxes([Choice("yes", Text("已经办理，不再提醒", "Done: no further reminder"))]),
    hint: Text("勾选后不需要填写日期", "With this no day is needed"), required: false)
  private static let day = Field("day", Text("日期", "Day"), .date, required: false)

  private static func date(_ found: AidCase) -> Field {
    Field(
      "date", Text("关键日期", "Key date"),
      .select(
        offered(found).map {
          Choice($0.rawValue, Text("\($0.name.zh)（\($0.limit.name.zh)）", "\($0.name.en) (\($0.limit.name.en))"))
        }))
  }

  static func offered(_ found: AidCase) -> [KeyDate] {
    KeyDate.allCases.filter { $0.isOffered(found.form, found.track, found.stage) }
  }

  /// Whether it may be written down now.
  static func isOpen(_ found: AidCase, _ principal: Principal) -> Bool {
    principal.holds(.handleCases) && found.undertaker != nil && ![.archived, .terminated].contains(found.state)
      && !offered(found).isEmpty
  }

  static let page = StepPage<Void>(
    path: .keyDates, permission: .handleCases, title: title,
    effect: Text(
      "从这一天起，法律给当事人或者有关机关的期限开始计算，到期前在待办中提醒。",
      "From this day the time that the law gives the parties or the organ runs, and the work list reminds of its end."
    ),
    load: { _, _, _ in }, content: { found, _, form in fields(found, form) }, send: send,
    isOpen: { found, _, principal in isOpen(found, principal) })

  private static func fields(_ found: AidCase, _ form: FormView) -> HTML {
    .fragment {
      form(date(found))
      form(day)
      form.many(done)
      form.submit(title)
    }
  }

  @Sendable private static func send(_ id: CaseID, _ request: WebRequest) async throws {
    let (date, day) = try request.read { read(&$0, today: request.today) }
    if let day {
      try await request.run(SetKeyDate(aidCase: id, date, on: day))
    } else {
      try await request.run(FinishKeyDate(aidCase: id, date))
    }
  }

  /// The day, or none where it is done.
  private static func read(_ form: inout FieldReader, today: Day) -> (KeyDate, Day?) {
    let date: KeyDate = form.requiredChoice("date", Text("关键日期", "Key date"))
    if form.flag("done") { return (date, nil) }
    let typed = form.day("day", day.label, notAfter: today)
    if typed == nil, form.refusals.isEmpty {
      form.refuse(
        "field-missing", at: "day", Text("请填写日期，或者勾选已经办理。", "Give the day, or tick that it is done."))
    }
    return (date, typed ?? today)
  }

  static let panel = PanelSource(key: "cases.keyDates", on: "case", permission: .viewCases) {
    reader, principal, subject in
    let found = try CaseTable.one(CaseID(subject.id), for: principal, reader)
    let running = try Deadline.open(subject, reader)
    var lines = running.compactMap { clock -> Panel.Line? in
      guard let date = KeyDate(rawValue: clock.key), let due = clock.dueOn else { return nil }
      return Panel.Line(
        date.limit.name,
        Text(
          "最迟\(Format.day(due, .zh))（\(date.name.zh)：\(Format.day(clock.startedOn, .zh))）",
          "by \(Format.day(due, .en)) (\(date.name.en): \(Format.day(clock.startedOn, .en)))"))
    }
    if isOpen(found, principal) {
      lines.append(Panel.Line(Text("可以办理", "Next"), title, path: CasePaths.keyDates.path(found.id)))
    }
    return lines.isEmpty ? nil : Panel(Text("关键日期", "Key dates"), lines)
  }

  /// Those that end within thirty days.
  static let work = WorkItemSource(key: "cases.keyDates", permission: .handleCases) { reader, principal, today in
    guard let undertaker = principal.undertaker else { return [] }
    return try reader.rows(
      """
      SELECT aid_case.id, aid_case.number, aid_case.recipient_name, aid_case.cause, recipient.protection, d.rule_key,
        d.due_on
      FROM deadline d JOIN aid_case ON aid_case.id = d.subject_id JOIN person recipient ON recipient.id = aid_case.recipient
      WHERE d.subject_kind = 'case' AND d.done_on IS NULL AND d.rule_key IN \(list: KeyDate.allCases.map(\.rawValue))
        AND d.due_on <= \(today.adding(days: 30)) AND \(principal.sight("aid_case"))
        AND \(CaseTable.undertaken(by: undertaker)) ORDER BY d.due_on, d.id LIMIT \(WorkItemSource.most)
      """
    ).compactMap { row in
      let key: String = try row.get("rule_key")
      guard let date = KeyDate(rawValue: key) else { return nil }
      let name = try Protection(row).name(row.get("recipient_name"), to: principal)
      return WorkItem(
        title: date.limit.name, about: "\(Format.mask(name: name)) · \(try row.get("cause", as: String.self))",
        detail: date.name, number: try row.get("number"), dueOn: try row.get("due_on"), limitKey: key,
        path: CasePaths.keyDates.path(try row.get("id")))
    }
  }
}
