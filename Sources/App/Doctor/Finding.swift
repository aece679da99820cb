package import Localization

/// 检查结果 · Finding: one thing that `doctor` looked at: how it stands, and what mends it.
package struct Finding: Sendable, Hashable {
  /// 正常、注意、故障 · A fault keeps the office from working or from being trusted; a warning will become one.
  package enum Standing: String, Sendable, Hashable {
    case fine, warning, fault

    package var name: Text {
      switch self {
      case .fine: Text("正常", "Fine")
      case .warning: Text("注意", "Warning")
      case .fault: Text("故障", "Fault")
      }
    }
  }

  package let key: String
  package let standing: Standing
  package let what: Text
  /// Nil where nothing is to be done.
  package let mend: Text?

  static func fine(_ key: String, _ what: Text) -> Finding {
    Finding(key: key, standing: .fine, what: what, mend: nil)
  }

  static func warning(_ key: String, _ what: Text, _ mend: Text) -> Finding {
    Finding(key: key, standing: .warning, what: what, mend: mend)
  }

  static func fault(_ key: String, _ what: Text, _ mend: Text) -> Finding {
    Finding(key: key, standing: .fault, what: what, mend: mend)
  }
}
