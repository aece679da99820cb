import Cases
package import Intake
package import Kernel
import Localization
package import WorkCalendar

/// 通知情形规则 · Situation rule: from when to when a situation obliges an organ to notify, or lets it, by which article
/// (刑事诉讼法 2012, 34, 267, 286; 2018, 35, 278, 293, 304; 法律援助法 25, 28).
package struct SituationRule: Sendable {
  package let situation: NoticeSituation
  /// The sets that say so themselves; those that amend them take it over unless they say otherwise.
  package let ruleSets: [RuleSet]
  /// Where the text it rests on came into force within a rule set.
  package let from: Day?
  /// 应当通知 · The organ must notify; else it may.
  package let isMandatory: Bool
  package let organs: Set<OrganKind>
  package let ground: Grounds.Ground

  init(
    _ situation: NoticeSituation, _ ruleSets: [RuleSet], from: Day? = nil, may: Bool = false,
    by organs: Set<OrganKind> = Set(OrganKind.allCases), _ ground: Grounds.Ground
  ) {
    self.situation = situation
    self.ruleSets = ruleSets
    self.from = from
    isMandatory = !may
    self.organs = organs
    self.ground = ground
  }

  fileprivate func isInForce(on day: Day) -> Bool {
    from.map { $0 <= day } ?? true
  }

  /// The sets under which it is what the situation rests on, when they begin or when it does.
  private var appliesIn: [RuleSet] {
    RuleSet.allCases.filter { set in
      [set.from, from].contains { day in
        guard let day, set.holds(on: day), let rule = SituationRules.rule(situation, on: day) else { return false }
        return rule.ground == ground && rule.ruleSets == ruleSets
      }
    }
  }

  package var entry: RuleEntry {
    RuleEntry(
      "NS.\(situation.rawValue)", .notice, situation.name, ruleSets: appliesIn, from: from, basis: ground.basis,
      isVerified: ground.isVerified, note: ground.note ?? (isMandatory ? nil : .mayNotify))
  }
}

/// 通知情形表 · All situations, in the order of the law.
package enum SituationRules {
  /// What a situation rests on when the notice comes in on a day; nil where the law of that day does not know it.
  package static func rule(_ situation: NoticeSituation, on day: Day) -> SituationRule? {
    RuleSet.inForce(on: day).lineage.lazy.compactMap { set in
      all.first { $0.situation == situation && $0.ruleSets.contains(set) && $0.isInForce(on: day) }
    }.first
  }

  /// What a form offers on a day.
  package static func known(on day: Day) -> [NoticeSituation] {
    NoticeSituation.allCases.filter { rule($0, on: day) != nil }
  }

  /// 应当通知 · Whether one of them obliges: then nobody may be left without a defender.
  package static func isMandatory(_ situations: Set<NoticeSituation>, on day: Day) -> Bool {
    situations.contains { rule($0, on: day)?.isMandatory == true }
  }

  package static let all: [SituationRule] = [
    SituationRule(.minor, [.rs2012], .init([.cpl12("267")])),
    SituationRule(.minor, [.rs2018], .init([.cpl18("278")])),
    SituationRule(.minor, new, .init([.lal("25(1)")])),
    SituationRule(.blindDeafMute, [.rs2012], .init([.cpl12("34")])),
    SituationRule(.blindDeafMute, [.rs2018], .init([.cpl18("35")])),
    SituationRule(.visualHearingSpeechDisability, new, .init([.lal("25(2)")])),
    SituationRule(.limitedMentalCapacity, [.rs2012], .init([.cpl12("34")])),
    SituationRule(.limitedMentalCapacity, [.rs2018], .init([.cpl18("35")])),
    SituationRule(.limitedMentalCapacity, new, .init([.lal("25(3)")])),
    SituationRule(.lifeOrDeath, [.rs2012], .init([.cpl12("34")])),
    SituationRule(.lifeOrDeath, [.rs2018], .init([.cpl18("35")])),
    SituationRule(.lifeOrDeath, new, .init([.lal("25(4)")])),
    SituationRule(.deathReviewApplicant, [.rs2012], by: [.court], .init([LegalBasis(.interpretation2012, "42")])),
    SituationRule(.deathReviewApplicant, new, by: [.court], .init([.lal("25(5)")])),
    SituationRule(.inAbsentia, [.rs2018], by: [.court], .init([.cpl18("293")])),
    SituationRule(.inAbsentia, new, by: [.court], .init([.lal("25(6)")])),
    SituationRule(
      .suspendedDeathNewCrime, [.rs2018], from: .spc21, by: [.court], .init([LegalBasis(.interpretation2021, "47")])
    ),
    SituationRule(.suspendedDeathNewCrime, new, by: [.court], .init([LegalBasis(.interpretation2021, "47")])),
    SituationRule(.otherByLaw, new, .init([.lal("25(7)")])),
    SituationRule(
      .ordinaryProcedureNoCounsel, [.rs2012], may: true, by: [.court],
      .init([LegalBasis(.interpretation2012, "43")])),
    SituationRule(.ordinaryProcedureNoCounsel, new, may: true, by: [.court], .init([.lal("25")])),
    SituationRule(
      .foreignNoCounsel, [.rs2012], may: true, by: [.court],
      .init([LegalBasis(.interpretation2012, "402")])),
    SituationRule(
      .foreignNoCounsel, [.rs2018], from: .spc21, may: true, by: [.court],
      .init([LegalBasis(.interpretation2021, "485")])),
    SituationRule(
      .foreignNoCounsel, new, may: true, by: [.court], .init([LegalBasis(.interpretation2021, "485")])),
    SituationRule(
      .prosecutionPilot, new, may: true, by: [.procuratorate],
      .design(
        [LegalBasis(.prosecutionPilot2022, "")],
        Text("试点起始日期和范围以本地文件为准。", "From when and where the pilot runs is the local document's to say."))),
    SituationRule(.compulsoryTreatment, [.rs2012], by: [.court], .init([.cpl12("286")])),
    SituationRule(.compulsoryTreatment, [.rs2018], by: [.court], .init([.cpl18("304")])),
    SituationRule(.compulsoryTreatment, new, by: [.court], .init([.lal("28")])),
  ]

  private static let new: [RuleSet] = [.rs2022, .rs2023]
}

extension LegalBasis {
  static func cpl12(_ article: String) -> LegalBasis { LegalBasis(.criminalProcedure2012, article) }
  static func cpl18(_ article: String) -> LegalBasis { LegalBasis(.criminalProcedure2018, article) }
}

extension Text {
  fileprivate static let mayNotify = Text("可以通知。", "The organ may notify.")
}
