package import Localization
package import Markup

/// 页签 · Tab: one part of a record; each is a page of its own with its own address.
package struct Tab: Sendable {
  let title: Text
  let path: String
  let count: Int?
  let isCurrent: Bool

  package init(_ title: Text, path: String, count: Int? = nil, current: Bool = false) {
    self.title = title
    self.path = path
    self.count = count
    isCurrent = current
  }
}

package func tabs(_ tabs: [Tab], label: Text, in language: Language) -> HTML {
  nav(.class("tabs"), .ariaLabel(label[language])) {
    for tab in tabs {
      a(.href(tab.path), .ariaCurrent(tab.isCurrent ? .page : nil)) {
        tab.title[language]
        if let count = tab.count { span(.class("count")) { String(count) } }
      }
    }
  }
}
