import Kernel
import Web

/// 个人信息请求地址 · The addresses of personal-information requests.
struct PersonalRequestPaths: Sendable {
  let pattern: PathPattern

  static let list: PathPattern = "/personal-requests"
  static let page = PersonalRequestPaths(pattern: "/personal-requests/{id}")
  static let answer = PersonalRequestPaths(pattern: "/personal-requests/{id}/answer")
  static let copy = PersonalRequestPaths(pattern: "/personal-requests/{id}/copy")
  static let withdrawal = PersonalRequestPaths(pattern: "/personal-requests/{id}/withdrawal")

  func path(_ id: PersonalRequestID) -> String { pattern.path(id) }
}

/// The form at the counter, from the person's page.
enum PersonRequestPath {
  static let pattern: PathPattern = "/persons/{id}/request"
}
