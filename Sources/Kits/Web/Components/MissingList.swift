package import Localization
package import Markup

/// 所缺 · Missing item: what the next step still needs, with the link that supplies it.
package struct MissingItem: Sendable {
  let what: Text
  let path: String?
  let note: Text?

  package init(_ what: Text, path: String? = nil, note: Text? = nil) {
    self.what = what
    self.path = path
    self.note = note
  }
}

package func missingList(_ items: [MissingItem], in language: Language) -> HTML {
  guard !items.isEmpty else {
    return p(.class("soft")) { Text("不缺材料，可以办理下一步。", "Nothing is missing: the next step can be taken.")[language] }
  }
  return ul(.class("missing")) {
    for item in items {
      li {
        if let path = item.path {
          a(.href(path)) { item.what[language] }
        } else {
          item.what[language]
        }
        if let note = item.note { div(.class("hint")) { note[language] } }
      }
    }
  }
}
