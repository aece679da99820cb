import Cases
import Intake
import Kernel
import Testing

/// 条例 23, 程序规定 2012, 33, 法律援助法 48.
@Suite struct TerminationReasonTests {
  @Test(arguments: [
    ("T1", String?.none, "L 48(1)"), ("T2", "P12 33(6)", "L 48(2)"), ("T3", "P12 33(5)", "L 48(3)"),
    ("T4", "R03 23(1)", "L 48(4)"), ("T5", "R03 23(2)", "L 48(5)"), ("T6", "R03 23(3)", "L 48(6)"),
    ("T7", "R03 23(4)", "L 48(7)"), ("T8", "P12 33(7)", "L 48(8)"),
  ])
  func grounds(_ code: String, _ rs2012: String?, _ later: String) throws {
    let reason = try #require(TerminationReason(rawValue: code))
    let cited = { (rules: RuleSet) in reason.grounds.basis(rules).map { "\($0.law.key) \($0.article)" } }
    #expect(cited(.rs2012) == (rs2012.map { [$0] } ?? []))
    #expect(cited(.rs2022) == [later] && cited(.rs2023) == [later])
    #expect(reason.isAvailable(.rs2012, .civil) == (rs2012 != nil))
    #expect(reason.isAvailable(.rs2023, .civil))
  }

  /// 条例 23(4): always; 法律援助法 48(7): with good reason; never in a notified case.
  @Test func theRecipientsWish() {
    #expect(TerminationReason.recipientAsks.isAvailable(.rs2012, .criminalApplied))
    #expect(!TerminationReason.recipientAsks.isAvailable(.rs2012, .criminalNotified))
    #expect(!TerminationReason.recipientAsks.isAvailable(.rs2023, .compulsoryTreatment))
    #expect(!TerminationReason.recipientAsks.needsGoodReason(.rs2012))
    #expect(TerminationReason.recipientAsks.needsGoodReason(.rs2022))
  }

  /// Another may be proposed once one is not approved, or ordered to be corrected.
  @Test func afterWhichAnotherMayBeProposed() {
    #expect(TerminationState.allCases.filter(\.isOver) == [.refused, .revoked])
  }

  @Test func whatOnlyLocalRulesNameWaitsForThem() {
    #expect(RuleSet.allCases.allSatisfy { !TerminationReason.reliefRevoked.isAvailable($0, .civil) })
  }
}
