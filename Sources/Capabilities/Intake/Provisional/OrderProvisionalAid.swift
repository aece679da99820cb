package import Kernel
import Localization
import Storage
package import WorkCalendar

/// 决定先行提供法律援助 · Orders aid before the application is decided: the head of the centre signs, the decision is made, and
/// a case opens at once (程序规定 2012, 18; 法律援助法 44). The application goes on beside it. Refuses a period that does not
/// run out within seven days, a last day for the papers before today, a second order, and whoever has to take no part.
package struct OrderProvisionalAid: Action {
  package static let permission = Permission.approveApplication
  private let id: ApplicationID
  private let ground: ProvisionalGround
  private let periodEnds: Day?
  private let supplyBy: Day
  private let reason: String

  package init(
    _ id: ApplicationID, _ ground: ProvisionalGround, periodEnds: Day? = nil, supplyBy: Day, reason: String
  ) {
    self.id = id
    self.ground = ground
    self.periodEnds = periodEnds
    self.supplyBy = supplyBy
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    guard application.state.takesMaterials else { throw Self.decided }
    guard try ProvisionalAidTable.of(id, context.tx) == nil else { throw Self.known }
    try context.requireNoRecusal(id)
    try Refusals.check(
      [
        ground.refusal(periodEnds: periodEnds, today: context.today),
        supplyBy < context.today ? Self.supplyByPast : nil,
        reason.isEmpty ? Self.reasonMissing : nil,
      ].compactMap(\.self))
    try StepNoteTable.insert(.provisional, reason, of: id, in: context)
    let number = try context.takeNumber(.grant, for: .application(id))
    let aid = ProvisionalAid(
      application: id, ground: ground, periodEnds: periodEnds, supplyBy: supplyBy, orderedOn: context.today,
      orderedBy: context.principal.name, number: number)
    try ProvisionalAidTable.insert(aid, in: context)
    try context.move(application, to: application.state)
    try context.decideProvisional(application, aid)
    context.record(
      "application.provisional", .application(id), also: [.person(application.applicant)],
      rules: application.ruleSet, basis: ProvisionalGround.basis(application.ruleSet),
      facts: ["ground": .text(ground.rawValue), "number": .text(number), "supplyBy": .day(supplyBy)])
    return Done()
  }

  static let decided = Refusal(
    "provisional.decided",
    Text("申请已经办结，不能再先行提供法律援助。", "The application is decided: provisional aid comes too late."))
  static let known = Refusal(
    "provisional.known",
    Text("本申请已经先行提供法律援助，请按期审查决定。", "Provisional aid is ordered already: decide the application in time."))
  private static let supplyByPast = Refusal(
    "provisional.supplyBy",
    Text("补充材料的期限不能早于今天。", "The day for the papers is not before today."), field: "supplyBy")
  private static let reasonMissing = Refusal(
    "provisional.reason", Text("请写明情况紧急的理由。", "Say why it is urgent."), field: "reason")
}
