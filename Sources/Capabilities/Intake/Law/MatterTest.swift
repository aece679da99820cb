import Kernel
import Localization
import Registry
import WorkCalendar

/// 事项审查 · Matter test: the matter is one that the rule set names, or that a local pack adds (条例 10; 法律援助法 31 to 33).
enum MatterTest {
  static func judge(
    _ facts: Eligibility.Facts, _ rules: RuleSet, _ packs: [LocalRulePack], on day: Day
  ) -> Eligibility.Verdict.Test {
    guard let matter = facts.matter else { return unlisted(rules) }
    let name = matter.name(rules)
    let inScope = Text("“\(name.zh)”属于法律援助事项范围。", "“\(name.en)” is a matter in scope.")
    if let outside = CriminalStanding.refuses(facts, rules) {
      return test(.fail, CriminalStanding.key, outside.reason, outside.basis)
    }
    if matter == .military, !facts.groups.contains(where: \.isMilitary) { return notMilitary(matter, rules) }
    for pack in packs {
      guard let (key, basis) = pack.opens(matter, for: facts.groups) else { continue }
      return test(.pass, key, inScope, basis)
    }
    if matter == .retrial, rules >= .rs2022, !isOrdered(facts) { return notOrdered }
    if let ground = matter.ground(rules, on: day) { return test(.pass, matter.rawValue, inScope, ground.basis) }
    return matter == .otherByLaw ? unlisted(rules) : unknown(name, rules)
  }

  /// Who claims to be a petitioner without means has no retrial ordered yet, unless it is told.
  private static func isOrdered(_ facts: Eligibility.Facts) -> Bool {
    facts.retrialOrdered ?? !facts.claims.contains(.petitioner)
  }

  private static let notOrdered = test(
    .fail, MatterCode.retrial.rawValue,
    Text(
      "人民法院没有决定、裁定再审，人民检察院也没有提出抗诉，不能申请法律援助。可以提供法律咨询；法规、规章另有规定的，按照第三十一条第（九）项办理。",
      "Neither was a retrial ordered nor a protest lodged. Consultation can be given; where local rules name the matter, "
        + "aid rests on article 31(9)."), [.lal("33"), .lal("31(9)")])

  /// 军人军属援助实施办法 5: these matters are theirs alone.
  private static func notMilitary(_ matter: MatterCode, _ rules: RuleSet) -> Eligibility.Verdict.Test {
    test(
      .fail, matter.rawValue,
      Text(
        "这类事项只适用于军人、军属和遗属，申请人不在其中。可以提供法律咨询。",
        "These matters are for servicepersons, their families and survivors alone. Consultation can be given."),
      matter.grounds.basis(rules))
  }

  private static func unknown(_ name: Text, _ rules: RuleSet) -> Eligibility.Verdict.Test {
    test(
      .fail, "out-of-scope",
      Text(
        "适用的规则没有列举“\(name.zh)”，本地也没有补充规定。可以提供法律咨询。",
        "The rules in force do not list “\(name.en)”, nor is it added here. Consultation can be given."),
      scope(rules))
  }

  /// The regulations of 2003 listed six matters and left more to the provinces; the law of 2021 leaves more to any law,
  /// regulation or rule, which only people can look up.
  private static func unlisted(_ rules: RuleSet) -> Eligibility.Verdict.Test {
    rules < .rs2022
      ? test(
        .fail, "out-of-scope",
        Text(
          "不属于条例列举的事项，本地也没有补充规定。可以提供法律咨询。",
          "Not a matter that the regulations list, nor one added here. Consultation can be given."), scope(rules))
      : test(
        .notKnown, "unlisted-matter",
        Text(
          "不在已登记的事项中，请对照第三十一条至第三十三条人工判断。",
          "Not among the matters on record: judge it by hand against articles 31 to 33."), scope(rules))
  }

  private static func scope(_ rules: RuleSet) -> [LegalBasis] {
    rules < .rs2022 ? [.r03("10")] : [.lal("31"), .lal("32"), .lal("33")]
  }

  private static func test(
    _ result: Eligibility.Verdict.Result, _ key: String, _ reason: Text, _ basis: [LegalBasis]
  ) -> Eligibility.Verdict.Test {
    Eligibility.Verdict.Test(aspect: .matter, result: result, key: key, reason: reason, basis: basis)
  }
}
