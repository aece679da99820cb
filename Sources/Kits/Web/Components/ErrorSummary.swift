package import Localization
package import Markup

/// 更正提示 · Form error: what is wrong, and at which field (nil: with the form as a whole).
package struct FormError: Sendable {
  let field: String?
  let message: Text

  package init(_ message: Text, field: String? = nil) {
    self.message = message
    self.field = field
  }
}

/// Every error at once, on top, each leading to its field; nothing when there is none.
package func errorSummary(_ errors: [FormError], in language: Language) -> HTML {
  guard !errors.isEmpty else { return .empty }
  let count = errors.count
  let heading = Text("有 \(count) 处需要更正", count == 1 ? "One thing to put right" : "\(count) things to put right")
  return div(.class("summary"), .role(.alert), .tabindex(-1)) {
    h2 { heading[language] }
    ul {
      for error in errors {
        li {
          if let field = error.field {
            a(.href("#\(field)")) { error.message[language] }
          } else {
            error.message[language]
          }
        }
      }
    }
  }
}
