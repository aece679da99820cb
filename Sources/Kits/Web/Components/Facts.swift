package import Localization
package import Markup

/// 事项 · Fact: a name and what is known.
package struct Fact: Sendable {
  let name: Text
  let value: HTML

  package init(_ name: Text, _ value: HTML) {
    self.name = name
    self.value = value
  }

  package init(_ name: Text, _ value: String) {
    self.init(name, .text(value))
  }
}

package func facts(_ facts: [Fact], in language: Language) -> HTML {
  dl(.class("facts")) {
    for fact in facts {
      div {
        dt { fact.name[language] }
        dd { fact.value }
      }
    }
  }
}
