import Kernel
import Localization
import WorkCalendar

/// 经济困难审查 · Hardship test: exempt by matter or by a proven claim, else the income per head against the line, by
/// whole fen (程序规定 2012, 15; 法律援助法 34, 41, 42).
enum HardshipTest {
  static func judge(
    _ facts: Eligibility.Facts, _ rules: RuleSet, _ packs: [LocalRulePack], _ line: HardshipLine?, on day: Day
  ) -> Eligibility.Verdict.Test {
    if let exempt = exemption(facts, rules, packs) { return exempt }
    // Where the office has no line of its own, that of a pack counts, and is cited.
    let own = line.flatMap { $0.isInForce(on: day) ? ($0, [LegalBasis]()) : nil }
    let local = packs.lazy.flatMap { pack in pack.hardshipLines.map { ($0, pack.basis()) } }
    return income(facts.household, rules, own ?? local.first { $0.0.isInForce(on: day) })
  }

  private static func exemption(
    _ facts: Eligibility.Facts, _ rules: RuleSet, _ packs: [LocalRulePack]
  ) -> Eligibility.Verdict.Test? {
    if let matter = facts.matter, let basis = matter.hardshipExemption(rules) {
      return test(
        .exempt, matter.rawValue,
        Text("这类事项不受经济困难条件限制。", "This matter needs no hardship test."), basis)
    }
    for claim in facts.claims {
      let local = packs.first { $0.exemption(claim, of: facts.matter, for: facts.groups) != nil }
      guard let basis = claim.ground(rules, facts.matter)?.basis ?? local?.basis(claim.rawValue) else { continue }
      return test(
        .exempt, claim.rawValue,
        Text("免予经济困难审查：\(claim.name.zh)。", "Exempt from the hardship test: \(claim.name.en)."), basis)
    }
    return nil
  }

  private static func income(
    _ household: Household?, _ rules: RuleSet, _ line: (HardshipLine, basis: [LegalBasis])?
  ) -> Eligibility.Verdict.Test {
    let key = household?.opponentInHousehold == true ? "own-income" : "household-income"
    let basis = (key == "own-income" ? ownIncome : householdIncome).basis(rules)
    guard let household, let tested = household.tested else {
      return test(
        .notKnown, key,
        Text("还没有填写经济状况，不能判断是否经济困难。", "The income is not recorded yet, so hardship cannot be judged."), basis)
    }
    guard let (line, local) = line else {
      return test(
        .notKnown, "no-line",
        Text(
          "本县没有登记当日有效的经济困难标准，请管理员登记后再判断。",
          "No hardship line in force on the day is on record: ask the administrator to enter it."), basis)
    }
    let isCovered = line.covers(incomeFen: tested.incomeFen, months: household.months, members: tested.members)
    return test(isCovered ? .pass : .fail, key, reason(isCovered, household, tested, line), basis + local)
  }

  private static func reason(
    _ isCovered: Bool, _ household: Household, _ tested: (incomeFen: Int64, members: Int), _ line: HardshipLine
  ) -> Text {
    let unit = line.unit == .month ? Text("每月", "a month") : Text("每年", "a year")
    let verdict = isCovered ? Text("不超过", "is within") : Text("超过", "is over")
    return .each { language in
      let income = Format.money(fen: tested.incomeFen, language)
      let amount = Format.money(fen: line.amountFen, language)
      return language == .zh
        ? "\(household.months)个月、\(tested.members)人的净收入共\(income)，人均\(verdict.zh)经济困难标准（\(unit.zh)\(amount)）。"
        : "The net income of \(tested.members) over \(household.months) months is \(income); per head it "
          + "\(verdict.en) the hardship line (\(amount) \(unit.en))."
    }
  }

  static let entries =
    householdIncome.entries(
      "household-income", .eligibility,
      Text("家庭人均收入不超过经济困难标准", "Household income per head within the hardship line"))
    + ownIncome.entries(
      "own-income", .eligibility,
      Text("对方当事人是家庭成员的，按申请人本人收入审查", "With the opponent in the household, the applicant's own income counts"))

  private static let householdIncome = Grounds([
    .rs2012: [.r03("13"), .p12("15(1)")], .rs2022: [.lal("34")], .rs2023: [.lal("34")],
  ])
  private static let ownIncome = Grounds([
    .rs2012: Grounds.Ground([.p12("15(2)")]), .rs2022: Grounds.Ground([.p12("15(2)"), .lal("34")]),
    .rs2023: .design(
      [.lal("34")],
      Text(
        "沿用2012年程序规定第十五条的算法，2023年规定的条文尚未核对。",
        "Reckoned as in article 15 of 2012; the text of 2023 is not yet checked.")),
  ])

  private static func test(
    _ result: Eligibility.Verdict.Result, _ key: String, _ reason: Text, _ basis: [LegalBasis]
  ) -> Eligibility.Verdict.Test {
    Eligibility.Verdict.Test(aspect: .hardship, result: result, key: key, reason: reason, basis: basis)
  }
}
