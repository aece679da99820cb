/// 表单字段 · Fields: what a form or a query sent, in its order, with every repeated value.
package struct Fields: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// Why a value cannot be taken as it came.
  package enum Problem: Sendable, Hashable {
    case notUnicode, controlCharacter, tooLong
  }

  struct Field: Sendable, Hashable {
    let name: String
    let value: String
    let problem: Problem?
  }

  private(set) var all: [Field]

  init(_ all: [Field] = []) { self.all = all }

  package init(dictionaryLiteral pairs: (String, String)...) { self.init(pairs: pairs) }

  package init(pairs: [(String, String)]) {
    all = pairs.map { Field(name: Array($0.utf8), value: Array($1.utf8)) }
  }

  package static let none = Fields()

  /// The first value of a name; empty where there is none.
  package subscript(_ name: String) -> String { all.first { $0.name == name }?.value ?? "" }

  package func values(_ name: String) -> [String] { all.filter { $0.name == name }.map(\.value) }

  package func problem(_ name: String) -> Problem? {
    all.lazy.filter { $0.name == name }.compactMap(\.problem).first
  }

  package var names: Set<String> { Set(all.map(\.name)) }
  package var isEmpty: Bool { all.isEmpty }

  mutating func append(_ field: Field) { all.append(field) }
}

extension Fields.Field {
  /// Reads bytes as a person's text. What is not UTF-8 (GB18030, above all) or holds control characters is kept as well
  /// as it can be shown, and marked, so that the form can say so at the field.
  init(name: [UInt8], value: [UInt8], isCutOff: Bool = false) {
    self.name = String(decoding: name, as: UTF8.self)
    guard let text = String(validating: value, as: UTF8.self) else {
      self.value = String(decoding: value, as: UTF8.self)
      problem = isCutOff ? .tooLong : .notUnicode
      return
    }
    self.value =
      value.contains(UInt8(ascii: "\r")) ? String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }) : text
    problem = isCutOff ? .tooLong : text.unicodeScalars.contains(where: \.isForbidden) ? .controlCharacter : nil
  }
}

extension Unicode.Scalar {
  /// Control characters other than tab and line ends, and the two noncharacters that XML forbids.
  fileprivate var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
