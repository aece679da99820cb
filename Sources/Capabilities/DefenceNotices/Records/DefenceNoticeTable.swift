import Cases
import Intake
package import Kernel
import Registry
package import Storage
import WorkCalendar

/// 已登记的通知 · Known notice: the case that a notice became.
struct KnownNotice: Sendable, Hashable, Codable {
  let aidCase: CaseID
  let number: String
  /// It waits for the organ to notify anew.
  let isHandedBack: Bool
}

/// 通知表 · Every statement that reads and changes notices.
package enum DefenceNoticeTable {
  /// What the case has come to is not written down here again.
  static let state: SQL =
    """
    CASE WHEN aid_case.ended = \(CaseEnding.terminated) AND EXISTS (SELECT 1 FROM termination
        WHERE termination.aid_case = aid_case.id AND termination.ground = \(TerminationReason.ownCounsel))
        THEN \(DefenceNoticeState.displacedByOwnCounsel)
      WHEN n.state <> \(DefenceNoticeState.noticeReceived) THEN n.state
      WHEN aid_case.engaged_on IS NOT NULL THEN \(DefenceNoticeState.consented)
      WHEN aid_case.undertaker IS NOT NULL THEN \(DefenceNoticeState.assigned) ELSE n.state END
    """
  private static let selection: SQL =
    """
    SELECT n.*, \(state) AS shown_state,
      (SELECT COUNT(*) FROM notice_renewal WHERE notice_renewal.notice = n.id) AS renewals
    FROM defence_notice n JOIN aid_case ON aid_case.id = n.aid_case
    """

  /// The notice that a case began with, if one did; whoever sees the case sees it.
  package static func of(_ aidCase: CaseID, in county: CountyID, _ reader: any Reader) throws -> DefenceNotice? {
    try reader.row("\(selection) WHERE n.aid_case = \(aidCase) AND n.county = \(county)").map(DefenceNotice.init)
  }

  package static func calls(_ notice: DefenceNoticeID, _ reader: any Reader) throws -> [NoticeCall] {
    try reader.rows(
      """
      SELECT asked_at, spoke_with, answer, recorder FROM notice_call WHERE notice = \(notice) ORDER BY asked_at, id
      """
    ).map(NoticeCall.init)
  }

  package static func renewals(_ notice: DefenceNoticeID, _ reader: any Reader) throws -> [NoticeRenewal] {
    try reader.rows(
      """
      SELECT received_at, refused_on, refusal, answered_on, answer, days_late, recorder FROM notice_renewal
      WHERE notice = \(notice) ORDER BY received_at, id
      """
    ).map(NoticeRenewal.init)
  }

  /// Whether the same organ has notified of the same person in the same stage before: by the name where no identity number
  /// is known, since each telling without one is a person of its own. Also the notice of the person and stage that waits for the organ to notify
  /// anew.
  static func known(
    _ organCase: String, _ stage: Stage, of person: PersonID?, named name: String?, in county: CountyID,
    _ reader: any Reader
  ) throws -> KnownNotice? {
    try reader.row(
      """
      SELECT aid_case.id, aid_case.number, n.state FROM defence_notice n JOIN aid_case ON aid_case.id = n.aid_case
      WHERE aid_case.county = \(county)
        AND (aid_case.organ_case = \(organCase)
            AND (aid_case.recipient = \(person) OR aid_case.recipient_name = \(name))
          OR n.state = \(DefenceNoticeState.handedBack) AND aid_case.recipient = \(person))
        AND n.stage = \(stage) AND aid_case.state <> \(CaseState.terminated) ORDER BY aid_case.id LIMIT 1
      """
    ).map { row in
      let state: DefenceNoticeState = try row.get("state")
      return KnownNotice(
        aidCase: try row.get("id"), number: try row.get("number"), isHandedBack: state == .handedBack)
    }
  }

  static func insert(
    _ id: DefenceNoticeID, of aidCase: CaseID, _ told: NoticeTold, receivedAt: Instant, missing: [NoticeItem],
    _ lateness: NoticeLateness, in context: ActionContext
  ) throws {
    let state: DefenceNoticeState = missing.isEmpty ? .noticeReceived : .noticeIncomplete
    try context.tx.run(
      """
      INSERT INTO defence_notice (id, county, aid_case, state, organ_kind, stage, is_in_custody, place, contact_sealed,
        missing, received_at, recorder, discovered_on, hearing_on, is_short_procedure, late_discovery, late_hearing,
        version, last_event)
      VALUES (\(id), \(context.county), \(aidCase), \(state), \(told.organKind), \(told.stage), \(told.isInCustody),
        \(told.place), \(told.contact.sealed(id, context.keys)), \(stored(missing)), \(receivedAt),
        \(context.principal.name), \(told.discoveredOn), \(told.hearingOn), \(told.isShortProcedure),
        \(lateness.afterDiscovery), \(lateness.beforeHearing), 1, \(context.eventNumber))
      """)
  }

  static func renew(_ notice: DefenceNotice, receivedAt: Instant, daysLate: Int?, in context: ActionContext) throws
  {
    try context.tx.run(
      """
      INSERT INTO notice_renewal (id, county, notice, received_at, refused_on, refusal, answered_on, answer, days_late,
        recorder, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(notice.id), \(receivedAt), \(notice.refusedOn), \(notice.refusal),
        \(notice.answeredOn), \(notice.answer), \(daysLate), \(context.principal.name), \(context.eventNumber))
      """)
  }

  static func log(_ notice: DefenceNoticeID, with person: String, _ answer: String, in context: ActionContext)
    throws
  {
    try context.tx.run(
      """
      INSERT INTO notice_call (id, county, notice, asked_at, spoke_with, answer, recorder, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(notice), \(context.now), \(person), \(answer),
        \(context.principal.name), \(context.eventNumber))
      """)
  }

  static func update(_ id: DefenceNoticeID, set changes: SQL, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE defence_notice SET \(changes), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(id) AND county = \(context.county)
      """)
  }

  static func stored(_ missing: [NoticeItem]) -> String { missing.map(\.rawValue).joined(separator: ";") }
}

extension ActionContext {
  /// The notice of a case that an action is about, with its case: in scope and as it was shown.
  func notice(of id: CaseID) throws -> (notice: DefenceNotice, aidCase: AidCase) {
    let found = try CaseTable.one(id, for: principal, tx)
    guard let notice = try DefenceNoticeTable.of(id, in: county, tx) else { throw Refusal.notFound }
    try requireVersion(notice.version)
    return (notice, found)
  }
}
