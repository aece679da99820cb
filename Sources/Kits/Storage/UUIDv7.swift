import Foundation
import Synchronization

/// 标识 · UUID version 7: an identifier that sorts by the moment it was made.
///
/// Strictly increasing within a process, also when the clock stands still or goes back. Any other UUID version
/// is refused, so a value of this type always carries its moment.
package struct UUIDv7: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// A new identifier, greater than every one this process made before.
  package init() {
    high = Self.sequence.next()
    low = UInt64.random(in: 0..<(1 << 62)) | (0b10 << 62)
  }

  package init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.init(
      high: bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) },
      low: bytes[8...].reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// Reads `0196f1c2-5b1a-7c3e-8d42-9e6f0a1b2c3d`; hyphens stand where they belong, letters of either case.
  package init?(_ text: String) {
    let utf8 = Array(text.utf8)
    guard utf8.count == 36, [8, 13, 18, 23].allSatisfy({ utf8[$0] == UInt8(ascii: "-") }) else { return nil }
    let digits = utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == 32 else { return nil }
    self.init(
      high: digits[..<16].reduce(0) { $0 << 4 | UInt64($1) },
      low: digits[16...].reduce(0) { $0 << 4 | UInt64($1) })
  }

  private init?(high: UInt64, low: UInt64) {
    guard high >> 12 & 0xF == 7, low >> 62 == 0b10 else { return nil }
    self.high = high
    self.low = low
  }

  package var bytes: [UInt8] {
    [high, low].flatMap { half in stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> $0) }
    }
  }

  /// The moment it was made, in milliseconds since 1970 (UTC).
  package var milliseconds: Int64 { Int64(high >> 16) }

  /// Both halves folded into one number, for locks that take one.
  var folded: Int64 { Int64(bitPattern: high ^ low) }

  package var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
      text += byte.hexDigits
    }
    return String(decoding: text, as: UTF8.self)
  }

  package static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = UUIDv7(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID version 7")
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  private static let sequence = Sequence()

  /// The upper half: 48 bits of time, the version, and 12 bits that count within a millisecond.
  private final class Sequence: Sendable {
    private let last = Mutex<UInt64>(0)

    func next() -> UInt64 {
      let now = UInt64(max(0, Date().timeIntervalSince1970 * 1000))
      // Half of the counter is left free, so a burst stays within its own millisecond.
      let fresh = now << 12 | UInt64.random(in: 0..<(1 << 11))
      return last.withLock { last in
        last = max(fresh, last + 1)
        return (last >> 12) << 16 | 7 << 12 | last & 0xFFF
      }
    }
  }
}
