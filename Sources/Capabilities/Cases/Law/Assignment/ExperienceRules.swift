import Intake
import Kernel
import Localization
import Registry
import WorkCalendar

extension AssignmentRule {
  /// Q1: three years of practice by the plan of 2016; since the law of 2021 the product also asks three years of
  /// criminal defence, as the rules of 2023 word it.
  static let lifeOrDeath = AssignmentRule(
    key: "Q1",
    name: Text("可能判处无期徒刑、死刑的案件由三年以上执业经历的律师承办", "Life or death cases: a lawyer with three years' practice"),
    grounds: Grounds([
      .rs2012: Grounds.Ground([LegalBasis(.plan2016, "6"), .c13("13")]),
      .rs2022: Grounds.Ground(
        [.lal("26")],
        note: Text("默认同时要求三年以上刑事辩护经历。", "The default also asks three years of criminal defence.")),
      .rs2023: Grounds.Ground([.lal("26"), .p23("26")]),
    ])
  ) { facts, rules, day in
    facts.aidCase.situations.contains(.lifeOrDeath) ? inexperience(facts, rules, day) : nil
  }

  static let deathReview = AssignmentRule(
    key: "Q2", name: Text("死刑复核案件由三年以上相关执业经历的律师承办", "Death review: a lawyer with three years' practice"),
    grounds: Grounds([.rs2022: [.lal("26")], .rs2023: [.lal("26"), .p23("26")]])
  ) { facts, rules, day in
    facts.aidCase.stage == .deathReview ? inexperience(facts, rules, day) : nil
  }

  /// Q3: a suspect or defendant under the rules of 2012; any minor since.
  static let minors = AssignmentRule(
    key: "Q3", name: Text("未成年人案件由熟悉未成年人身心特点的律师承办", "Minors: a lawyer who knows minors"),
    grounds: Grounds([
      .rs2012: [LegalBasis(.plan2016, "6"), .c13("13")], .rs2022: [LegalBasis(.minors, "104")],
      .rs2023: [.p23("26"), LegalBasis(.minors, "104")],
    ])
  ) { facts, rules, _ in
    guard facts.aidCase.situations.contains(.minor), rules >= .rs2022 || facts.aidCase.isCriminal,
      facts.person.juvenileCompetent != true
    else { return nil }
    return Text("没有登记熟悉未成年人身心特点的能力。", "Not on record as knowing minors.")
  }

  /// Three years, or as many more as a pack in force asks.
  private static func inexperience(_ facts: AssignmentFacts, _ rules: RuleSet, _ day: Day) -> Text? {
    guard let licensed = facts.person.firstLicensedOn else {
      return Text("没有登记首次执业日期，不能认定执业年限。", "No first licence date is on record.")
    }
    let years = licensed.fullYears(until: day)
    if years < 3 {
      return Text("首次执业日期为\(licensed)，执业未满三年。", "First licensed on \(licensed): less than three years of practice.")
    }
    for pack in facts.packs.compactMap({ $0.standing(on: day) }) {
      guard let wanted = pack.practiceYears, years < wanted.value else { continue }
      let basis = Text.list(pack.basis("", wanted.terms).map(\.name))
      return Text(
        "首次执业日期为\(licensed)，执业未满\(wanted.value)年：\(basis.zh)。",
        "First licensed on \(licensed): less than \(wanted.value) years of practice; \(basis.en).")
    }
    if rules >= .rs2022, (facts.person.criminalDefenceYears ?? 0) < 3 {
      return Text("刑事辩护经历未满三年。", "Less than three years of criminal defence.")
    }
    return nil
  }
}
