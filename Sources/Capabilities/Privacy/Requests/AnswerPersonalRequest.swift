package import Kernel
import Localization
import Papers
package import Registry
import Storage
import WorkCalendar

/// 答复个人信息请求 · Answers a request, always with reasons and by a paper: the copy or the correction is granted, the
/// records are restricted, or it is refused on a ground of the law (个人信息保护法 45–47, 50; AT-X.8). Refuses what the law
/// does not leave: a restriction while a matter is open, a correction of nothing, a refusal without its ground.
package struct AnswerPersonalRequest: Action {
  package static let permission = Permission.answerPersonalRequests
  package let request: PersonalRequestID
  package let answer: PersonalRequestStep
  package let ground: RefusalGround?
  package let reason: String
  package let correction: PersonCorrection
  private let links: [PersonLink]

  package init(
    _ request: PersonalRequestID, _ answer: PersonalRequestStep, ground: RefusalGround? = nil, reason: String,
    correction: PersonCorrection = PersonCorrection(), links: [PersonLink]
  ) {
    self.request = request
    self.answer = answer
    self.ground = ground
    self.reason = reason
    self.correction = correction
    self.links = links
  }

  package func perform(in context: ActionContext) throws -> Done {
    let it = try context.personalRequest(request)
    let next = try PersonalRequestLifecycle.table.next(answer, from: it.state, by: context.principal)
    let matters = try PersonalRequestTable.matters(of: it.person, in: context.county, context.tx)
    try Refusals.check(refusals(it, hasOpenMatter: matters.contains(where: \.isOpen)))
    if answer == .grant, it.kind == .correction { try context.correct(it.person, correction, links) }
    if answer == .restrict { try restrict(matters.map(\.id), it, context) }
    let basis =
      answer == .refuse ? ground?.basis ?? it.kind.basis : answer == .restrict ? .restriction : it.kind.basis
    try decide(it, next, basis, context)
    try context.update(
      it,
      set: """
        state = \(next), ground = \(answer == .refuse ? ground : nil),
        reason_sealed = \(context.keys.seal(reason, as: PersonalRequest.place("reason_sealed", it.id))),
        answered_by = \(context.principal.name), answered_on = \(context.today)
        """)
    try context.stopAll(on: .personalRequest(it.id))
    context.record(
      "personalRequest.answered", .personalRequest(it.id),
      also: [.person(it.person)] + matters.map { .matter($0.id) },
      basis: [basis],
      facts: [
        "kind": .text(it.kind.rawValue), "answer": .text(answer.rawValue),
        "ground": .text(answer == .refuse ? ground?.rawValue ?? "" : ""),
        "corrected": .list(answer == .grant ? correction.fields.map { .text($0.rawValue) } : []),
      ])
    return Done()
  }

  private func refusals(_ it: PersonalRequest, hasOpenMatter: Bool) -> [Refusal] {
    var refusals: [Refusal] = []
    if !PersonalRequestRule.answers(to: it.kind, hasOpenMatter: hasOpenMatter).contains(answer) {
      refusals.append(hasOpenMatter && answer == .restrict ? Self.openMatter : Self.notThis)
    }
    if answer == .refuse, ground == nil {
      refusals.append(
        Refusal(
          "personalRequest.ground", Text("不予同意的，请选择法定理由。", "To refuse, choose the ground of the law."),
          field: "ground", basis: [LegalBasis(.personalInformation, "50")]))
    }
    if answer == .grant, it.kind == .correction, correction.fields.isEmpty {
      refusals.append(
        Refusal(
          "personalRequest.correction", Text("请填写更正后的内容，至少一项。", "Fill in what is right, at least one of them."),
          field: "name"))
    }
    return refusals
  }

  private static let openMatter = Refusal(
    "personalRequest.openMatter",
    Text(
      "还有法律援助事项没有办结，履行法定职责仍需使用这些信息，现在不能限制处理。",
      "A legal aid matter is not finished and needs these data: they cannot be restricted now."),
    field: "answer", basis: [LegalBasis(.personalInformation, "13(3)")])
  private static let notThis = Refusal(
    "personalRequest.answer",
    Text("这类请求不能这样答复，请选择页面上的答复。", "A request of this kind is not answered so: choose one of those offered."),
    field: "answer")

  /// 限制处理 · Every matter of the person that is not concealed so already; the archive stays.
  private func restrict(_ matters: [MatterID], _ it: PersonalRequest, _ context: ActionContext) throws {
    for matter in matters {
      let known = try ConcealmentTable.of(matter, in: context.county, context.tx)
      guard !known.contains(where: { $0.ground == .restricted }) else { continue }
      try ConcealmentTable.insert(.restricted, matter, reason: it.number, in: context)
    }
  }

  private func decide(
    _ it: PersonalRequest, _ state: PersonalRequestState, _ basis: LegalBasis, _ context: ActionContext
  ) throws {
    let rules = RuleSet.inForce(on: context.today)
    guard let form = PersonalRequestForm.all.first(where: { $0.formSet == rules.formSet }) else {
      throw Refusal.notFound
    }
    let person = try PersonTable.of(it.person, in: context.county, context.keys, context.tx)
    try context.decide(
      form, number: it.number,
      fields: [
        "requester": person.name, "receivedOn": Format.day(it.receivedOn, .zh), "kind": it.kind.name.zh,
        "content": it.content, "answer": state.name.zh, "reason": reason, "basis": basis.name.zh,
        "effect": PersonalRequestForm.effect(answer, it.kind),
      ],
      about: .personalRequest(it.id), issuer: it.owner, rules: rules,
      approver: context.principal.user.map { ($0, context.principal.name) })
  }
}
