import App

/// 变异 · Mutator: hostile inputs made from real ones. The same seed makes the same inputs, so that a number is enough to
/// meet one of them again.
struct Mutator {
  private static let numbers = [
    "0", "-1", "1", "255", "65536", "2147483647", "2147483648", "4294967295", "9223372036854775807",
    "-9223372036854775808", "99999999999999999999", "1e308", "-0", "NaN", "1e-400",
  ]
  private static let odd: [UInt8] = [
    0, 1, 0x0A, 0x0D, 0x20, 0x22, 0x25, 0x26, 0x27, 0x3C, 0x5C, 0x7F, 0x80, 0xFE, 0xFF,
  ]

  private let seeds: [[UInt8]]
  private let words: [[UInt8]]
  private var random: SeededRandom

  init(_ seeds: [[UInt8]], words: [String], seed: UInt64) {
    self.seeds = seeds
    self.words = words.map { Array($0.utf8) }
    random = SeededRandom(seed: seed)
  }

  mutating func next() -> [UInt8] {
    var bytes = pick(seeds)
    for _ in 0..<1 + below(5) { change(&bytes) }
    if bytes.count > 64 << 10 { bytes.removeLast(bytes.count - 64 << 10) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let at = below(bytes.count + 1)
    switch below(11) {
    case 0 where at < bytes.count: bytes[at] ^= 1 << UInt8(below(8))
    case 1 where at < bytes.count: bytes[at] = pick(Self.odd)
    case 2:
      bytes.insert(contentsOf: (0..<1 + below(8)).map { _ in UInt8(truncatingIfNeeded: random.next()) }, at: at)
    case 3: bytes.removeSubrange(at..<min(bytes.count, at + 1 + below(16)))
    case 4: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 1 + below(64))], at: below(bytes.count + 1))
    case 5: bytes.removeSubrange(at...)
    case 6, 7:
      bytes.insert(contentsOf: words.isEmpty ? pick(Self.numbers.map { Array($0.utf8) }) : pick(words), at: at)
    case 8: exchangeNumber(&bytes, from: at)
    case 9:
      let other = pick(seeds)
      bytes = Array(bytes[..<at]) + other[below(other.count + 1)...]
    default: bytes.insert(contentsOf: [UInt8](repeating: pick(Self.odd), count: 1 + below(300)), at: at)
    }
  }

  private mutating func exchangeNumber(_ bytes: inout [UInt8], from: Int) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let start = bytes[from...].firstIndex(where: digits.contains) else { return }
    let end = bytes[start...].firstIndex { !digits.contains($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: Array(pick(Self.numbers).utf8))
  }

  private mutating func pick<T>(_ all: [T]) -> T { all[below(all.count)] }

  private mutating func below(_ count: Int) -> Int { Int(random.next() >> 11) % max(count, 1) }
}
