import Crypto

/// 随机令牌 · Token: 256 random bits in hexadecimal.
enum Token {
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return hex(
      (0..<4).flatMap { _ in
        let word = generator.next()
        return stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
      })
  }

  static func isWellFormed(_ token: String) -> Bool {
    token.utf8.count == 64 && token.utf8.allSatisfy { URLEncoded.digit($0) != nil }
  }

  static func hash(_ token: String) -> [UInt8] { Array(SHA256.hash(data: Array(token.utf8))) }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Compares without telling by its time where they differ.
  static func equal(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count else { return false }
    return zip(a.utf8, b.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
