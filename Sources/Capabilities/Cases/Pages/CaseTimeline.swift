import Intake
import Kernel
import Localization
import Markup
import Papers
import Storage
import Web
import WorkCalendar

/// 流程 · Timeline: everything recorded of a case and of the application it came from, the newest first.
struct CaseTimeline: Sendable {
  let events: [Event]
  /// What each kind of event is called, whichever capability records it.
  let names: [String: Text]

  static func load(
    _ subjects: [Subject], in county: CountyID, names: [String: Text], _ reader: any Reader
  ) throws -> CaseTimeline {
    let numbers = subjects.flatMap { subject -> [SQL] in
      [
        """
        SELECT number FROM event WHERE county = \(county) AND subject_kind = \(subject.kind)
          AND subject_id = \(subject.id)
        """,
        """
        SELECT event_number FROM event_subject WHERE county = \(county) AND subject_kind = \(subject.kind)
          AND subject_id = \(subject.id)
        """,
      ]
    }
    let events = try reader.rows(
      """
      SELECT \(Event.columns) FROM event WHERE county = \(county) AND number IN (\(numbers.joined(" UNION ")))
      ORDER BY number DESC LIMIT 200
      """
    ).map(Event.init)
    return CaseTimeline(events: events, names: names)
  }

  func body(in language: Language) -> HTML {
    guard !events.isEmpty else {
      return p(.class("empty")) {
        Text("历史案件由台账导入，没有流程记录。", "Imported from an old ledger: nothing was recorded here yet.")[language]
      }
    }
    return timeline(
      events.map { event in
        TimelineEntry(
          (names[event.kind] ?? .same(event.kind))[language],
          byline: "\(actor(event)[language]) · \(Format.instant(event.at, language))",
          details: details(event, language))
      })
  }

  private func actor(_ event: Event) -> Text {
    event.actor == "system" ? Text("系统", "The system") : .same(event.actor)
  }

  private func details(_ event: Event, _ language: Language) -> HTML {
    let facts = event.facts
    let said = Self.shown.compactMap { key, name -> String? in
      guard let value = facts[key], !value.isEmpty else { return nil }
      return "\(name[language]) \(readable(key, value, language))"
    }
    return said.isEmpty ? .empty : p(.class("small")) { Format.list(said, language) }
  }

  private func readable(_ key: String, _ value: String, _ language: Language) -> String {
    if let day = Day(value) { return Format.day(day, language) }
    let name =
      switch key {
      case "ground":
        ReplacementGround(rawValue: value)?.name ?? TerminationReason(rawValue: value)?.name
          ?? AssignmentReturn(rawValue: value)?.name ?? RetentionGround(rawValue: value)?.name
          ?? MajorCaseGround(rawValue: value)?.name ?? ProvisionalGround(rawValue: value)?.name
      case "outcome": ReplacementOutcome(rawValue: value)?.name
      case "caseResult": CaseResult(rawValue: value)?.name
      case "kind": HandlingKind(rawValue: value)?.name
      case "keyDate": KeyDate(rawValue: value)?.name
      case "basis": ClosingBasis(rawValue: value)?.name
      case "retention": RetentionClass(rawValue: value)?.name
      default: Text?.none
      }
    return name?[language] ?? value
  }

  /// The facts worth a reader's time, in order.
  private static let shown: KeyValuePairs<String, Text> = [
    "keyDate": Text("关键日期", "Key date"), "day": Text("日期", "Day"),
    "number": Text("文号", "Number"), "ground": Text("事由", "Ground"), "outcome": Text("决定", "Decision"),
    "handedOverOn": Text("移交日期", "Handed over on"), "kind": Text("类别", "Kind"),
    "heldOn": Text("开庭日期", "Hearing on"),
    "doneOn": Text("办理日期", "Done on"), "engagedOn": Text("签订日期", "Signed on"),
    "closedOn": Text("结案日期", "Closed on"), "basis": Text("依据", "Basis"),
    "caseResult": Text("办理结果", "Result"),
    "archiveNumber": Text("档案号", "Archive number"), "retention": Text("保管期限", "Retention"),
  ]
}
