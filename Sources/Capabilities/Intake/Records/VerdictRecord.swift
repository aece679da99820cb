package import Kernel
package import Localization

/// 结论存照 · Verdict record: a verdict in the words and articles of its day. Rules and texts may change later; what a
/// decision rested on does not.
package struct VerdictRecord: Sendable, Hashable, Codable {
  package struct Test: Sendable, Hashable, Codable {
    package let aspect: Eligibility.Verdict.Aspect
    package let result: Eligibility.Verdict.Result
    package let key: String
    package let reason: Text
    package let basis: [Text]
  }

  package let ruleSet: RuleSet
  package let outcome: Eligibility.Verdict.Outcome
  package let tests: [Test]

  package init(_ verdict: Eligibility.Verdict) {
    ruleSet = verdict.ruleSet
    outcome = verdict.outcome
    tests = verdict.tests.map {
      Test(aspect: $0.aspect, result: $0.result, key: $0.key, reason: $0.reason, basis: $0.basis.map(\.name))
    }
  }

  package var failures: [Test] { tests.filter { $0.result == .fail } }

  package subscript(_ aspect: Eligibility.Verdict.Aspect) -> Test? { tests.first { $0.aspect == aspect } }
}
