package import Localization

/// 字段 · Field: one question of a form, as declared once: its name, words, why it is asked, and how it is answered.
package struct Field: Sendable {
  /// 答法 · Kind: how a field is answered. A date and a number stay text that people type, checked by the server.
  package enum Kind: Sendable {
    case text(suggestions: [String] = [])
    case number
    case money
    case telephone
    case email
    case identityNumber
    case password
    case date
    case select([Choice])
    case radios([Choice])
    case checkboxes([Choice])
    case textarea(rows: Int)
    case file(accept: String, multiple: Bool)
  }

  package let name: String
  package let label: Text
  package let kind: Kind
  package let hint: Text?
  /// Why this is asked, and by which law.
  package let basis: Text?
  package let isRequired: Bool
  package let autocomplete: String?

  package init(
    _ name: String, _ label: Text, _ kind: Kind = .text(), hint: Text? = nil, basis: Text? = nil,
    required: Bool = true, autocomplete: String? = nil
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.hint = hint
    self.basis = basis
    isRequired = required
    self.autocomplete = autocomplete
  }

  var hintID: String { "\(name)-hint" }
  var errorID: String { "\(name)-error" }
}

/// 选项 · Choice: one answer of several; one that a rule excludes is shown with its reason and cannot be chosen.
package struct Choice: Sendable {
  package let value: String
  package let label: Text
  package let hint: Text?
  package let excludedBecause: Text?

  package init(_ value: String, _ label: Text, hint: Text? = nil, excludedBecause: Text? = nil) {
    self.value = value
    self.label = label
    self.hint = hint
    self.excludedBecause = excludedBecause
  }

  /// The eligible ones first, in their order, then the excluded.
  static func ordered(_ choices: [Choice]) -> [Choice] {
    choices.filter { $0.excludedBecause == nil } + choices.filter { $0.excludedBecause != nil }
  }
}
