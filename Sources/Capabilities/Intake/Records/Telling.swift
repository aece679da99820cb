import Foundation
package import Kernel
import Localization
package import Registry
package import Storage

/// 申请人所述 · Telling: what was told of groups and household, as it stood on the day; sealed in the application's row.
package struct Telling: Sendable, Hashable, Codable {
  package var groups: [GroupCode]
  package var household: Household?
  /// Of a foreigner or stateless person; nil where it was not looked up.
  package var foreignerIsEntitled: Bool?
  /// Of a petition: a retrial was ordered or a protest lodged; nil where nobody asked.
  package var retrialOrdered: Bool?
  /// 代为申请人 · Who applied for the applicant; nil where he did so himself.
  package var representative: Representative?
  /// 口头申请 · Told by mouth and written down by staff; nil in what was recorded before this was asked.
  package var isOral: Bool?
  /// 刑事案件情况 · Nil outside criminal cases, and where nobody asked.
  package var criminal: CriminalFacts?
  /// 申诉情况 · Nil save in petitions.
  package var petition: PetitionFacts?
  /// 军人军属情况 · Nil where the applicant is none, and in what was recorded before this was asked.
  package var military: MilitaryFacts?
  /// 证明方式 · How the exemption claimed was shown; nil where by its paper, or where nobody asked.
  package var proof: ProofMode?

  package init(
    groups: [GroupCode] = [], household: Household? = nil, foreignerIsEntitled: Bool? = nil,
    retrialOrdered: Bool? = nil, representative: Representative? = nil, isOral: Bool? = nil,
    criminal: CriminalFacts? = nil, petition: PetitionFacts? = nil,
    military: MilitaryFacts? = nil, proof: ProofMode? = nil
  ) {
    self.proof = proof
    self.military = military
    self.groups = groups
    self.household = household
    self.foreignerIsEntitled = foreignerIsEntitled
    self.retrialOrdered = retrialOrdered
    self.representative = representative
    self.isOral = isOral
    self.criminal = criminal
    self.petition = petition
  }
}

extension Telling {
  /// 人群类别 · As they stand on papers, a unit by its code.
  var groupsOnPapers: String {
    let words = groups.map(\.name.zh).joined(separator: "、")
    return military.map { "\(words)（\($0.words.zh)）" } ?? words
  }
}

extension Application {
  package func telling(_ keys: KeyRing) throws -> Telling {
    try Sealed.open(Telling.self, toldSealed, as: Sealed.told(id), keys)
  }

  /// The verdict that the application was decided on, or stands on so far.
  package func verdict(_ keys: KeyRing) throws -> VerdictRecord {
    try Sealed.open(VerdictRecord.self, verdictSealed, as: Sealed.verdict(id), keys)
  }

  /// What the three tests are asked about.
  package func eligibility(_ keys: KeyRing) throws -> Eligibility.Facts {
    let telling = try telling(keys)
    return Eligibility.Facts(
      matter: matterCode, groups: telling.groups, claims: claims, household: telling.household,
      foreignerIsEntitled: telling.foreignerIsEntitled, track: track, retrialOrdered: telling.retrialOrdered,
      position: telling.criminal?.position, stage: stage)
  }
}

/// 加密存放 · Sealed values of an application's row: JSON under the key ring, bound to its place.
package enum Sealed {
  package static func told(_ id: ApplicationID) -> FieldPlace {
    FieldPlace("aid_application", "told_sealed", id.uuid)
  }
  package static func verdict(_ id: ApplicationID) -> FieldPlace {
    FieldPlace("aid_application", "verdict_sealed", id.uuid)
  }

  package static func seal(_ value: some Encodable, as place: FieldPlace, _ keys: KeyRing) throws -> [UInt8] {
    try keys.seal(CanonicalJSON.encode(value), as: place)
  }

  package static func open<T: Decodable>(_: T.Type, _ sealed: [UInt8], as place: FieldPlace, _ keys: KeyRing) throws
    -> T
  {
    try JSONDecoder().decode(T.self, from: Data(keys.open(sealed, as: place).utf8))
  }
}
