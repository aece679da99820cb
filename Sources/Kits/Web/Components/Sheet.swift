package import Localization
package import Markup

/// 版块 · Sheet: a white surface with a heading, for one thing on the page.
package func sheet(
  _ title: Text? = nil, in language: Language, id: String? = nil, flush: Bool = false,
  warns: Bool = false, @HTMLBuilder content: () -> HTML
) -> HTML {
  section(.class("sheet" + (flush ? " flush" : "") + (warns ? " soon" : "")), .id(id)) {
    if let title { h2 { title[language] } }
    content()
  }
}

/// 双栏 · Columns: what one works on, and beside it what helps. In one column, on a phone and in large type, what helps
/// comes after, or before where it is urgent, such as a deadline.
package func columns(
  urgent: Bool = false, @HTMLBuilder _ content: () -> HTML, @HTMLBuilder beside: () -> HTML
) -> HTML {
  div(.class(urgent ? "cols urgent" : "cols")) {
    div(.class("col")) { content() }
    aside(.class("col")) { beside() }
  }
}

/// 对照 · Halves: two things one compares, side by side; in one column on a phone and in large type.
package func halves(@HTMLBuilder _ one: () -> HTML, @HTMLBuilder and other: () -> HTML) -> HTML {
  div(.class("grid2")) {
    div(.class("col")) { one() }
    div(.class("col")) { other() }
  }
}
