extension StringProtocol {
  /// Whether this is a plain decimal: an optional sign, digits, at most one point with digits on both sides.
  var isPlainDecimal: Bool {
    let digits = first == "-" || first == "+" ? utf8.dropFirst() : utf8[...]
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
  }

  /// The digits of a plain decimal, before and after the point.
  var digitCount: Int { utf8.count(where: \.isDigit) }

  var fractionDigits: Int {
    utf8.firstIndex(of: UInt8(ascii: ".")).map { utf8.distance(from: $0, to: utf8.endIndex) - 1 } ?? 0
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
