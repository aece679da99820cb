/// JSON值 · JSON: a value made in code.
enum JSON: Encodable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByArrayLiteral
{
  case string(String), integer(Int), flag(Bool), array([JSON]), object([String: JSON])

  init(stringLiteral value: String) { self = .string(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { first, _ in first }))
  }

  func encode(to encoder: any Encoder) throws {
    var one = encoder.singleValueContainer()
    switch self {
    case .string(let value): try one.encode(value)
    case .integer(let value): try one.encode(value)
    case .flag(let value): try one.encode(value)
    case .array(let values): try one.encode(values)
    case .object(let values): try one.encode(values)
    }
  }
}
