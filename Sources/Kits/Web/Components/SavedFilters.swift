import Localization
import Markup

/// 常用筛选 · Saved filters: those of this list that its reader keeps, and the present one where it may be kept.
package struct SavedFilters: Sendable {
  package struct Kept: Sendable {
    let name: String
    let path: String

    package init(name: String, path: String) {
      self.name = name
      self.path = path
    }
  }

  let kept: [Kept]
  /// The page that keeps the present filter; nil where nothing is filtered, or it is kept already.
  let keepPath: String?
  let managePath: String

  package init(kept: [Kept], keepPath: String?, managePath: String) {
    self.kept = kept
    self.keepPath = keepPath
    self.managePath = managePath
  }

  func html(in language: Language) -> HTML {
    guard !kept.isEmpty || keepPath != nil else { return .empty }
    return nav(.class("kept"), .ariaLabel(Text("常用筛选", "Saved filters")[language])) {
      for one in kept { a(.class("tag plain"), .href(one.path)) { one.name } }
      if let keepPath { a(.href(keepPath)) { Text("保存当前筛选", "Save this filter")[language] } }
      if !kept.isEmpty { a(.href(managePath)) { Text("管理", "Manage")[language] } }
    }
  }
}
