import Intake
import Kernel
import Localization
import Testing

/// 条例 17, 程序规定 2012, 9: a stamped certificate; 法律援助法 41: one's own statement.
@Suite struct MaterialChecklistTests {
  @Test(arguments: [(RuleSet.rs2012, "盖公章"), (.rs2018, "盖公章"), (.rs2022, "说明表"), (.rs2023, "说明表")])
  func hardshipPaper(_ rules: RuleSet, _ words: String) throws {
    let items = MaterialChecklist.items(track: .civil, matter: .labourPay, rules: rules)
    #expect(items.map(\.code) == ["F02", "identity", "hardship", "case"])
    let hardship = try #require(items.first { $0.code == "hardship" })
    #expect(hardship.name.zh.contains(words))
    #expect(hardship.why.zh.contains(rules < .rs2022 ? "盖章" : "诚信承诺"))
    #expect(hardship.basis == (rules < .rs2022 ? [.r03("17"), .p12("9")] : [.lal("41")]))
    #expect(items.allSatisfy { $0.isRequired })
    #expect(ProofMode.ofHardship(rules) == (rules < .rs2022 ? .stampedCertificate : .honestyDeclaration))
  }

  @Test func anExemptionIsProvenInstead() {
    let codes = { (rules: RuleSet, exemption: ExemptionCode) in
      MaterialChecklist.items(track: .civil, matter: .maintenance, rules: rules, exemption: exemption).map(\.code)
    }
    #expect(codes(.rs2012, .livingAllowance) == ["F02", "identity", "exemption", "case"])
    #expect(codes(.rs2012, .vulnerableWithoutIncome) == ["F02", "identity", "hardship", "case"])
    #expect(codes(.rs2023, .vulnerableWithoutIncome) == ["F02", "identity", "exemption", "case"])
    let items = MaterialChecklist.items(
      track: .civil, matter: .maintenance, rules: .rs2012, exemption: .livingAllowance)
    #expect(items.allSatisfy { $0.isRequired })
  }

  /// 在线政务服务规定 7: what the office looked up itself is not asked for.
  @Test(arguments: [
    (ProofMode.sharedDataQuery, false), (.onlineECertificate, false), (.certificateHeld, true),
    (.organNotice, true),
  ])
  func whatIsLookedUpIsNotAskedFor(_ proof: ProofMode, _ isAsked: Bool) {
    let items = MaterialChecklist.items(
      track: .civil, matter: .maintenance, rules: .rs2023, exemption: .livingAllowance, proof: proof)
    #expect(items.map(\.code).contains("exemption") == isAsked)
    #expect(!items.map(\.code).contains("hardship"))
  }

  @Test func goodSamaritansShowNoHardshipSince2022() {
    let codes = { MaterialChecklist.items(track: .civil, matter: .goodSamaritan, rules: $0).map(\.code) }
    #expect(codes(.rs2012).contains("hardship"))
    #expect(!codes(.rs2022).contains("hardship"))
  }

  @Test func representativesShowTheirRight() {
    let items = MaterialChecklist.items(track: .civil, matter: nil, rules: .rs2023, isRepresented: true)
    #expect(items.map(\.code) == ["F02", "identity", "agency", "hardship", "case"])
    #expect(items.allSatisfy { $0.isRequired })
  }

  @Test func notifiedCasesNeedTheNoticeOnly() {
    let items = MaterialChecklist.items(track: .criminalNotified, matter: nil, rules: .rs2012)
    #expect(items.map(\.code) == ["notice"] && items.allSatisfy { $0.isRequired })
  }
}
