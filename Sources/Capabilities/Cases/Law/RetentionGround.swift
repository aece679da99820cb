import Intake
package import Localization
import Registry

/// 保管期限依据 · Retention ground: why a dossier is kept as long as it is. The product's defaults, to be replaced by the
/// table that the archive authority approves (档案法实施条例 2024, 19).
package enum RetentionGround: String, Sendable, Hashable, CaseIterable, Codable {
  case weighty, litigation, ordinary

  package var name: Text {
    switch self {
    case .weighty: Text("涉及未成年人、死刑复核或者重大影响", "A minor, a death sentence, or great effect")
    case .litigation: Text("诉讼案件", "Litigation")
    case .ordinary: Text("一般非诉讼案件", "Ordinary non-litigation")
    }
  }

  package var retention: RetentionClass {
    .proposed(isLitigation: self == .litigation, isGrave: self == .weighty)
  }
}

extension AidCase {
  package var retentionGround: RetentionGround {
    if protection.flags.contains(.minor) || groups.contains(.minor) || stage == .deathReview { return .weighty }
    return form.isLitigation ? .litigation : .ordinary
  }
}
