package import Localization

/// 代理权限 · Scope of authority: what the recipient lets the undertaker do in the recipient's name. The special one names
/// what needs an express authorisation (民事诉讼法, 委托代理).
package enum Authority: String, Sendable, Hashable, CaseIterable, Codable {
  case general, special

  package var name: Text {
    switch self {
    case .general: Text("一般授权", "General authority")
    case .special: Text("特别授权", "Special authority")
    }
  }

  /// As the agreement says it.
  var onPaper: String {
    switch self {
    case .general: "一般授权，代为陈述事实、提出主张、参加程序"
    case .special: "特别授权，并代为承认、放弃、变更请求，进行和解，提起反诉或者上诉"
    }
  }
}
