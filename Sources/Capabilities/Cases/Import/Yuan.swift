/// 元 · Yuan as people write it in a ledger: digits and at most two decimals.
enum Yuan {
  /// In fen; nil for anything else, and for more than an `Int64` of fen holds.
  static func fen(_ text: String) -> Int64? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = number(parts[0]) else { return nil }
    let (fen, isTooLarge) = whole.multipliedReportingOverflow(by: 100)
    guard !isTooLarge else { return nil }
    guard parts.count == 2 else { return fen }
    guard parts[1].count <= 2, let decimals = number(parts[1]) else { return nil }
    let (sum, overflows) = fen.addingReportingOverflow(parts[1].count == 1 ? decimals * 10 : decimals)
    return overflows ? nil : sum
  }

  private static func number(_ digits: Substring.UTF8View) -> Int64? {
    guard !digits.isEmpty, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
    return Int64(String(Substring(digits)))
  }
}
