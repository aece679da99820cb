/// 属性 · Attribute: one attribute of an element; made only by the named functions of this kit, absent when its value is nil.
package struct Attribute: Sendable {
  enum Value: Sendable {
    case absent
    case flag
    case text(String)
  }

  let name: StaticString
  let value: Value

  init(_ name: StaticString, _ text: String?) {
    self.name = name
    self.value = text.map(Value.text) ?? .absent
  }

  init(_ name: StaticString, flag: Bool) {
    self.name = name
    self.value = flag ? .flag : .absent
  }

  init(_ name: StaticString, _ number: Int?) {
    self.init(name, number.map { String($0) })
  }

  /// The attribute where the condition holds, nothing where it does not.
  package func when(_ condition: Bool) -> Attribute {
    condition ? self : Attribute(name, flag: false)
  }
}
