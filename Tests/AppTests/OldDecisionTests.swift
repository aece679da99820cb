import App
import Intake
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 旧决定 · A rule that is edited changes what is decided from then on, and nothing that was decided.
@Suite(.timeLimit(.minutes(2))) struct OldDecisionTests {
  private static let told: [String: [String]] = [
    "matter": ["M04"], "cause": ["赡养费纠纷"], "opposing": ["王大"], "stage": ["firstInstance"],
    "netIncome": ["900,000"], "groups": ["familyPlanningHardship"], "claims": ["X19"],
  ]

  private static func pack(_ document: String, from day: String) throws -> LocalRulePack {
    try RulePackFile.read(
      yaml: """
        pack: {name: 试点, document: \(document), from: \(day)}
        exemptions: [{key: X19, groups: [familyPlanningHardship], proof: 特别扶助证}]
        """, file: "试点.yml")
  }

  @Test("AT-1.6 A decision prints the rule it was made with", arguments: TestOffice.Engine.allCases)
  func aDecisionKeepsItsRule(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(.literal(2016, 5, 20), hour: 9))
    try await office.run(
      "director", AdoptRulePack(Self.pack("政府文件甲", from: "2016-01-01"), limits: Capabilities.limits))
    try await office.browse { open in
      let desks = Desks(office, open)
      let old = try await Self.granted(Journey(office, desks))
      let before = try await old.text(of: "F08")
      #expect(before.contains("文件甲（地方规则包试点，X19）") && before.contains("2012年规则"), "\(before)")

      office.clock.move(to: .literal(2022, 5, 20))
      try await office.run(
        "director", AdoptRulePack(Self.pack("政府文件乙", from: "2022-01-01"), limits: Capabilities.limits))
      let new = try await Self.granted(Journey(office, desks))
      let after = try await new.text(of: "F08")
      #expect(
        after.contains("文件乙（地方规则包试点，X19）") && after.contains("2022年规则") && !after.contains("文件甲（地方规则包试点，X19）"),
        "\(after)")

      #expect(try await old.text(of: "F08") == before)
      #expect(try await old.text(of: "F09").contains("文件甲（地方规则包试点，X19）"))
      let page = try await desks.page(old.application, for: "reviewer").words()
      #expect(page.contains("文件甲（地方规则包试点，X19）") && !page.contains("文件乙（地方规则包试点，X19）"))
    }
    let sets = try await office.value(
      "SELECT COUNT(*) FROM aid_application WHERE rule_set = \(RuleSet.rs2012)", as: Int.self)
    #expect(sets == 1)
  }

  private static func granted(_ journey: Journey) async throws -> Journey {
    var journey = journey
    try await journey.apply(told, papers: ["F02", "identity", "exemption", "case"])
    try await journey.decide()
    return journey
  }
}
