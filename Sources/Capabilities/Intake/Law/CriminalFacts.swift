package import Kernel
package import Localization
import Storage
package import WorkCalendar

/// 诉讼地位 · Legal position: on which side of a criminal case the applicant stands.
package enum LegalPosition: String, Sendable, Hashable, CaseIterable, Codable {
  case accused, victim, privateProsecutor, incidentalPlaintiff

  package var name: Text {
    switch self {
    case .accused: Text("犯罪嫌疑人、被告人", "Suspect or defendant")
    case .victim: Text("公诉案件被害人", "Victim in a public prosecution")
    case .privateProsecutor: Text("自诉人", "Private prosecutor")
    case .incidentalPlaintiff: Text("附带民事诉讼原告人", "Incidental-civil plaintiff")
    }
  }
}

/// 转交途径 · Through whom a detained person's application came.
package enum CustodyChannel: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case organ, supervisedPlace, dutyLawyer, relative

  package var name: Text {
    switch self {
    case .organ: Text("办案机关转交", "Forwarded by the handling organ")
    case .supervisedPlace: Text("监管场所转交", "Forwarded by the supervised place")
    case .dutyLawyer: Text("值班律师转交", "Forwarded by the duty lawyer")
    case .relative: Text("近亲属代为提出", "Brought by a relative")
    }
  }

  /// The limit to forward it; nobody is bound to hours who is of the family (条例 15; 法律援助法 39).
  package var limit: LimitRule? {
    switch self {
    case .organ, .supervisedPlace: CustodyLimits.forwarding
    case .dutyLawyer: CustodyLimits.forwardingByDutyLawyer
    case .relative: nil
    }
  }
}

/// 羁押 · Custody: where the applicant is held, and how the application came from there.
package struct Custody: Sendable, Hashable, Codable {
  package var place: String
  package var through: CustodyChannel
  /// 提出申请时间 · When the organ, the place or the duty lawyer had it.
  package var handedOverAt: Instant?

  package init(place: String, through: CustodyChannel, handedOverAt: Instant? = nil) {
    self.place = place
    self.through = through
    self.handedOverAt = handedOverAt
  }

  /// 迟延 · By how many whole hours it came late, begun ones counted; nil where it was in time or nobody knows.
  package func hoursLate(reachedAt: Instant, _ calendar: WorkCalendar) -> Int? {
    guard let handedOverAt, let limit = through.limit,
      let lateFrom = limit.due(
        from: .instant(handedOverAt), rules: .inForce(on: handedOverAt.day), calendar: calendar)?.lateFrom
    else { return nil }
    return reachedAt.hours(after: lateFrom)
  }
}

/// 刑事案件情况 · Criminal facts: what an application in a criminal case says beyond any other (条例 11, 15; 刑事规定 2013, 2,
/// 3; 法律援助法 24, 29, 39).
package struct CriminalFacts: Sendable, Hashable, Codable {
  package var position: LegalPosition
  package var organKind: OrganKind?
  package var organ: String?
  /// 办案机关案号 · The organ's own number; co-defendants find each other by it.
  package var organCase: String?
  /// Nil where the applicant is not held.
  package var custody: Custody?

  package init(
    _ position: LegalPosition, organKind: OrganKind? = nil, organ: String? = nil, organCase: String? = nil,
    custody: Custody? = nil
  ) {
    self.position = position
    self.organKind = organKind
    self.organ = organ
    self.organCase = organCase
    self.custody = custody
  }
}

extension Instant {
  /// 迟延小时 · How many hours, begun ones whole, it lies after another; nil where it does not.
  package func hours(after other: Instant) -> Int? {
    let late = other.milliseconds(until: self)
    return late > 0 ? Int((late + 3_599_999) / 3_600_000) : nil
  }
}
