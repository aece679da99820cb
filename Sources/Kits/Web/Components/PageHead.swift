package import Markup

/// 页首 · Page head: the page's one `h1`, a line under it, and the actions one may take now.
package func pageHead(
  _ title: String, crumbs: HTML = .empty, lead: HTML = .empty, actions: [HTML] = []
) -> HTML {
  .fragment {
    crumbs
    div(.class("head")) {
      div(.class("heading")) {
        h1 { title }
        if !lead.isEmpty { p(.class("soft")) { lead } }
      }
      if !actions.isEmpty {
        div(.class("actions")) { actions }
      }
    }
  }
}
