package import Kernel
package import Localization

extension Eligibility {
  /// 三项审查结论 · Verdict: what the three tests of an application say, each with its reason and articles. It proposes; the
  /// reviewer and the director decide.
  package struct Verdict: Sendable, Hashable {
    package enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
      case qualifies, refuse, notKnown

      package var name: Text {
        switch self {
        case .qualifies: Text("符合条件", "Qualifies")
        case .refuse: Text("不符合条件", "Does not qualify")
        case .notKnown: Text("尚不能判断", "Not known yet")
        }
      }
    }

    package struct Test: Sendable, Hashable {
      package let aspect: Aspect
      package let result: Result
      /// What decided it: `M04`, `X01`, or the name of the reason.
      package let key: String
      package let reason: Text
      package let basis: [LegalBasis]
    }

    package enum Aspect: String, Sendable, Hashable, CaseIterable, Codable {
      case person, matter, hardship

      package var name: Text {
        switch self {
        case .person: Text("申请人", "Applicant")
        case .matter: Text("事项范围", "Matter")
        case .hardship: Text("经济困难", "Hardship")
        }
      }
    }

    package enum Result: String, Sendable, Hashable, CaseIterable, Codable {
      case pass, fail, exempt, notKnown

      package var name: Text {
        switch self {
        case .pass: Text("符合", "Pass")
        case .fail: Text("不符合", "Fail")
        case .exempt: Text("免予审查", "Exempt")
        case .notKnown: Text("尚不能判断", "Not known")
        }
      }
    }

    package let ruleSet: RuleSet
    /// Person, matter, hardship, in this order.
    package let tests: [Test]

    package var outcome: Outcome {
      if tests.contains(where: { $0.result == .fail }) { return .refuse }
      return tests.contains { $0.result == .notKnown } ? .notKnown : .qualifies
    }

    /// What a refusal has to name.
    package var failures: [Test] { tests.filter { $0.result == .fail } }

    package subscript(_ aspect: Aspect) -> Test? { tests.first { $0.aspect == aspect } }
  }
}
