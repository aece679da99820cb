package import Kernel
import Localization
import Registry
package import Storage
package import WorkCalendar

/// 更换法律援助人员 · Replacement: one request for another undertaker, with the reviewer's opinion, the director's decision
/// and the day on which the papers were handed over.
package struct Replacement: Sendable {
  package let id: UUIDv7
  package let state: ReplacementState
  package let ground: ReplacementGround
  package let reason: String
  package let rules: RuleSet
  package let oldPersonName: String
  package let requestedOn: Day
  package let requestedBy: String
  package let requester: UserID?
  package let reviewer: UserID?
  package let reviewerName: String?
  package let recommends: Bool?
  package let reviewOpinion: String?
  package let approverName: String?
  package let outcome: ReplacementOutcome?
  package let decisionOpinion: String?
  package let decidedOn: Day?
  package let number: String?
  package let handedOverOn: Day?

  init(_ row: Row) throws {
    id = try row.get("id")
    state = try row.get("state")
    ground = try row.get("ground")
    reason = try row.get("reason")
    rules = try row.get("rule_set")
    oldPersonName = try row.get("old_person_name")
    requestedOn = try row.get("requested_on")
    requestedBy = try row.get("requested_by")
    requester = try row.get("requester")
    reviewer = try row.get("reviewer")
    reviewerName = try row.get("reviewer_name")
    recommends = try row.get("recommends")
    reviewOpinion = try row.get("review_opinion")
    approverName = try row.get("approver_name")
    outcome = try row.get("outcome")
    decisionOpinion = try row.get("decision_opinion")
    decidedOn = try row.get("decided_on")
    number = try row.get("number")
    handedOverOn = try row.get("handed_over_on")
  }
}

package enum ReplacementTable {
  package static func of(_ aidCase: CaseID, _ reader: any Reader) throws -> [Replacement] {
    try reader.rows(
      """
      SELECT r.id, r.state, r.ground, r.reason, r.rule_set, p.name AS old_person_name, r.requested_on, r.requested_by,
        r.requester, r.reviewer, r.reviewer_name, r.recommends, r.review_opinion, r.approver_name, r.outcome, r.decision_opinion,
        r.decided_on, r.number, r.handed_over_on
      FROM replacement r JOIN legal_aid_person p ON p.id = r.old_person
      WHERE r.aid_case = \(aidCase) ORDER BY r.requested_on, r.id
      """
    ).map(Replacement.init)
  }

  /// Whom a case was taken from: they do not get it again.
  static func replaced(in cases: [CaseID], _ reader: any Reader) throws -> [CaseID: Set<LegalAidPersonID>] {
    let states: [ReplacementState] = [.granted, .handedOver]
    return try reader.rows(
      """
      SELECT aid_case, old_person FROM replacement WHERE aid_case IN \(list: cases) AND state IN \(list: states)
      ORDER BY id
      """
    ).reduce(into: [:]) { _ = $0[try $1.get("aid_case"), default: []].insert(try $1.get("old_person")) }
  }

  /// The cases with a replacement in a state, as a condition on `aid_case`.
  static func cases(_ states: [ReplacementState]) -> SQL {
    "aid_case.id IN (SELECT aid_case FROM replacement WHERE state IN \(list: states))"
  }

  static func insert(
    _ ground: ReplacementGround, _ reason: String, of aidCase: AidCase, from person: LegalAidPersonID,
    _ unit: AgencyID, as state: ReplacementState = .requested, in context: ActionContext
  ) throws {
    try context.tx.run(
      """
      INSERT INTO replacement (id, county, aid_case, state, ground, reason, rule_set, old_unit, old_person,
        requested_on, requested_by, requester, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(aidCase.id), \(state), \(ground), \(reason),
        \(RuleSet.inForce(on: context.today)), \(unit), \(person), \(context.today), \(context.principal.name),
        \(context.principal.user), \(context.eventNumber))
      """)
  }

  static func update(_ id: UUIDv7, set changes: SQL, in context: ActionContext) throws {
    try context.tx.run(
      "UPDATE replacement SET \(changes), last_event = \(context.eventNumber) WHERE id = \(id)")
  }
}

extension ActionContext {
  /// The replacement of a case that a step can be taken on, and where it leads.
  func replacement(
    _ aidCase: AidCase, _ step: ReplacementStep
  ) throws -> (replacement: Replacement, next: ReplacementState) {
    guard
      let found = try ReplacementTable.of(aidCase.id, tx).last(where: { $0.state.isOpen || $0.state == .granted })
    else {
      throw Refusal(
        "replacement.none",
        Text("本案没有待办的更换申请，请先登记申请。", "No request for replacement waits on this case: register one first."))
    }
    return (found, try ReplacementLifecycle.table.next(step, from: found.state, by: principal))
  }
}
