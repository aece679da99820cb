package import Kernel
package import Registry
package import Storage
package import WorkCalendar

/// 咨询 · Consultation: what somebody asked at the window, by phone or by letter, and what he was told.
package struct Consultation: Sendable {
  package let id: ConsultationID
  package let county: CountyID
  package let origin: AgencyID
  package let owner: AgencyID
  package let originName: String
  package let number: String
  package let state: ConsultationState
  package let rules: RuleSet
  package let channel: ServiceChannel
  package let topic: ConsultationTopic
  package let township: String?
  package let cause: String
  package let opposing: String?
  package let content: String
  /// Typed: when the person was served.
  package let servedAt: Instant
  /// The server's own time.
  package let enteredAt: Instant
  package let recorder: String
  package let appointedAt: Instant?
  package let answer: ConsultationAnswer?
  package let answeredOn: Day?
  package let answerer: String?
  package let closedOn: Day?
  package let application: ApplicationID?
  package let version: Int
  private let sealed: [UInt8]
  /// The flags of whom the office knows by what was told.
  private let known: Protection

  /// 即办即录 · Entered on the day of service (PLAN16 10).
  package var isSameDay: Bool { servedAt.day == enteredAt.day }

  /// Whole: for look-ups, and for papers that the law addresses to whoever asked.
  package func consulter(_ keys: KeyRing) throws -> Consulter { try Consulter.open(sealed, id, keys) }

  /// What of whoever asked may be shown to somebody.
  package func consulter(_ keys: KeyRing, for principal: Principal) throws -> Consulter {
    let who = try consulter(keys)
    return who.seen(by: principal, Protection(known.flags.union(evident(who))))
  }

  /// What the facts told that day make of whoever asked.
  func evident(_ who: Consulter) -> Set<ProtectionFlag> {
    ProtectionFlag.evident(groups: who.groups, birthOn: who.birthOn, on: servedAt.day)
  }

  init(_ row: Row) throws {
    id = try row.get("id")
    county = try row.get("county")
    origin = try row.get("origin")
    owner = try row.get("owner")
    originName = try row.get("origin_name")
    number = try row.get("number")
    state = try row.get("state")
    rules = try row.get("rule_set")
    channel = try row.get("channel")
    topic = try row.get("topic")
    township = try row.get("township")
    cause = try row.get("cause")
    opposing = try row.get("opposing")
    content = try row.get("content")
    servedAt = try row.get("served_at")
    enteredAt = try row.get("entered_at")
    recorder = try row.get("recorder")
    appointedAt = try row.get("appointed_at")
    answer = try Self.answer(row)
    answeredOn = try row.get("answered_on")
    answerer = try row.get("answerer")
    closedOn = try row.get("closed_on")
    application = try row.get("application")
    version = try row.get("version")
    sealed = try row.get("consulter_sealed")
    known = try Protection(row)
  }

  private static func answer(_ row: Row) throws -> ConsultationAnswer? {
    guard let text = try row.get("answer", as: String?.self) else { return nil }
    return ConsultationAnswer(
      text, handling: try row.get("handling"), department: try row.get("department"),
      isReminded: try row.get("is_reminded"))
  }
}
