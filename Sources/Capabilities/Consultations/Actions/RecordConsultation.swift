package import Kernel
import Localization
import Papers
package import Registry
import Storage
package import WorkCalendar

/// 咨询内容 · What is told at the window, on the phone or in the letter.
package struct ConsultationTold: Sendable {
  package var channel: ServiceChannel
  package var topic: ConsultationTopic
  package var cause: String
  package var opposing: String?
  package var content: String
  package var township: String?
  /// When the person was served; nil: now.
  package var servedAt: Instant?

  package init(
    _ channel: ServiceChannel, _ topic: ConsultationTopic, cause: String, content: String, opposing: String? = nil,
    township: String? = nil, servedAt: Instant? = nil
  ) {
    self.channel = channel
    self.topic = topic
    self.cause = cause
    self.opposing = opposing
    self.content = content
    self.township = township
    self.servedAt = servedAt
  }
}

/// 咨询办理方式 · How a consultation is taken up: answered at once, by appointment, or later.
package enum ConsultationOutcome: Sendable, Hashable {
  case answered(ConsultationAnswer)
  case appointment(Instant)
  case later
}

/// 登记咨询 · Records a consultation, answered at once, by appointment or later (条例 25); a letter starts its clock TL29, and
/// an answer makes the form F01. Refuses a time of service later than now, an appointment in the past, somebody without a
/// name who has not declined to give it, and an answer that leaves out what the law wants said.
package struct RecordConsultation: Action {
  package static let permission = Permission.recordConsultation
  private let consulter: Consulter
  private let told: ConsultationTold
  private let outcome: ConsultationOutcome

  package init(_ consulter: Consulter, _ told: ConsultationTold, _ outcome: ConsultationOutcome) {
    self.consulter = consulter
    self.told = told
    self.outcome = outcome
  }

  package func perform(in context: ActionContext) throws -> ConsultationID {
    let (id, servedAt) = (ConsultationID(), told.servedAt ?? context.now)
    let rules = RuleSet.inForce(on: servedAt.day)
    try Refusals.check(refusals(servedAt, rules, context))
    let centre = try AgencyTable.only(.centre, in: context.county, context.tx).id
    let state = try outcome.state(from: .opened, by: context.principal)
    let number = try context.takeNumber(.consultation, for: .consultation(id))
    try insert(id, centre, number, state, rules, servedAt, context)
    if told.channel == .letter, outcome.answer == nil {
      try context.start(
        ConsultationLimits.letter, on: .consultation(id), owner: centre, from: servedAt.day, rules: rules)
    }
    let record = try ConsultationTable.one(id, in: context.county, context.tx)
    if outcome.answer != nil { try context.decideConsultationForm(record) }
    context.record(
      "consultation.recorded", .consultation(id), rules: rules,
      facts: [
        "number": .text(number), "channel": .text(told.channel.rawValue), "topic": .text(told.topic.rawValue),
        "state": .text(state.rawValue), "servedAt": .text(servedAt.description),
        "declinesIdentity": .flag(consulter.declinesIdentity),
      ])
    return id
  }

  private func refusals(_ servedAt: Instant, _ rules: RuleSet, _ context: ActionContext) -> [Refusal] {
    var refusals: [Refusal] = []
    if servedAt > context.now { refusals.append(Self.servedLater) }
    if consulter.name == nil, !consulter.declinesIdentity { refusals.append(Self.noName) }
    return refusals + outcome.refusals(about: told.topic, rules, context.now)
  }

  private static let servedLater = Refusal(
    "consultation.servedLater",
    Text("接待时间不能晚于现在，请核对。", "The time of service must not be later than now: check it."), field: "servedAt")
  private static let noName = Refusal(
    "consultation.noName",
    Text("请填写姓名；不愿提供身份信息的，请勾选并登记。", "Fill in the name, or tick that the person declines to give an identity."),
    field: "name")

  private func insert(
    _ id: ConsultationID, _ centre: AgencyID, _ number: String, _ state: ConsultationState, _ rules: RuleSet,
    _ servedAt: Instant, _ context: ActionContext
  ) throws {
    let (keys, answer) = (context.keys, outcome.answer)
    try context.tx.run(
      """
      INSERT INTO consultation (id, county, origin, owner, number, state, rule_set, channel, topic, township,
        consulter_sealed, identity_hash, phone_hash, cause, opposing, content, served_at, entered_at, recorder,
        appointed_at, answer, handling, department, is_reminded, answered_on, answerer, version, last_event)
      VALUES (\(id), \(context.county), \(context.principal.agency ?? centre), \(centre), \(number), \(state),
        \(rules), \(told.channel), \(told.topic), \(told.township), \(consulter.sealed(id, keys)),
        \(consulter.identityNumber.map { PersonTable.identityHash($0, keys) }),
        \(consulter.phone.map { PersonTable.phoneHash($0, keys) }), \(told.cause), \(told.opposing),
        \(told.content), \(servedAt), \(context.now), \(context.principal.name), \(outcome.appointment),
        \(answer?.text), \(answer?.handling), \(answer?.department), \(answer?.isReminded ?? false),
        \(answer == nil ? nil : context.today), \(answer == nil ? nil : context.principal.name), 1,
        \(context.eventNumber))
      """)
  }
}

extension ConsultationOutcome {
  var answer: ConsultationAnswer? { if case .answered(let answer) = self { answer } else { nil } }
  var appointment: Instant? { if case .appointment(let at) = self { at } else { nil } }

  func state(from state: ConsultationState, by principal: Principal) throws(Refusal) -> ConsultationState {
    switch self {
    case .answered: try ConsultationLifecycle.table.next(.answer, from: state, by: principal)
    case .appointment: try ConsultationLifecycle.table.next(.appoint, from: state, by: principal)
    case .later: state
    }
  }

  func refusals(about topic: ConsultationTopic, _ rules: RuleSet, _ now: Instant) -> [Refusal] {
    switch self {
    case .answered(let answer): answer.refusals(about: topic, rules: rules)
    case .appointment(let at) where at < now: [Self.appointedBefore]
    case .appointment, .later: []
    }
  }

  private static let appointedBefore = Refusal(
    "consultation.appointedBefore",
    Text("预约时间不能早于现在，请核对。", "The appointment must not lie in the past: check it."), field: "appointedAt")
}
