import Intake
package import Kernel
import Localization
import Storage
package import WorkCalendar

/// 登记收到终止公函 · Records the day on which the undertaking side received the termination: the unit under the rules of
/// 2012, the person under those of 2023. It is the closing day of the case (程序规定 2012, 34; 2023, 41), so the thirty days to
/// hand in the dossier begin on it; where no unit was named yet nobody has a dossier to hand in, and no clock starts.
package struct RecordTerminationReceived: Action {
  package static let permission = Permission.receiveTerminations
  package let aidCase: CaseID
  package let receivedOn: Day

  package init(aidCase: CaseID, receivedOn: Day) {
    self.aidCase = aidCase
    self.receivedOn = receivedOn
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    let (termination, next) = try context.termination(found, .receive)
    guard receivedOn <= context.today, receivedOn >= termination.decidedOn ?? termination.proposedOn else {
      throw Refusal(
        "termination.receivedOn",
        Text("收到日期应在终止决定之日与今天之间，请核对。", "The day lies between the decision and today: check it."),
        field: "receivedOn")
    }
    try TerminationTable.update(termination.id, set: "state = \(next), received_on = \(receivedOn)", in: context)
    try CaseTable.update(found.id, set: "closed_on = \(receivedOn)", in: context)
    let rules = RuleSet.inForce(on: receivedOn)
    if let unit = found.unit {
      try context.start(CasesLimits.dossier, on: found.subject, owner: unit, from: receivedOn, rules: rules)
    }
    context.record(
      "case.terminationReceived", found.subject, rules: rules, basis: ClosingRule.basis(rules),
      facts: ["closedOn": .day(receivedOn)])
    return Done()
  }
}
