import Intake
import Kernel
import Localization
import Registry
import Testing
import WorkCalendar

private let rich = Household(members: 1, netIncomeFen: 100_000_000, months: 12)
private let line = HardshipLine(amountFen: 160_000, unit: .month)

@Suite struct ExemptionTests {
  /// X09 only since the law of 2021, X05 and X08 only while the procedure rules of 2012 stood.
  @Test(arguments: [
    ("X01", String?.some("10(1)"), String?.some("42(2)"), String?.some("42(2)")),
    ("X02", "10(2)", "42(2)", "42(2)"), ("X03", "10(3)", "42(2)", "42(2)"),
    ("X04", "10(4)", "42(2)", "42(2)"), ("X05", "10(5)", "10(5)", nil), ("X06", "10(6)", "42(1)", "42(1)"),
    ("X07", "10(7)", "42(2)", "42(2)"), ("X08", "10(8)", "10(8)", nil), ("X09", nil, "42(1)", "42(1)"),
  ])
  func byRuleSet(_ code: String, _ rs2012: String?, _ rs2022: String?, _ rs2023: String?) throws {
    let exemption = try #require(ExemptionCode(rawValue: code))
    for (rules, article) in [(RuleSet.rs2012, rs2012), (.rs2022, rs2022), (.rs2023, rs2023)] {
      let facts = Eligibility.Facts(matter: .maintenance, claims: [exemption], household: rich)
      let test = Eligibility.judge(facts, asOf: rules.from, rules: rules, line: line)[.hardship]
      #expect(test?.result == (article == nil ? .fail : .exempt))
      #expect(test?.key == (article == nil ? "household-income" : code))
      if let article { #expect(test?.basis.map(\.article) == [article]) }
    }
  }

  /// 法律援助法 42, 程序规定 2012, 10(9): those that the law gives without more.
  @Test(arguments: [("X22", String?.none, String?.some("42(2)")), ("X23", "10(9)", "42(4)"), ("X17", "12", "25")])
  func sinceTheLaw(_ code: String, _ rs2012: String?, _ later: String?) throws {
    let exemption = try #require(ExemptionCode(rawValue: code))
    for (rules, article) in [(RuleSet.rs2012, rs2012), (.rs2022, later), (.rs2023, later)] {
      let facts = Eligibility.Facts(matter: .maintenance, claims: [exemption], household: rich)
      let test = Eligibility.judge(facts, asOf: rules.from, rules: rules, line: line)[.hardship]
      #expect(test?.result == (article == nil ? .fail : .exempt))
      if let article { #expect(test?.basis.first?.article == article) }
    }
  }

  /// AT-7.3, 法律援助法 42(3): a migrant worker's claim to pay or for a work injury, and nothing else.
  @Test(arguments: [
    (MatterCode.labourPay, RuleSet.rs2012, false), (.labourPay, .rs2022, true), (.personalInjury, .rs2023, true),
    (.maintenance, .rs2023, false),
  ])
  func migrantWorkers(_ matter: MatterCode, _ rules: RuleSet, _ isExempt: Bool) {
    let facts = Eligibility.Facts(
      matter: matter, groups: [.migrantWorker], claims: [.migrantWorker], household: rich)
    let test = Eligibility.judge(facts, asOf: rules.from, rules: rules, line: line)[.hardship]
    #expect(test?.result == (isExempt ? .exempt : .fail))
    #expect(test?.key == (isExempt ? "X10" : "household-income"))
  }

  /// No national law gives these: without a pack they exempt nobody.
  @Test(arguments: [
    ExemptionCode.conscripts, .military, .criminalSituation, .familyPlanning, .planMilitary, .petitioner,
  ])
  func onlyByAPack(_ exemption: ExemptionCode) {
    for rules in RuleSet.allCases {
      let facts = Eligibility.Facts(matter: .maintenance, claims: [exemption], household: rich)
      #expect(Eligibility.judge(facts, asOf: rules.from, rules: rules, line: line)[.hardship]?.result == .fail)
    }
    #expect(exemption.entries.allSatisfy { !$0.isVerified && $0.note != nil })
  }

  /// The second claim counts where the first has no ground yet.
  @Test func theFirstClaimWithAGroundCounts() {
    let facts = Eligibility.Facts(
      matter: .maintenance, claims: [.vulnerableWithoutIncome, .livingAllowance], household: rich)
    #expect(Eligibility.judge(facts, asOf: RuleSet.rs2012.from, rules: .rs2012, line: nil)[.hardship]?.key == "X01")
  }

  @Test(arguments: ExemptionCode.allCases, RuleSet.allCases)
  func everyExemptionSaysWhatProvesIt(_ exemption: ExemptionCode, _ rules: RuleSet) {
    #expect(!exemption.proof(rules).zh.isEmpty && !exemption.proof(rules).en.isEmpty)
  }

  /// 程序规定 2012, 9 and 10; 法律援助法 41, 42; 在线政务服务规定 7: what may stand for the paper, by rule set.
  @Test(arguments: [
    (ExemptionCode.livingAllowance, RuleSet.rs2012, [ProofMode.certificateHeld, .sharedDataQuery]),
    (.livingAllowance, .rs2023, [.certificateHeld, .sharedDataQuery, .onlineECertificate]),
    (.disabledWithoutIncome, .rs2012, [.stampedCertificate, .certificateHeld]),
    (.disabledWithoutIncome, .rs2022, [.certificateHeld, .onlineECertificate]),
    (.conscripts, .rs2012, [.stampedCertificate, .certificateHeld]), (.military, .rs2012, [.certificateHeld]),
    (.notified, .rs2012, [.organNotice]), (.criminalSituation, .rs2012, [.certificateHeld, .organNotice]),
    (.familyPlanning, .rs2012, [.certificateHeld]),
    (.petitioner, .rs2012, [.stampedCertificate, .certificateHeld]),
    (.petitioner, .rs2022, [.certificateHeld, .honestyDeclaration]),
    (.socialAssistance, .rs2022, [.certificateHeld, .sharedDataQuery, .onlineECertificate]),
  ])
  func whatMayStandForIt(_ exemption: ExemptionCode, _ rules: RuleSet, _ modes: [ProofMode]) {
    #expect(exemption.proofModes(rules) == modes)
    #expect(exemption.proofs(rules).allSatisfy { !$0.ways.isEmpty })
  }

  @Test func allThatIsAskedIsSaid() {
    #expect(ExemptionCode.livingAllowance.proof(.rs2023).zh == "最低生活保障证、电子证照或者民政部门数据查询结果")
    #expect(ExemptionCode.disabledWithoutIncome.proof(.rs2012).zh == "残疾人证，以及村（居）民委员会出具的无固定生活来源证明")
    #expect(ExemptionCode.petitioner.proof(.rs2022).en == "the effective judgment, and Economic-hardship statement")
  }

  /// P12 10(1) to (6) are cited from memory.
  @Test func whatWasNotReadSaysSo() {
    let local = ["X15", "X16", "X18", "X19", "X20", "X21"]
    for entry in ExemptionCode.allCases.flatMap(\.entries) where !local.contains(entry.key) {
      let isMemory = entry.basis.contains {
        $0.law == .procedure2012 && !["10(7)", "10(8)", "10(9)"].contains($0.article)
      }
      #expect(entry.isVerified == !isMemory, "\(entry.key)")
      #expect((entry.note == nil) == entry.isVerified)
    }
  }
}
