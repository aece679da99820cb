package import Kernel
import Localization
package import WorkCalendar

/// 申诉情况 · Petition facts: what an application says beyond any other when somebody does not accept an effective judgment
/// or decision (2017年律师代理申诉制度意见 1, 4; 法律援助法 33).
package struct PetitionFacts: Sendable, Hashable, Codable {
  /// 生效裁判文书案号 · The number of the effective judgment or decision.
  package var judgment: String
  package var effectiveOn: Day?
  /// 受理申诉的机关 · The court or procuratorate that is petitioned.
  package var organ: String?
  /// 法定申诉事由 · The statutory ground of the petition.
  package var ground: String
  /// 曾被驳回 · Whether an earlier petition was rejected; nil where nobody asked.
  package var wasRejected: Bool?

  package init(
    judgment: String, effectiveOn: Day? = nil, organ: String? = nil, ground: String, wasRejected: Bool? = nil
  ) {
    self.judgment = judgment
    self.effectiveOn = effectiveOn
    self.organ = organ
    self.ground = ground
    self.wasRejected = wasRejected
  }

  /// 申请再审期限 · The last day to apply for a retrial in a civil matter.
  package func retrialBy(_ calendar: WorkCalendar) -> Day? {
    guard let effectiveOn else { return nil }
    return PetitionLimits.retrial.due(
      from: .day(effectiveOn), rules: .inForce(on: effectiveOn), calendar: calendar)?.value?.day
  }
}

/// 申诉期限 · The limit of petitions. It binds the petitioner, not this office.
package enum PetitionLimits {
  package static let all = [retrial]

  /// Six months since the judgment took effect; the article is that of 2023, and earlier numbers of it were not read.
  package static let retrial = LimitRule(
    "PT1", Text("申请民事再审", "Apply for a civil retrial"), roles: [],
    .throughout(.init(.months(6, days: 0), [LegalBasis(.civilProcedure2023, "216")], isVerified: false)),
    note: .fromMemory)
}
