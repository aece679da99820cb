import Foundation
import Kernel
package import Registry
import Storage
import WorkCalendar

/// 咨询人 · Consulter: who asked, as far as he told; sealed in the consultation's row.
package struct Consulter: Sendable, Hashable, Codable {
  package var name: String?
  package var identityNumber: String?
  package var phone: String?
  package var address: String?
  package var groups: [GroupCode]
  /// 拒绝提供身份信息 · He was asked and would not say who he is.
  package var declinesIdentity: Bool
  /// 陪同人员 · Who came along.
  package var companions: String?

  package init(
    name: String? = nil, identityNumber: String? = nil, phone: String? = nil, address: String? = nil,
    groups: [GroupCode] = [], declinesIdentity: Bool = false, companions: String? = nil
  ) {
    self.name = name
    self.identityNumber = identityNumber.map(Normalise.identityNumber)
    self.phone = phone
    self.address = address
    self.groups = groups
    self.declinesIdentity = declinesIdentity
    self.companions = companions
  }

  /// As the number says; nil where none was told.
  var birthOn: Day? { identityNumber.flatMap { try? IdentityNumber($0) }?.birthOn }

  /// What the flags leave of it: a mask of the name, and nothing of what is masked. Companions are told of who is shown.
  func seen(by principal: Principal, _ protection: Protection) -> Consulter {
    func kept<T>(_ field: PersonalField, _ value: T?) -> T? {
      protection.shows(field, to: principal) ? value : nil
    }
    var seen = self
    seen.name = name.map { protection.name($0, to: principal) }
    seen.identityNumber = kept(.identityNumber, identityNumber)
    seen.phone = kept(.phone, phone)
    seen.address = kept(.address, address)
    seen.companions = kept(.name, companions)
    return seen
  }

  func sealed(_ id: ConsultationID, _ keys: KeyRing) throws -> [UInt8] {
    try keys.seal(CanonicalJSON.encode(self), as: Self.place(id))
  }

  static func open(_ sealed: [UInt8], _ id: ConsultationID, _ keys: KeyRing) throws -> Consulter {
    try JSONDecoder().decode(Consulter.self, from: Data(keys.open(sealed, as: place(id)).utf8))
  }

  private static func place(_ id: ConsultationID) -> FieldPlace {
    FieldPlace("consultation", "consulter_sealed", id.uuid)
  }
}
