package import Kernel
import Localization
import Storage

/// 提出回避 · Declares that one has an interest in an application, or records that the applicant asks somebody to take no
/// part. Who declares it himself takes no part from now on. Refuses it once the application is decided, for somebody who
/// neither reviews nor decides, without a reason, and while the same is open.
package struct RaiseRecusal: Action {
  package static let permission = Permission.raiseRecusal
  private let id: ApplicationID
  private let person: UserID?
  private let reason: String

  /// `person`: of whom the applicant asks it; nil: oneself.
  package init(_ id: ApplicationID, of person: UserID? = nil, reason: String) {
    self.id = id
    self.person = person
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    guard application.state.takesMaterials else { throw Self.decided }
    let source: Recusal.Source = person == nil ? .own : .applicant
    let people = try RecusalTable.people(in: context.county, on: context.today, context.tx)
    guard let whom = people.first(where: { $0.id == person ?? context.principal.user }) else { throw Self.nobody }
    guard !reason.isEmpty else { throw Self.noReason }
    let known = try RecusalTable.of(id, context.tx)
    guard !known.contains(where: { $0.person == whom.id && $0.isGranted != false }) else { throw Self.known }
    try context.tx.run(
      """
      INSERT INTO recusal (id, county, application, person, person_name, source, reason, raised_on, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(id), \(whom.id), \(whom.name), \(source), \(reason), \(context.today),
        \(context.eventNumber))
      """)
    try context.move(application, to: application.state)
    context.record(
      "application.recusalRaised", .application(id), also: [.user(whom.id)], rules: application.ruleSet,
      basis: SeparationRules.interestedMustRecuse.basis, facts: ["source": .text(source.rawValue)])
    return Done()
  }

  private static let decided = Refusal(
    "recusal.decided", Text("申请已经办结，不能再提出回避。", "The application is decided: recusal comes too late."))
  private static let nobody = Refusal(
    "recusal.nobody", Text("请选择审查或者审批人员。", "Choose somebody who reviews or decides."), field: "person")
  private static let noReason = Refusal(
    "recusal.noReason", Text("请写明回避的理由。", "State the reason for the recusal."), field: "reason")
  private static let known = Refusal(
    "recusal.known",
    Text("对该人员的回避已经提出，请先作出决定。", "A recusal of this person is already on record: decide that one first."),
    field: "person")
}
