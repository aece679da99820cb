import Cases
import Foundation
package import Intake
package import Kernel
package import Storage
package import WorkCalendar

package enum DefenceNoticeRecord {}
package typealias DefenceNoticeID = ID<DefenceNoticeRecord>

/// 办案机关联系人 · Whom the centre asks at the organ; sealed in the notice's row.
package struct OrganContact: Sendable, Hashable, Codable {
  package var name: String?
  package var phone: String?

  package init(name: String? = nil, phone: String? = nil) {
    self.name = name
    self.phone = phone
  }

  var isWhole: Bool { name != nil && phone != nil }

  func sealed(_ id: DefenceNoticeID, _ keys: KeyRing) throws -> [UInt8] {
    try keys.seal(CanonicalJSON.encode(self), as: Self.place(id))
  }

  static func open(_ sealed: [UInt8]?, _ id: DefenceNoticeID, _ keys: KeyRing) throws -> OrganContact {
    guard let sealed else { return OrganContact() }
    return try JSONDecoder().decode(OrganContact.self, from: Data(keys.open(sealed, as: place(id)).utf8))
  }

  private static func place(_ id: DefenceNoticeID) -> FieldPlace {
    FieldPlace("defence_notice", "contact_sealed", id.uuid)
  }
}

/// 通知辩护（代理）公函 · Defence notice: what an organ wrote to the centre, and how it came to its case. It is taken in
/// whatever it lacks and however late it is (法律援助法 25, 28, 36).
package struct DefenceNotice: Sendable {
  package let id: DefenceNoticeID
  package let aidCase: CaseID
  package let state: DefenceNoticeState
  package let organKind: OrganKind
  package let stage: Stage
  /// 是否羁押 · Nil where the notice does not say.
  package let isInCustody: Bool?
  /// 羁押场所 · Where the person is held; an address stands with the person.
  package let place: String?
  package let missing: [NoticeItem]
  package let receivedAt: Instant
  package let recorder: String
  package let discoveredOn: Day?
  package let hearingOn: Day?
  package let isShortProcedure: Bool
  package let lateDiscovery: Int?
  package let lateHearing: Int?
  package let refusedOn: Day?
  package let refusal: String?
  package let answeredOn: Day?
  package let answer: String?
  /// 另行通知次数 · How often the organ notified anew after it had permitted a refusal.
  package let renewals: Int
  package let version: Int
  let contactSealed: [UInt8]?

  init(_ row: Row) throws {
    id = try row.get("id")
    aidCase = try row.get("aid_case")
    state = try row.get("shown_state")
    organKind = try row.get("organ_kind")
    stage = try row.get("stage")
    isInCustody = try row.get("is_in_custody")
    place = try row.get("place")
    missing = try row.get("missing", as: String.self).split(separator: ";").compactMap {
      NoticeItem(rawValue: String($0))
    }
    receivedAt = try row.get("received_at")
    recorder = try row.get("recorder")
    discoveredOn = try row.get("discovered_on")
    hearingOn = try row.get("hearing_on")
    isShortProcedure = try row.get("is_short_procedure")
    lateDiscovery = try row.get("late_discovery")
    lateHearing = try row.get("late_hearing")
    refusedOn = try row.get("refused_on")
    refusal = try row.get("refusal")
    answeredOn = try row.get("answered_on")
    answer = try row.get("answer")
    renewals = try row.get("renewals")
    version = try row.get("version")
    contactSealed = try row.get("contact_sealed")
  }

  /// 迟延天数 · By how many days it came late, the worse of the two times.
  package var daysLate: Int? { [lateDiscovery, lateHearing].compactMap(\.self).max() }

  package func contact(_ keys: KeyRing) throws -> OrganContact { try OrganContact.open(contactSealed, id, keys) }
}

/// 询问记录 · What was asked of the organ about a notice, and what it answered.
package struct NoticeCall: Sendable {
  package let askedAt: Instant
  package let spokeWith: String
  package let answer: String
  package let recorder: String

  init(_ row: Row) throws {
    askedAt = try row.get("asked_at")
    spokeWith = try row.get("spoke_with")
    answer = try row.get("answer")
    recorder = try row.get("recorder")
  }
}

/// 另行通知 · Renewal: the organ notified anew after it had permitted a refusal; the refusal before, and its answer.
package struct NoticeRenewal: Sendable {
  package let receivedAt: Instant
  package let refusedOn: Day?
  package let refusal: String?
  package let answeredOn: Day?
  package let answer: String?
  /// 迟延天数 · After the court's own time (TL23).
  package let daysLate: Int?
  package let recorder: String

  init(_ row: Row) throws {
    receivedAt = try row.get("received_at")
    refusedOn = try row.get("refused_on")
    refusal = try row.get("refusal")
    answeredOn = try row.get("answered_on")
    answer = try row.get("answer")
    daysLate = try row.get("days_late")
    recorder = try row.get("recorder")
  }
}
