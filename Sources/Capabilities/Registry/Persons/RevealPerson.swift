package import Kernel
package import Localization

/// 查看理由 · Reveal reason: for what somebody needs the whole data of a person.
package enum RevealReason: String, Sendable, Hashable, CaseIterable, Codable {
  case contact, identity, organ, other

  package var name: Text {
    switch self {
    case .contact: Text("联系本人", "To reach the person")
    case .identity: Text("核对身份", "To verify the identity")
    case .organ: Text("办案机关依法调取", "Asked for by an organ under the law")
    case .other: Text("其他（请说明）", "Another reason (say which)")
    }
  }
}

/// 查看完整信息 · Records that somebody looks at whole personal data: who, whose, which fields, why (个人信息保护法 51).
/// The values themselves are no outcome and no fact: only the page that asked shows them, once.
package struct RevealPerson: Action {
  package static let permission = Permission.revealPersons
  package let person: PersonID
  package let fields: [PersonalField]
  package let reason: RevealReason
  package let note: String?
  /// Tells the first answer from the same form sent again.
  package let nonce: String

  package init(person: PersonID, fields: [PersonalField], reason: RevealReason, note: String?, nonce: String) {
    self.person = person
    self.fields = fields
    self.reason = reason
    self.note = note
    self.nonce = nonce
  }

  package func perform(in context: ActionContext) throws -> String {
    try PersonScope.require(person, context.principal, context.tx)
    guard reason != .other || note != nil else {
      throw Refusal(
        "reveal.note", Text("请说明查看的理由。", "Say why you need to see it."), field: "note",
        basis: [LegalBasis(.personalInformation, "51")])
    }
    context.record(
      "person.revealed", .person(person), basis: [LegalBasis(.personalInformation, "51")],
      facts: [
        "fields": .list(fields.map { .text($0.rawValue) }), "reasonCode": .text(reason.rawValue),
        "reason": .text(note ?? ""),
      ])
    return nonce
  }
}
