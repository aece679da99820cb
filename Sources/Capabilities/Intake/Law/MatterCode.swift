package import Kernel
package import Localization

/// 援助事项 · Matter: what a person in hardship may have aid for (条例 10; 法律援助法 31, 32).
package enum MatterCode: String, Sendable, Hashable, CaseIterable, Codable {
  case stateCompensation = "M01"
  case socialInsurance = "M02"
  case pensions = "M03"
  case maintenance = "M04"
  case labourPay = "M05"
  case goodSamaritan = "M06"

  /// What it covers; the law of 2021 widened some of them.
  package func name(_ rules: RuleSet) -> Text {
    let isOld = rules == .rs2012
    return switch self {
    case .stateCompensation: Text("请求国家赔偿", "State compensation")
    case .socialInsurance:
      isOld
        ? Text("请求给予社会保险待遇或者最低生活保障待遇", "Social insurance benefits or minimum living allowance")
        : Text("请求给予社会保险待遇或者社会救助", "Social insurance benefits or social assistance")
    case .pensions:
      isOld
        ? Text("请求发给抚恤金、救济金", "Pensions for the disabled or bereaved, relief money")
        : Text("请求发给抚恤金", "Pensions for the disabled or bereaved")
    case .maintenance: Text("请求给付赡养费、抚养费、扶养费", "Maintenance of parents, children or spouse")
    case .labourPay:
      isOld
        ? Text("请求支付劳动报酬", "Labour pay")
        : Text("请求确认劳动关系或者支付劳动报酬", "Confirmation of a labour relation, or labour pay")
    case .goodSamaritan: Text("主张因见义勇为行为产生的民事权益", "Civil rights from good-Samaritan acts")
    }
  }

  package var grounds: Grounds {
    switch self {
    case .stateCompensation: .scope("10(1)", "31(1)")
    case .socialInsurance: .scope("10(2)", "31(2)")
    case .pensions: .scope("10(3)", "31(3)")
    case .maintenance: .scope("10(4)", "31(4)")
    case .labourPay: .scope("10(5)", "31(5)")
    case .goodSamaritan: .scope("10(6)", "32(2)")
    }
  }

  /// The ground on which the matter needs no hardship test; nil where it needs one.
  package func hardshipExemption(_ rules: RuleSet) -> [LegalBasis]? {
    self == .goodSamaritan && rules >= .rs2022 ? [.lal("32(2)")] : nil
  }

  package var entries: [RuleEntry] {
    RuleSet.allCases.map {
      RuleEntry(rawValue, .matter, name($0), ruleSets: [$0], basis: grounds.basis($0))
    }
  }
}

extension Grounds {
  fileprivate static func scope(_ regulation: String, _ law: String) -> Grounds {
    Grounds([.rs2012: [.r03(regulation)], .rs2022: [.lal(law)], .rs2023: [.lal(law)]])
  }
}
