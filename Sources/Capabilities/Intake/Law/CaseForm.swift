package import Localization

/// 援助形式 · Case form: what the undertaker does for the recipient (法律援助法 22); the codes are the contract's.
package enum CaseForm: String, Sendable, Hashable, CaseIterable, Codable {
  case criminalDefence, criminalAgency, civilLitigationAgency, administrativeLitigationAgency
  case compensationLitigationAgency, arbitrationAgency, mediationAgency, reconsiderationAgency, otherNonLitigation

  package var name: Text {
    switch self {
    case .criminalDefence: Text("刑事辩护", "Criminal defence")
    case .criminalAgency: Text("刑事代理", "Criminal agency")
    case .civilLitigationAgency: Text("民事诉讼代理", "Civil litigation agency")
    case .administrativeLitigationAgency: Text("行政诉讼代理", "Administrative litigation agency")
    case .compensationLitigationAgency: Text("国家赔偿诉讼代理", "State compensation litigation agency")
    case .arbitrationAgency: Text("仲裁代理", "Arbitration agency")
    case .mediationAgency: Text("调解代理", "Mediation agency")
    case .reconsiderationAgency: Text("行政复议代理", "Reconsideration agency")
    case .otherNonLitigation: Text("其他非诉讼法律事务", "Other non-litigation")
    }
  }

  package var isCriminal: Bool { self == .criminalDefence || self == .criminalAgency }

  /// Under the counting rules the product starts with.
  package var isLitigation: Bool { CountingRules.standard.isLitigation(self) }
}
