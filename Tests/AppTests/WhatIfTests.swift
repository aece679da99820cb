import App
import Intake
import Kernel
import Localization
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 假设推算 · What a change of rules would do to pending applications; nothing is written.
@Suite(.timeLimit(.minutes(2))) struct WhatIfTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func pendingApplicationsAreJudgedAnew(_ engine: TestOffice.Engine) async throws {
    let day = Day.literal(2016, 5, 20)
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(day, hour: 9))
    try await office.browse { open in
      var walk = Walk(Desks(office, open))
      walk.also = [
        "netIncome": ["1,000,000"], "groups": ["familyPlanningHardship"], "claims": ["X19"],
      ]
      try await walk.take(.register)
    }
    func effects(_ change: Supposition) async throws -> [RuleEffect] {
      let (county, keys) = (office.county, office.services.keys)
      return try await office.services.database.read {
        try RuleEffect.of(change, for: .system(county), keys, $0)
      }
    }
    func line(_ from: Day) -> Supposition {
      .line(HardshipLine(amountFen: 100_000_000, unit: .month, from: from))
    }
    let raised = try #require(try await effects(line(day)).first)
    #expect(raised.before.outcome == .refuse && raised.after.outcome == .qualifies)
    #expect(raised.changed.map(\.aspect) == [.hardship])
    #expect(try await effects(line(day.adding(days: 1))).isEmpty)
    // A line older than the one on record does not come before it.
    #expect(try await effects(line(.literal(2011, 7, 1))).isEmpty)

    let later = try #require(try await effects(.rules(.rs2022, from: day)).first)
    #expect(later.before.ruleSet == .rs2012 && later.after.ruleSet == .rs2022)
    #expect(later.changed[0].basis.first?.zh.contains("法律援助法") == true)
    #expect(try await effects(.rules(.rs2022, from: day.adding(days: 1))).isEmpty)

    let pack = try #require(LocalRulePack.shipped.first)
    #expect(try await effects(.adopting(pack)).map(\.after.outcome) == [.qualifies])
    #expect(try await office.events("rulePack.adopted").isEmpty)
  }
}
