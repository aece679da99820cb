import Kernel
import Web

/// 人员地址 · The addresses of a person's pages.
struct PersonPaths: Sendable {
  let pattern: PathPattern

  static let page = PersonPaths(pattern: "/persons/{id}")
  static let data = PersonPaths(pattern: "/persons/{id}/data")
  static let protection = PersonPaths(pattern: "/persons/{id}/protection")

  static let merge = PersonPaths(pattern: "/persons/{id}/merge")
  static let undoMerge = PersonPaths(pattern: "/persons/{id}/merge/undoing")

  func path(_ id: PersonID) -> String { pattern.path(id) }
}
