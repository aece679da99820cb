/// Looking for plain text in a file's bytes.
extension RandomAccessCollection<UInt8> where Index == Int {
  func hasBytes(_ text: String, at index: Int) -> Bool {
    index >= startIndex && index <= endIndex && self[index...].starts(with: text.utf8)
  }

  func containsBytes(_ text: String) -> Bool { lastRange(of: text) != nil }

  /// Searches from the end, where a PDF keeps its tables.
  func lastRange(of text: String) -> Range<Int>? {
    let pattern = Array(text.utf8)
    guard let first = pattern.first, count >= pattern.count else { return nil }
    var index = endIndex - pattern.count
    while index >= startIndex {
      if self[index] == first, self[index...].starts(with: pattern) { return index..<index + pattern.count }
      index -= 1
    }
    return nil
  }

  /// The decimal number that begins at `index`, of at most ten digits.
  func integer(at index: Int) -> Int? {
    guard (startIndex..<endIndex).contains(index) else { return nil }
    let digits = self[index...].prefix(10).prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  func integer(after text: String) -> Int? {
    lastRange(of: text).flatMap { integer(at: $0.upperBound) }
  }
}
