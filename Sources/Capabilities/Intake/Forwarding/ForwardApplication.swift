package import Kernel
import Localization
import Registry
import Storage

/// 转交申请 · Forwards a misdirected application to the office of this county that is right for it (程序规定 2012, 8; 法律援助法
/// 38): the whole file moves, and with it who sees and edits it; the applicant gets a note and need not apply again. No
/// clock runs before acceptance, so the receiving office has its whole time (``ForwardingRules``). Refuses the office
/// where it is already, one that takes in no applications, silence about the reason, what is accepted or ended, and an
/// application for which aid was ordered at once, as its case is open here.
package struct ForwardApplication: Action {
  package static let permission = Permission.forwardApplication
  private let id: ApplicationID
  private let receiver: AgencyID
  private let reason: String

  package init(_ id: ApplicationID, to receiver: AgencyID, reason: String) {
    self.id = id
    self.receiver = receiver
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    let state = try ApplicationLifecycle.table.next(.forward, from: application.state, by: context.principal)
    let office = try AgencyTable.of(receiver, in: context.county, context.tx)
    try Refusals.check(refusals(application, office, context))
    try StepNoteTable.insert(.forwarded, reason, of: id, in: context)
    let note = try context.decideForwarding(application, to: office, reason: reason)
    try ForwardingTable.insert(application, to: receiver, note: note, in: context)
    let owner = try ForwardingTable.owner(of: office, before: application, context.tx)
    try context.tx.run(
      """
      UPDATE aid_application SET state = \(state), origin = \(receiver), owner = \(owner), version = version + 1,
        last_event = \(context.eventNumber) WHERE id = \(id)
      """)
    context.record(
      "application.forwarded", .application(id), also: [.agency(receiver)], rules: application.ruleSet,
      basis: ForwardingRules.basis(application.ruleSet), facts: ["from": .id(application.origin)])
    return Done()
  }

  private func refusals(
    _ application: Application, _ office: Agency, _ context: ActionContext
  ) throws -> [Refusal] {
    var found: [Refusal] = []
    if office.id == application.origin {
      found.append(Self.sameOffice)
    } else if !ForwardingTable.mayReceive(office) {
      found.append(Self.takesNone)
    }
    if reason.isEmpty { found.append(Self.reasonMissing) }
    if try ProvisionalAidTable.of(id, context.tx) != nil { found.append(Self.aidOrdered) }
    return found
  }

  private static let sameOffice = Refusal(
    "forwarding.sameOffice",
    Text("申请已经在这个机构，请选择另一个机构。", "The application is at this office already: choose another."), field: "receiver")
  private static let takesNone = Refusal(
    "forwarding.takesNone",
    Text(
      "这个机构不接收法律援助申请，请选择在用的工作站或者中心。",
      "This office takes in no applications: choose an active station or centre."), field: "receiver")
  private static let reasonMissing = Refusal(
    "forwarding.reasonMissing", Text("请说明为什么应当由该机构办理。", "Say why that office is the right one."),
    field: "reason")
  private static let aidOrdered = Refusal(
    "forwarding.aidOrdered",
    Text(
      "已经决定先行提供法律援助并立案，不能再转交。请先终止案件，或者由本机构办理到底。",
      "Provisional aid was ordered and its case is open: terminate the case first, or go on with it here."))
}
