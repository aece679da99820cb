package import Localization
package import Markup

/// 入口 · Door: one thing the public can do, in their words, with a line of what it takes.
package struct Door: Sendable {
  let title: Text
  let note: Text
  let path: String

  package init(_ title: Text, note: Text, path: String) {
    self.title = title
    self.note = note
    self.path = path
  }
}

package func doors(_ doors: [Door], in language: Language) -> HTML {
  ul(.class("doors")) {
    for door in doors {
      li {
        a(.href(door.path)) {
          b { door.title[language] }
          span { door.note[language] }
        }
      }
    }
  }
}
