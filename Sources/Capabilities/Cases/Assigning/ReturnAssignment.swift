import Intake
package import Kernel
import Localization
import Storage

/// 退回指派 · The unit returns a case it was given, before the agreement is signed, and says why: a unit may not refuse without
/// good reason (法律援助法 62). The case goes back to the assigner's work list.
package struct ReturnAssignment: Action {
  package static let permission = Permission.nameUndertakers
  package let aidCase: CaseID
  package let ground: AssignmentReturn
  package let reason: String

  package init(aidCase: CaseID, ground: AssignmentReturn, reason: String) {
    self.aidCase = aidCase
    self.ground = ground
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .returnAssignment)
    guard !reason.isEmpty else {
      throw Refusal(
        "return.reason",
        Text("请写明退回的具体理由，没有正当理由不得拒绝指派。", "Say why in full: an assignment may not be refused without good reason."),
        field: "reason", basis: CaseLifecycle.basis(.returnAssignment, on: context.today))
    }
    guard try !ReplacementTable.of(found.id, context.tx).contains(where: \.state.isOpen) else {
      throw Refusal(
        "return.replacement",
        Text("更换申请正在审批，请等待结果。", "A request for replacement is being decided: wait for it."))
    }
    try context.takeBack(found, to: next, because: ground.rawValue, reason: reason)
    context.record(
      "case.assignmentReturned", found.subject, also: found.unit.map { [.agency($0)] } ?? [],
      rules: .inForce(on: context.today), basis: CaseLifecycle.basis(.returnAssignment, on: context.today),
      facts: ["ground": .text(ground.rawValue)])
    return Done()
  }
}
