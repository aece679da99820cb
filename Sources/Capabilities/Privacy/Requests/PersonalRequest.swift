package import Kernel
package import Localization
import Storage
package import WorkCalendar

package typealias PersonalRequestID = ID<PersonalRequest>

/// 请求事项 · Request kind: which right over the own data somebody uses (个人信息保护法 44–48).
package enum PersonalRequestKind: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case copy, correction, restriction, erasure

  package var name: Text {
    switch self {
    case .copy: Text("查阅、复制", "Copy")
    case .correction: Text("更正、补充", "Correction")
    case .restriction: Text("限制处理", "Restriction")
    case .erasure: Text("删除", "Erasure")
    }
  }

  package var basis: LegalBasis {
    switch self {
    case .copy: LegalBasis(.personalInformation, "45")
    case .correction: LegalBasis(.personalInformation, "46")
    case .restriction: LegalBasis(.personalInformation, "44")
    case .erasure: LegalBasis(.personalInformation, "47")
    }
  }
}

/// 身份核验方式 · Identity check: how the office made sure that it is the person, or who may ask for him.
package enum IdentityCheck: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case identityCard, guardian, representative

  package var name: Text {
    switch self {
    case .identityCard: Text("本人到场，核对身份证件", "The person came; identity card checked")
    case .guardian: Text("监护人到场，核对双方证件和监护关系", "The guardian came; both cards and the guardianship checked")
    case .representative:
      Text("受托人到场，核对双方证件和授权委托书", "A representative came; both cards and the power of attorney checked")
    }
  }
}

/// 个人信息请求 · Personal-information request: who asks what about the own data, until when it is to be answered, and how it
/// was. What is asked and answered is sealed in the row.
package struct PersonalRequest: Sendable {
  package let id: PersonalRequestID
  package let number: String
  package let person: PersonID
  package let kind: PersonalRequestKind
  package let state: PersonalRequestState
  package let check: IdentityCheck
  package let origin: AgencyID
  package let owner: AgencyID
  package let content: String
  package let receivedOn: Day
  package let recorder: String
  package let ground: RefusalGround?
  package let reason: String?
  package let answeredBy: String?
  package let answeredOn: Day?
  package let version: Int

  init(_ row: Row, _ keys: KeyRing) throws {
    id = try row.get("id")
    number = try row.get("number")
    person = try row.get("person")
    kind = try row.get("kind")
    state = try row.get("state")
    check = try row.get("identity_check")
    origin = try row.get("origin")
    owner = try row.get("owner")
    content = try keys.open(row.get("content_sealed"), as: Self.place("content_sealed", id))
    receivedOn = try row.get("received_on")
    recorder = try row.get("recorder")
    ground = try row.get("ground")
    let id = id
    reason = try row.get("reason_sealed", as: [UInt8]?.self).map {
      try keys.open($0, as: Self.place("reason_sealed", id))
    }
    answeredBy = try row.get("answered_by")
    answeredOn = try row.get("answered_on")
    version = try row.get("version")
  }

  static func place(_ column: String, _ id: PersonalRequestID) -> FieldPlace {
    FieldPlace("personal_request", column, id.uuid)
  }
}

extension Subject {
  package static func personalRequest(_ id: PersonalRequestID) -> Subject { Subject("personalRequest", id.uuid) }
}

extension NumberKind {
  /// The kind word is ours.
  package static let personalRequest = NumberKind(
    "personalRequest", Text("个人信息请求编号", "Number of personal-information requests"), word: "信")
}
