import Kernel
import Registry
package import WorkCalendar

/// 承办人资格 · Undertaker's standing: what an undertaker was on the day he was given a case. It stays with the case, so that
/// later changes of his profile or of the office's settings move no figure.
package enum UndertakerStanding: String, Sendable, Hashable, CaseIterable {
  /// 三年以上执业经历 · Three years of practice (K8).
  case experienced
  /// 熟悉未成年人身心特点 · Knows minors (K9).
  case juvenile
  /// 资深律师 · By the years that the office set (K10).
  case senior

  package static func of(
    practisingSince: Day?, knowsMinors: Bool, on day: Day, seniorYears: Int
  ) -> [UndertakerStanding] {
    let years = practisingSince?.fullYears(until: day) ?? 0
    var all: [UndertakerStanding] = []
    if years >= 3 { all.append(.experienced) }
    if knowsMinors { all.append(.juvenile) }
    if years >= seniorYears { all.append(.senior) }
    return all
  }
}

extension ActionContext {
  /// As the row of a case keeps it: empty where he is none of them, nil where nobody is named.
  func standing(of person: LegalAidPerson?) throws -> String? {
    guard let person else { return nil }
    let years = try SoftWeights.of(county, tx).seniorYears
    return UndertakerStanding.of(
      practisingSince: person.firstLicensedOn, knowsMinors: !person.juvenileEvidence.isEmpty, on: today,
      seniorYears: years
    ).map(\.rawValue).joined(separator: ";")
  }
}
