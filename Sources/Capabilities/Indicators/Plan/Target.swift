/// 目标值 · Target: a number the plan sets, as it is written: `12`, `19`, `35.5`; per cent where the measure is a share.
/// Kept as whole units of its last decimal, so that a comparison is one of whole numbers.
package struct Target: Sendable, Hashable, CustomStringConvertible {
  package let description: String
  /// 355 for `35.5`.
  let units: Int
  /// 10 for `35.5`: how many units make one.
  let perOne: Int

  /// Refuses what is not a plain number of at most nine digits and six decimals.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let digits = text.utf8.filter { $0 != UInt8(ascii: ".") }
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }), parts[0].count <= 9,
      parts.count == 1 || parts[1].count <= 6,
      digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      let units = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    description = text
    self.units = units
    perOne = parts.count == 1 ? 1 : parts[1].reduce(1) { power, _ in power * 10 }
  }
}

extension Target: Codable {
  package init(from decoder: any Decoder) throws {
    let one = try decoder.singleValueContainer()
    guard let target = Target(try one.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: one, debugDescription: "not a target")
    }
    self = target
  }

  package func encode(to encoder: any Encoder) throws {
    var one = encoder.singleValueContainer()
    try one.encode(description)
  }
}
