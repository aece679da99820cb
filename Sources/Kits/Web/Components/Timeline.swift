package import Markup

/// 流程记录 · Timeline entry: what was done, by whom and when, with the opinion or the papers it made.
package struct TimelineEntry: Sendable {
  let title: String
  let byline: String
  let details: HTML

  package init(_ title: String, byline: String, details: HTML = .empty) {
    self.title = title
    self.byline = byline
    self.details = details
  }
}

/// The newest first, as given.
package func timeline(_ entries: [TimelineEntry]) -> HTML {
  ol(.class("line")) {
    for entry in entries {
      li {
        b { entry.title }
        " "
        span(.class("soft small")) { entry.byline }
        if !entry.details.isEmpty { div { entry.details } }
      }
    }
  }
}
