/// 验证码 · The short code printed on a paper: nine random characters and a check character, in an alphabet
/// without I, L, O and U, so that it can be read out and typed.
///
/// Nine characters carry 45 random bits: too many to guess one by one, few enough to type.
package struct ShortCode: Sendable, Hashable, Codable, CustomStringConvertible {
  package static let length = 10
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// Ten characters without separators.
  package let characters: String

  /// Takes 45 bits of `random`; refuses fewer than six bytes.
  package init?(random: [UInt8]) {
    guard random.count >= 6 else { return nil }
    let bits = random.prefix(6).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    self.init(values: (0..<Self.length - 1).map { Int(bits >> UInt64($0 * 5) & 31) })
  }

  /// What somebody typed: hyphens, spaces and small letters are forgiven, and I, L, O read as 1, 1, 0.
  /// Refuses a wrong length, an unknown letter and a wrong check character.
  package init?(_ typed: String) {
    var values: [Int] = []
    for character in typed.uppercased() where character != "-" && !character.isWhitespace {
      guard let value = Self.value(of: character) else { return nil }
      values.append(value)
    }
    guard values.count == Self.length, values.last == Self.check(values.dropLast()) else { return nil }
    self.init(values: values.dropLast())
  }

  /// 7K3MV-9QXPD
  package var description: String { "\(characters.prefix(5))-\(characters.suffix(5))" }

  private init(values: [Int]) {
    characters = String((values + [Self.check(values)]).map { Self.alphabet[$0] })
  }

  private static func value(of character: Character) -> Int? {
    switch character {
    case "I", "L": 1
    case "O": 0
    default: alphabet.firstIndex(of: character)
    }
  }

  /// A weighted sum in the field of 32 elements: it notices every wrong character and every two exchanged.
  private static func check(_ values: some Sequence<Int>) -> Int {
    values.reduce(0) { sum, value in
      let shifted = (sum ^ value) << 1
      return shifted > 31 ? shifted ^ 0b100101 : shifted
    }
  }
}

extension ShortCode {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let code = ShortCode(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a short code")
    }
    self = code
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(characters)
  }
}
