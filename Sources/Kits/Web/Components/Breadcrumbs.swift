package import Localization
package import Markup

/// 面包屑 · Crumb: a page above this one; the last has no path.
package struct Crumb: Sendable {
  let title: String
  let path: String?

  package init(_ title: String, path: String? = nil) {
    self.title = title
    self.path = path
  }
}

package func breadcrumbs(_ crumbs: [Crumb], in language: Language) -> HTML {
  nav(.class("crumbs"), .ariaLabel(Text("当前位置", "You are here")[language])) {
    ol {
      for crumb in crumbs {
        li {
          if let path = crumb.path {
            a(.href(path)) { crumb.title }
          } else {
            span(.ariaCurrent(.page)) { crumb.title }
          }
        }
      }
    }
  }
}
