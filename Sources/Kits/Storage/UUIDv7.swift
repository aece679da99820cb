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
    var (high, low): (UInt64, UInt64) = (0, 0)
    for index in 0..<8 {
      high = high << 8 | UInt64(bytes[index])
      low = low << 8 | UInt64(bytes[index + 8])
    }
    self.init(high: high, low: low)
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
    [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
      for index in 0..<16 { buffer.initializeElement(at: index, to: byte(index)) }
      count = 16
    }
  }

  private func byte(_ index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: (index < 8 ? high : low) >> UInt64(56 - index % 8 * 8))
  }

  /// The moment it was made, in milliseconds since 1970 (UTC).
  package var milliseconds: Int64 { Int64(high >> 16) }

  /// Both halves folded into one number, for locks that take one.
  var folded: Int64 { Int64(bitPattern: high ^ low) }

  package var description: String {
    String(unsafeUninitializedCapacity: 36) { text in
      var end = 0
      for index in 0..<16 {
        if index == 4 || index == 6 || index == 8 || index == 10 {
          text.initializeElement(at: end, to: UInt8(ascii: "-"))
          end += 1
        }
        text.initializeElement(at: end, to: UInt8.hexDigit(byte(index) >> 4))
        text.initializeElement(at: end + 1, to: UInt8.hexDigit(byte(index) & 0xF))
        end += 2
      }
      return end
    }
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
