package import Localization
import Markup

/// 导航项 · Navigation item: a page of the menu, with what waits there.
package struct NavItem: Sendable {
  let title: Text
  package let path: String
  package var waiting: Waiting?

  package init(_ title: Text, path: String, waiting: Waiting? = nil) {
    self.title = title
    self.path = path
    self.waiting = waiting
  }
}

/// 等待办理 · Waiting: how many things wait on a page, and how many of them are overdue.
package struct Waiting: Sendable, Hashable {
  package let count: Int
  package let overdue: Int

  package init(_ count: Int, overdue: Int = 0) {
    self.count = count
    self.overdue = overdue
  }

  /// In words, for whoever hears the page.
  package var words: Text {
    let all = Text("\(count)项", "\(count) waiting")
    return overdue == 0 ? all : all + Text("，\(overdue)项超期", ", \(overdue) overdue")
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
    if let waiting = item.waiting, waiting.count > 0 { count(waiting, language) }
  }
}

/// The number, before it what is overdue in a word of its own; whoever hears the page gets both in one sentence.
private func count(_ waiting: Waiting, _ language: Language) -> HTML {
  span(.class("count")) {
    span(.class("unseen")) { waiting.words[language] }
    span(.ariaHidden(true)) {
      if waiting.overdue > 0 {
        tag(Text("超期\(waiting.overdue)", "\(waiting.overdue) late")[language], .late)
      }
      " \(waiting.count)"
    }
  }
}

/// The item with the longest path that the current one lies under.
private func currentItem(_ groups: [NavGroup], _ path: String) -> String? {
  groups.flatMap(\.items).map(\.path)
    .filter { path == $0 || path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    .max { $0.utf8.count < $1.utf8.count }
}
