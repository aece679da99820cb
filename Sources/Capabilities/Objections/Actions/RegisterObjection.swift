import Intake
package import Kernel
import Localization
package import Papers
import Registry
import Storage
package import WorkCalendar

/// 登记异议 · Registers an objection to a refusal or a termination; the bureau's time to decide runs from the day it was
/// received (条例 19; 法律援助法 49). Refuses it where nothing is decided against the person, while one is being decided, a
/// second one to the same decision, and a day before the decision or after today.
package struct RegisterObjection: Action {
  package static let permission = Permission.registerObjections
  private let about: ObjectionSubject
  private let receivedOn: Day
  private let grounds: String
  private let paper: StoredUpload?

  /// `paper`: the objection as it was handed in.
  package init(_ about: ObjectionSubject, receivedOn: Day, grounds: String, paper: StoredUpload? = nil) {
    self.about = about
    self.receivedOn = receivedOn
    self.grounds = grounds
    self.paper = paper
  }

  package func perform(in context: ActionContext) throws -> ObjectionID {
    let known = try ObjectionTable.of(about, context.tx)
    guard !known.contains(where: { $0.state == .received }) else { throw Self.open }
    guard let decision = try DecisionObjectedTo.load(about, for: context.principal, context.tx) else {
      throw Self.nothingDecided
    }
    let stands: Set<ObjectionState> = [.upheld, .contested]
    guard !known.contains(where: { $0.decisionNumber == decision.number && stands.contains($0.state) }) else {
      throw Self.decidedAlready
    }
    guard !grounds.isEmpty else { throw Self.noGrounds }
    guard receivedOn >= decision.decidedOn, receivedOn <= context.today else { throw Self.day }
    let (id, rules) = (ObjectionID(), RuleSet.inForce(on: receivedOn))
    let (application, aidCase): (ApplicationID?, CaseID?) =
      switch about {
      case .application(let id): (id, nil)
      case .aidCase(let id): (nil, id)
      }
    try context.tx.run(
      """
      INSERT INTO objection (id, county, application, aid_case, state, decision_number, decided_against_on, received_on,
        grounds, recorder, version, last_event)
      VALUES (\(id), \(context.county), \(application), \(aidCase), \(ObjectionState.received), \(decision.number),
        \(decision.decidedOn), \(receivedOn), \(grounds), \(context.principal.name), 1, \(context.eventNumber))
      """)
    if let paper { try context.attach(paper, kind: "objection", about: about.subject) }
    let bureau = try AgencyTable.only(.bureau, in: context.county, context.tx)
    try context.start(IntakeLimits.objection, on: about.subject, owner: bureau.id, from: receivedOn, rules: rules)
    context.record(
      "objection.received", about.subject, also: [.person(decision.person)], rules: rules,
      basis: ObjectionRight.basis(rules), facts: ["objection": .id(id), "receivedOn": .day(receivedOn)])
    return id
  }

  private static let open = Refusal(
    "objection.open", Text("已有一份异议正在审查，请等待结果。", "An objection is being decided: wait for it."))
  private static let nothingDecided = Refusal(
    "objection.nothingDecided",
    Text(
      "只能对不予法律援助或者终止法律援助的决定提出异议。", "One may object to a refusal or a termination only: neither stands here."))
  private static let decidedAlready = Refusal(
    "objection.decided",
    Text(
      "对这一决定的异议已经作出维持决定；不服的，可以依法申请行政复议或者提起行政诉讼。",
      "The bureau has upheld this decision; what is left is administrative reconsideration or a suit."),
    basis: [.lal("49")])
  private static let noGrounds = Refusal(
    "objection.grounds", Text("请写明异议的理由。", "State the grounds of the objection."), field: "grounds")
  private static let day = Refusal(
    "objection.receivedOn",
    Text("收到日期应在原决定之日与今天之间，请核对。", "The day lies between the decision and today: check it."), field: "receivedOn")
}
