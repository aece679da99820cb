import Crypto
import Foundation
package import WorkCalendar

/// 动态验证码 · One-time code: six digits that a phone works out from a shared secret and the time (RFC 6238 over
/// HMAC-SHA-1, steps of thirty seconds), as every authenticator app does it.
package enum TOTP {
  package static let secondsAStep: Int64 = 30
  package static let digits = 6
  /// How many steps a phone's clock may be wrong.
  static let tolerance: Int64 = 1

  package static func step(at instant: Instant) -> Int64 {
    let (seconds, period) = (instant.milliseconds / 1000, secondsAStep)
    return seconds / period
  }

  package static func code(_ secret: [UInt8], step: Int64, digits: Int = digits) -> String {
    let message = withUnsafeBytes(of: step.bigEndian) { Array($0) }
    let mac = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
    let offset = Int((mac.last ?? 0) & 0x0f)
    let truncated = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
    let modulus = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
    let text = String(truncated % modulus)
    return String(repeating: "0", count: digits - text.count) + text
  }

  /// The step a code belongs to: now or one to either side, and later than the last that was used.
  package static func match(_ code: String, _ secret: [UInt8], at now: Instant, after last: Int64) -> Int64? {
    let present = step(at: now)
    return (present - tolerance...present + tolerance).first { step in
      step > last && isEqual(Self.code(secret, step: step), code)
    }
  }

  /// 密钥 · A new secret of 160 bits.
  package static func newSecret() -> [UInt8] {
    SymmetricKey(size: SymmetricKeySize(bitCount: 160)).withUnsafeBytes { Array($0) }
  }

  /// Takes the same time wherever they differ.
  private static func isEqual(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count else { return false }
    return zip(a.utf8, b.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
