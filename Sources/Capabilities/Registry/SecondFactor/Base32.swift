/// 密钥写法 · Base32 (RFC 4648 without padding): how a secret is typed into an authenticator app.
package enum Base32 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

  package static func encode(_ bytes: [UInt8]) -> String {
    var (text, held, bits) = ("", 0, 0)
    for byte in bytes {
      held = held << 8 | Int(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(letters[held >> bits & 31])
      }
      held &= (1 << bits) - 1
    }
    if bits > 0 { text.append(letters[held << (5 - bits) & 31]) }
    return text
  }

  /// Nil for a letter that is none of these.
  package static func decode(_ text: String) -> [UInt8]? {
    var (bytes, held, bits) = ([UInt8](), 0, 0)
    for letter in text {
      guard let value = letters.firstIndex(of: letter) else { return nil }
      held = held << 5 | value
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(held >> bits & 255))
      }
      held &= (1 << bits) - 1
    }
    return bytes
  }
}
