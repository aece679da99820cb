package import Localization
import Storage

extension FieldReader {
  /// 文字 · Free text, kept as typed: full width, emoji and all. A single line unless `isMultiline`.
  package mutating func text(_ name: String, _ label: Text, max: Int, isMultiline: Bool = false) -> String? {
    let text = value(name, label)
    return limited(name, label, text, max: max, isMultiline)
  }

  package mutating func requiredText(_ name: String, _ label: Text, max: Int, isMultiline: Bool = false) -> String {
    let text = requiredValue(name, label)
    return limited(name, label, text, max: max, isMultiline) ?? ""
  }

  /// 电话 · A mobile number, a landline with its area code, or a short service number; digits only.
  package mutating func phone(_ name: String, _ label: Text) -> String? {
    let text = value(name, label)
    return parse(name, text, wrong: FieldMessage.phone(label), PhoneNumber.read)
  }

  package mutating func requiredPhone(_ name: String, _ label: Text) -> String {
    let text = requiredValue(name, label)
    return parse(name, text, wrong: FieldMessage.phone(label), PhoneNumber.read) ?? ""
  }

  /// 公民身份号码 · A resident identity number: seventeen digits with a birth date that was, and the check character
  /// that belongs to them (GB 11643). The region code is not looked up.
  package mutating func identityNumber(_ name: String, _ label: Text) -> String? {
    let text = value(name, label)
    return identity(name, label, text)
  }

  package mutating func requiredIdentityNumber(_ name: String, _ label: Text) -> String {
    let text = requiredValue(name, label)
    return identity(name, label, text) ?? ""
  }

  private mutating func identity(_ name: String, _ label: Text, _ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    switch IdentityNumber.read(text) {
    case .success(let number): return number
    case .failure(let fault):
      refuse("identity-number-\(fault.rawValue)", at: name, FieldMessage.identityNumber(label, fault))
      return nil
    }
  }

  private mutating func limited(
    _ name: String, _ label: Text, _ text: String?, max: Int, _ isMultiline: Bool
  ) -> String? {
    guard let text, !text.isEmpty else { return nil }
    let length = text.count
    // One character may carry any number of marks; the bytes are limited too.
    guard length <= max, text.utf8.count <= max * 32 else {
      refuse("field-too-long", at: name, FieldMessage.tooLong(label, max: max, length: length))
      return nil
    }
    return isMultiline ? text : text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
