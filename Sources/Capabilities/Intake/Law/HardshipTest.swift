import Kernel
import Localization
import WorkCalendar

/// 经济困难审查 · Hardship test: exempt by matter or by a proven claim, else the income per head against the line, by
/// whole fen (程序规定 2012, 15; 法律援助法 34, 41, 42).
enum HardshipTest {
  static func judge(
    _ facts: Eligibility.Facts, _ rules: RuleSet, _ packs: [LocalRulePack], _ line: HardshipLine?, on day: Day,
    in division: String?
  ) -> Eligibility.Verdict.Test {
    if let exempt = exemption(facts, rules, packs) { return exempt }
    return income(facts.household, rules, self.line(line, packs, on: day, in: division))
  }

  /// 适用的标准 · The line that counts: the office's own; where it has none that of a pack, of several the nearest place's,
  /// and then the pack is cited.
  static func line(
    _ own: HardshipLine?, _ packs: [LocalRulePack], on day: Day, in division: String?
  ) -> (line: HardshipLine, basis: [LegalBasis])? {
    if let own, own.isInForce(on: day) { return (own, []) }
    let local = packs.flatMap { pack in
      pack.hardshipLines.map { ($0, pack.basis("", EntryTerms(document: $0.source))) }
    }
    .filter { $0.0.isInForce(on: day) && $0.0.isLine(of: division) }
    return local.dropFirst().reduce(local.first) { best, next in
      best.map { HardshipLine.nearer(next.0, $0.0) ? next : $0 }
    }
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
      let local = packs.exemption(claim, of: facts.matter, for: facts.groups)
      let added = local.map { $0.pack.basis(claim.rawValue, $0.entry.terms) }
      guard let basis = claim.ground(rules, facts.matter)?.basis ?? added else { continue }
      return test(
        .exempt, claim.rawValue,
        Text("免予经济困难审查：\(claim.name.zh)。", "Exempt from the hardship test: \(claim.name.en)."), basis)
    }
    return nil
  }

  private static func income(
    _ household: Household?, _ rules: RuleSet, _ line: (line: HardshipLine, basis: [LegalBasis])?
  ) -> Eligibility.Verdict.Test {
    let rule = line?.line.household ?? .coResident
    let key =
      household?.opponentInHousehold == true || rule == .applicantAlone ? "own-income" : "household-income"
    let basis = (key == "own-income" ? ownIncome : householdIncome).basis(rules)
    guard let household, let tested = household.tested(rule) else {
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
    if let months = line.lookbackMonths, months != household.months {
      return test(.notKnown, "lookback", lookback(months, told: household.months), basis + local)
    }
    let isCovered = line.covers(incomeFen: tested.incomeFen, months: household.months, members: tested.members)
    if isCovered, line.assets == .noValuables, household.assets?.areValuable != false {
      return assets(household.assets?.areValuable, basis + local)
    }
    return test(isCovered ? .pass : .fail, key, reason(isCovered, household, tested, line), basis + local)
  }

  static func lookback(_ months: Int, told: Int) -> Text {
    Text(
      "经济困难标准看申请前\(months)个月的收入，填写的是\(told)个月：请按\(months)个月填写收入和月数。",
      "The hardship line looks at the \(months) months before the application, and \(told) were told: tell the income of "
        + "\(months) months.")
  }

  private static func assets(_ areValuable: Bool?, _ basis: [LegalBasis]) -> Eligibility.Verdict.Test {
    areValuable == true
      ? test(
        .fail, "assets",
        Text(
          "收入不超过经济困难标准，但是有贵重财产，不符合标准。",
          "The income is within the hardship line, but there are valuable assets, which it rules out."), basis)
      : test(
        .notKnown, "assets",
        Text(
          "经济困难标准要求没有贵重财产，请填写家庭财产后再判断。",
          "The hardship line asks that there be no valuable assets: tell the assets of the household."), basis)
  }

  private static func reason(
    _ isCovered: Bool, _ household: Household, _ tested: (incomeFen: Int64, members: Int), _ line: HardshipLine
  ) -> Text {
    let unit = line.unit == .month ? Text("每月", "a month") : Text("每年", "a year")
    let verdict = isCovered ? Text("不超过", "is within") : Text("超过", "is over")
    let working = working(isCovered, household, tested, line)
    return .each { language in
      let income = Format.money(fen: tested.incomeFen, language)
      let amount = Format.money(fen: line.amountFen, language)
      return
        (language == .zh
        ? "\(household.months)个月、\(tested.members)人的净收入共\(income)，人均\(verdict.zh)经济困难标准（\(unit.zh)\(amount)）。"
        : "The net income of \(tested.members) over \(household.months) months is \(income); per head it "
          + "\(verdict.en) the hardship line (\(amount) \(unit.en)).") + working[language]
    }
  }

  /// 计算 · The two sides as they are compared, so that whoever reads the paper can reckon it again.
  private static func working(
    _ isCovered: Bool, _ household: Household, _ tested: (incomeFen: Int64, members: Int), _ line: HardshipLine
  ) -> Text {
    let (income, most) = line.sides(
      incomeFen: tested.incomeFen, months: household.months, members: tested.members)
    guard let income = Int64(exactly: income), let most = Int64(exactly: most) else { return .same("") }
    return .each { language in
      let money = { (fen: Int64) in Format.money(fen: fen, language) }
      let left = line.unit == .month ? money(income) : "\(money(tested.incomeFen)) × 12 = \(money(income))"
      let right = "\(money(line.amountFen)) × \(household.months) × \(tested.members) = \(money(most))"
      return Text("计算：", " Reckoned: ")[language] + "\(left) \(isCovered ? "≤" : ">") \(right)"
        + Text("。", ".")[language]
    }
  }

  static let entries =
    householdIncome.entries(
      "household-income", .eligibility,
      Text("家庭人均收入不超过经济困难标准", "Household income per head within the hardship line"))
    + ownIncome.entries(
      "own-income", .eligibility,
      Text("对方当事人是家庭成员的，按申请人本人收入审查", "With the opponent in the household, the applicant's own income counts"))
    + line.entries(
      "lookback", .eligibility,
      Text("收入按标准规定的月数填写", "Income is told of the months that the line looks at"))
    + line.entries(
      "assets", .eligibility,
      Text("标准要求没有贵重财产的，按家庭财产审查", "Where the line rules out valuable assets, the household's are looked at"))

  private static let householdIncome = Grounds([
    .rs2012: [.r03("13"), .p12("15(1)")], .rs2022: [.lal("34")], .rs2023: [.lal("34")],
  ])
  /// What a line asks is its own document's; the law leaves the line to the provinces.
  private static let line = Grounds([
    .rs2012: .design([.r03("13")], ofTheLine), .rs2022: .design([.lal("34")], ofTheLine),
    .rs2023: .design([.lal("34")], ofTheLine),
  ])
  private static let ofTheLine = Text(
    "由登记的经济困难标准规定，国家没有统一规定。", "As the line on record says; there is no national rule.")
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
