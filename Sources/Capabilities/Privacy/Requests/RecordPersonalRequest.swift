package import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 登记个人信息请求 · Records that a person uses a right over the own data; its clock TL-PI starts (个人信息保护法 50; AT-X.8).
/// Refuses an identity number that is not the record's, and a second request of the same kind while one is open.
package struct RecordPersonalRequest: Action {
  package static let permission = Permission.recordPersonalRequests
  package let person: PersonID
  package let kind: PersonalRequestKind
  package let check: IdentityCheck
  /// As it stands on the card that was shown; nil where the record has none to compare.
  package let identityNumber: String?
  package let content: String

  package init(
    person: PersonID, kind: PersonalRequestKind, check: IdentityCheck, identityNumber: String?, content: String
  ) {
    self.person = person
    self.kind = kind
    self.check = check
    self.identityNumber = identityNumber
    self.content = content
  }

  package func perform(in context: ActionContext) throws -> PersonalRequestID {
    try PersonScope.require(person, context.principal, context.tx)
    try Refusals.check(refusals(context))
    let id = PersonalRequestID()
    let centre = try AgencyTable.only(.centre, in: context.county, context.tx).id
    let number = try context.takeNumber(.personalRequest, for: .personalRequest(id))
    let rules = RuleSet.inForce(on: context.today)
    try context.tx.run(
      """
      INSERT INTO personal_request (id, county, origin, owner, number, person, kind, state, identity_check,
        content_sealed, received_on, recorder, version, last_event)
      VALUES (\(id), \(context.county), \(context.principal.agency ?? centre), \(centre), \(number), \(person), \(kind),
        \(PersonalRequestState.received), \(check),
        \(context.keys.seal(content, as: PersonalRequest.place("content_sealed", id))), \(context.today),
        \(context.principal.name), 1, \(context.eventNumber))
      """)
    let days = try PersonalRequestLimit.days(of: context.county, on: context.today, context.tx)
    try context.start(PersonalRequestLimit.answer, on: .personalRequest(id), owner: centre, rules: rules)
    context.record(
      "personalRequest.recorded", .personalRequest(id), also: [.person(person)], rules: rules, basis: [kind.basis],
      facts: [
        "number": .text(number), "kind": .text(kind.rawValue), "check": .text(check.rawValue),
        "days": .number(Int64(days)),
      ])
    return id
  }

  private func refusals(_ context: ActionContext) throws -> [Refusal] {
    var refusals: [Refusal] = []
    let known = try PersonTable.of(person, in: context.county, context.keys, context.tx)
    if let number = known.identityNumber, number != identityNumber.map(Normalise.identityNumber) {
      refusals.append(
        Refusal(
          "personalRequest.identity",
          Text(
            "与档案中的证件号码不一致，请核对证件原件；不是本人的，不能办理。",
            "Not the identity number of the record: look at the card again. For somebody else nothing is done."),
          field: "identityNumber", basis: [LegalBasis(.personalInformation, "50")], isAudited: true))
    }
    let open = try PersonalRequestTable.of(person, in: context.county, context.keys, context.tx)
      .first { $0.kind == kind && $0.state == .received }
    if let open {
      refusals.append(
        Refusal(
          "personalRequest.open",
          Text("同一事项的请求\(open.number)尚未答复，不必重复登记。", "Request \(open.number) of this kind is not answered yet."),
          field: "kind"))
    }
    return refusals
  }
}
