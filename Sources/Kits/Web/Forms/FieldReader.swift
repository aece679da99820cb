package import Kernel
package import Localization

/// 字段读取 · Field reader: reads a form's fields as values and gathers every error, so that all are shown at once.
///
/// What is wrong answers with a placeholder that nobody uses, because `check` throws then; `Fields.read` cannot forget
/// to check.
package struct FieldReader {
  package let fields: Fields
  let uploads: Uploads
  package private(set) var refusals: [Refusal] = []

  package init(_ fields: Fields, uploads: Uploads = .none) {
    self.fields = fields
    self.uploads = uploads
  }

  /// Throws everything that was wrong.
  package func check() throws { try Refusals.check(refusals) }

  /// Adds an error of the caller's own: what no single field can know. One field says one thing at a time.
  package mutating func refuse(_ key: String, at field: String, _ message: Text, basis: [LegalBasis] = []) {
    guard !refusals.contains(where: { $0.field == field }) else { return }
    refusals.append(Refusal(key, message, field: field, basis: basis))
  }

  /// The trimmed value; empty where nothing was typed; nil where it cannot be read, which is then said.
  mutating func value(_ name: String, _ label: Text) -> String? {
    if let problem = fields.problem(name) {
      refuse(problem, name, label)
      return nil
    }
    return fields[name].trimmed
  }

  /// The same of a field that must be filled in: nil where it is empty too.
  mutating func requiredValue(_ name: String, _ label: Text) -> String? {
    guard let text = value(name, label) else { return nil }
    if text.isEmpty {
      refuse("field-empty", at: name, FieldMessage.empty(label))
      return nil
    }
    return text
  }

  /// Reads what is not empty; says what is wrong with what cannot be read.
  mutating func parse<T>(
    _ name: String, _ text: String?, wrong: @autoclosure () -> Text, _ read: (String) -> T?
  ) -> T? {
    guard let text, !text.isEmpty else { return nil }
    guard let value = read(text) else {
      refuse("field-format", at: name, wrong())
      return nil
    }
    return value
  }

  private mutating func refuse(_ problem: Fields.Problem, _ name: String, _ label: Text) {
    switch problem {
    case .notUnicode: refuse("field-not-unicode", at: name, FieldMessage.notUnicode(label))
    case .controlCharacter: refuse("field-control-character", at: name, FieldMessage.controlCharacter(label))
    case .tooLong: refuse("field-too-long", at: name, FieldMessage.cutOff(label))
    }
  }
}

extension Fields {
  /// Reads a whole form, or throws all its errors.
  package func read<T>(_ body: (inout FieldReader) throws -> T) throws -> T {
    var reader = FieldReader(self)
    let value = try body(&reader)
    try reader.check()
    return value
  }
}
