package import Localization
import Markup

/// 导航项 · Navigation item: a page of the menu, with how many things wait there.
package struct NavItem: Sendable {
  let title: Text
  let path: String
  let count: Int?

  package init(_ title: Text, path: String, count: Int? = nil) {
    self.title = title
    self.path = path
    self.count = count
  }
}

/// 导航组 · Navigation group: pages that belong together.
package struct NavGroup: Sendable {
  let title: Text
  let items: [NavItem]

  package init(_ title: Text, _ items: [NavItem]) {
    self.title = title
    self.items = items
  }
}

func navigation(_ groups: [NavGroup], currentPath: String, in language: Language) -> HTML {
  let current = currentItem(groups, currentPath)
  return .fragment {
    for group in groups where !group.items.isEmpty {
      h2 { group.title[language] }
      ul {
        for item in group.items { li { entry(item, isCurrent: item.path == current, language) } }
      }
    }
  }
}

private func entry(_ item: NavItem, isCurrent: Bool, _ language: Language) -> HTML {
  a(.href(item.path), .ariaCurrent(isCurrent ? .page : nil)) {
    span { item.title[language] }
    if let count = item.count, count > 0 { span(.class("count")) { String(count) } }
  }
}

/// The item with the longest path that the current one lies under.
private func currentItem(_ groups: [NavGroup], _ path: String) -> String? {
  groups.flatMap(\.items).map(\.path)
    .filter { path == $0 || path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    .max { $0.utf8.count < $1.utf8.count }
}
