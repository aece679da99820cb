package import Localization

/// 保管期限 · Retention class: how long an archived dossier is kept. No national figure was found; each organ sets its own
/// table (档案法实施条例 2024, 19), so these are the product's defaults.
package enum RetentionClass: String, Sendable, Hashable, CaseIterable, Codable {
  case permanent, years30, years10

  package static let isVerified = false

  package var name: Text {
    switch self {
    case .permanent: Text("永久", "Permanent")
    case .years30: Text("30年", "30 years")
    case .years10: Text("10年", "10 years")
    }
  }

  /// Nil: for ever.
  package var years: Int? {
    switch self {
    case .permanent: nil
    case .years30: 30
    case .years10: 10
    }
  }

  /// What the archivist is offered: what weighs on a life is kept for ever, litigation 30 years, the rest 10.
  package static func proposed(isLitigation: Bool, isGrave: Bool) -> RetentionClass {
    if isGrave { return .permanent }
    return isLitigation ? .years30 : .years10
  }
}
