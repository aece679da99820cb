/// Attributes of forms and their controls.
extension Attribute {
  package enum Method: String, Sendable { case get, post }
  package enum InputType: String, Sendable {
    case text, tel, email, password, search, date, number, radio, checkbox, file, hidden, submit
  }
  package enum ButtonType: String, Sendable { case submit, button, reset }
  package enum InputMode: String, Sendable { case text, numeric, decimal, tel, email, search }

  package static func action(_ address: String) -> Attribute { Attribute("action", SafeAddress.checked(address)) }
  package static func method(_ method: Method) -> Attribute { Attribute("method", method.rawValue) }
  package static func multipart(_ flag: Bool = true) -> Attribute {
    Attribute("enctype", flag ? "multipart/form-data" : nil)
  }
  package static func novalidate(_ flag: Bool = true) -> Attribute { Attribute("novalidate", flag: flag) }
  package static func formaction(_ address: String) -> Attribute {
    Attribute("formaction", SafeAddress.checked(address))
  }

  package static func type(_ type: InputType) -> Attribute { Attribute("type", type.rawValue) }
  package static func button(_ type: ButtonType) -> Attribute { Attribute("type", type.rawValue) }
  package static func name(_ name: String?) -> Attribute { Attribute("name", name) }
  package static func value(_ value: String?) -> Attribute { Attribute("value", value) }
  package static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
  package static func list(_ id: String?) -> Attribute { Attribute("list", id) }
  package static func placeholder(_ text: String?) -> Attribute { Attribute("placeholder", text) }
  package static func autocomplete(_ word: String?) -> Attribute { Attribute("autocomplete", word) }
  package static func inputmode(_ mode: InputMode?) -> Attribute { Attribute("inputmode", mode?.rawValue) }
  package static func spellcheck(_ flag: Bool) -> Attribute { Attribute("spellcheck", flag ? "true" : "false") }
  package static func accept(_ types: String?) -> Attribute { Attribute("accept", types) }
  package static func rows(_ count: Int) -> Attribute { Attribute("rows", count) }
  package static func maxlength(_ count: Int?) -> Attribute { Attribute("maxlength", count) }
  package static func max(_ value: Int) -> Attribute { Attribute("max", value) }

  package static func required(_ flag: Bool = true) -> Attribute { Attribute("required", flag: flag) }
  package static func checked(_ flag: Bool = true) -> Attribute { Attribute("checked", flag: flag) }
  package static func selected(_ flag: Bool = true) -> Attribute { Attribute("selected", flag: flag) }
  package static func disabled(_ flag: Bool = true) -> Attribute { Attribute("disabled", flag: flag) }
  package static func readonly(_ flag: Bool = true) -> Attribute { Attribute("readonly", flag: flag) }
  package static func multiple(_ flag: Bool = true) -> Attribute { Attribute("multiple", flag: flag) }
}
