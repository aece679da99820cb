import Intake
import Kernel
import Localization
import Testing
import WorkCalendar

@Suite struct IntakeRuleTests {
  @Test(arguments: IntakeRules.all + IntakeLimits.all.flatMap(\.entries))
  func everyRuleCitesAnArticleOrSaysWhyNot(_ entry: RuleEntry) {
    #expect(!entry.basis.isEmpty || !entry.isVerified)
    #expect(entry.isVerified || entry.note != nil)
    #expect(!entry.ruleSets.isEmpty)
  }

  @Test func keysAreUniqueWithinARuleSet() {
    for rules in RuleSet.allCases {
      let keys = IntakeRules.all.filter { $0.ruleSets.contains(rules) }.map(\.key)
      #expect(Set(keys).count == keys.count)
    }
  }

  /// A basis cited under a rule set must be of a law in force then.
  @Test(arguments: IntakeRules.all + IntakeLimits.all.flatMap(\.entries))
  func lawsAreInForce(_ entry: RuleEntry) {
    for rules in entry.ruleSets {
      let last = rules.to
      for basis in entry.basis where entry.isVerified && entry.kind != .separation {
        if let to = basis.law.to { #expect(rules.from <= to, "\(entry.key) \(basis.law.key)") }
        if let from = basis.law.from, let last { #expect(from <= last, "\(entry.key) \(basis.law.key)") }
      }
    }
  }

  /// Separation rule 1 (AT-10.6).
  @Test func theReviewerMayNotApprove() {
    #expect(SeparationRules.refusal(reviewers: ["a"], approver: "a") == SeparationRules.reviewerMayNotApprove)
    #expect(SeparationRules.refusal(reviewers: ["a"], approver: "b") == nil)
    #expect(SeparationRules.refusal(reviewers: [], approver: "b") == nil)
    #expect(SeparationRules.reviewerMayNotApprove.isAudited && SeparationRules.interestedMustRecuse.isAudited)
  }
}
