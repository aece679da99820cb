import Kernel
import Localization

/// 事项审查 · Matter test: the matter is one that the rule set names (条例 10; 法律援助法 31, 32).
enum MatterTest {
  static func judge(_ facts: Eligibility.Facts, _ rules: RuleSet) -> Eligibility.Verdict.Test {
    guard let matter = facts.matter else { return unlisted(rules) }
    let name = matter.name(rules)
    return test(
      .pass, matter.rawValue,
      Text("“\(name.zh)”属于法律援助事项范围。", "“\(name.en)” is a matter in scope."),
      matter.grounds.basis(rules))
  }

  /// The regulations of 2003 listed six matters and left more to the provinces; the law of 2021 lists further ones,
  /// which the table of matters does not hold yet.
  private static func unlisted(_ rules: RuleSet) -> Eligibility.Verdict.Test {
    rules == .rs2012
      ? test(
        .fail, "out-of-scope",
        Text(
          "不属于条例列举的事项，本地也没有补充规定。可以提供法律咨询。",
          "Not a matter that the regulations list, nor one added here. Consultation can be given."), [.r03("10")])
      : test(
        .notKnown, "unlisted-matter",
        Text(
          "不在已登记的事项中，请对照第三十一条至第三十三条人工判断。",
          "Not among the matters on record: judge it by hand against articles 31 to 33."),
        [.lal("31"), .lal("32"), .lal("33")])
  }

  private static func test(
    _ result: Eligibility.Verdict.Result, _ key: String, _ reason: Text, _ basis: [LegalBasis]
  ) -> Eligibility.Verdict.Test {
    Eligibility.Verdict.Test(aspect: .matter, result: result, key: key, reason: reason, basis: basis)
  }
}
