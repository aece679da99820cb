/// 元素 · Element: the name of an element with content; called, it makes one: `div(.class("sheet")) { … }`.
package struct Element: Sendable {
  let name: StaticString

  init(_ name: StaticString) { self.name = name }

  package func callAsFunction(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(node: .element(name, attributes, content()))
  }

  package func callAsFunction(attributes: [Attribute] = [], content: HTML = .empty) -> HTML {
    HTML(node: .element(name, attributes, content))
  }
}

/// 空元素 · Void element: the name of an element that never has content: `input(.name("phone"))`.
package struct VoidElement: Sendable {
  let name: StaticString

  init(_ name: StaticString) { self.name = name }

  package func callAsFunction(_ attributes: Attribute...) -> HTML {
    HTML(node: .void(name, attributes))
  }

  package func callAsFunction(attributes: [Attribute]) -> HTML {
    HTML(node: .void(name, attributes))
  }
}
