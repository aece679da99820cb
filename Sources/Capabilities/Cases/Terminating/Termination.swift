package import Kernel
import Localization
package import Storage
package import WorkCalendar

/// 终止法律援助 · Termination: one proposal to end the aid, its decision, and the day the undertaking side received it.
package struct Termination: Sendable {
  package let id: UUIDv7
  package let state: TerminationState
  package let ground: TerminationReason
  package let facts: String
  package let goodReason: String
  package let proposedOn: Day
  package let proposer: UserID?
  package let proposerName: String
  package let approver: UserID?
  package let approverName: String?
  package let opinion: String?
  package let decidedOn: Day?
  package let number: String?
  package let receivedOn: Day?

  init(_ row: Row) throws {
    id = try row.get("id")
    state = try row.get("state")
    ground = try row.get("ground")
    facts = try row.get("facts")
    goodReason = try row.get("good_reason")
    proposedOn = try row.get("proposed_on")
    proposer = try row.get("proposer")
    proposerName = try row.get("proposer_name")
    approver = try row.get("approver")
    approverName = try row.get("approver_name")
    opinion = try row.get("opinion")
    decidedOn = try row.get("decided_on")
    number = try row.get("number")
    receivedOn = try row.get("received_on")
  }
}

package enum TerminationTable {
  package static func of(_ aidCase: CaseID, _ reader: any Reader) throws -> [Termination] {
    try reader.rows(
      """
      SELECT id, state, ground, facts, good_reason, proposed_on, proposer, proposer_name, approver,
        approver_name, opinion, decided_on, number, received_on
      FROM termination WHERE aid_case = \(aidCase) ORDER BY proposed_on, id
      """
    ).map(Termination.init)
  }

  /// The cases with a termination in a state, as a condition on `aid_case`.
  static func cases(_ states: [TerminationState]) -> SQL {
    "aid_case.id IN (SELECT aid_case FROM termination WHERE state IN \(list: states))"
  }

  static func insert(
    _ ground: TerminationReason, facts: String, goodReason: String, of aidCase: CaseID,
    by proposer: (id: UserID?, name: String)? = nil, in context: ActionContext
  ) throws {
    let (by, name) = proposer ?? (context.principal.user, context.principal.name)
    try context.tx.run(
      """
      INSERT INTO termination (id, county, aid_case, state, ground, facts, good_reason, proposed_on, proposer,
        proposer_name, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(aidCase), \(TerminationState.proposed), \(ground), \(facts),
        \(goodReason), \(context.today), \(by), \(name), \(context.eventNumber))
      """)
  }

  static func update(_ id: UUIDv7, set changes: SQL, in context: ActionContext) throws {
    try context.tx.run(
      "UPDATE termination SET \(changes), last_event = \(context.eventNumber) WHERE id = \(id)")
  }
}

extension ActionContext {
  /// The termination of a case that a step can be taken on, and where it leads.
  func termination(
    _ aidCase: AidCase, _ step: TerminationStep
  ) throws -> (termination: Termination, next: TerminationState) {
    guard let found = try TerminationTable.of(aidCase.id, tx).last(where: { !$0.state.isOver }) else {
      throw Refusal(
        "termination.none",
        Text("本案没有待办的终止事项，请先提出终止。", "No termination waits on this case: propose one first."))
    }
    return (found, try TerminationLifecycle.table.next(step, from: found.state, by: principal))
  }
}
