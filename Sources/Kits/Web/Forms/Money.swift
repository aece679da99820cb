/// 金额输入 · Money: yuan as people type them, in fen; never a floating-point number.
enum Money {
  /// Refuses signs, more than two decimals, commas out of place and what is beyond ten billion yuan.
  static func fen(_ text: String) -> Int64? {
    var digits = text.halfWidth[...]
    if let sign = digits.first, "¥￥".contains(sign) { digits = digits.dropFirst() }
    if digits.last == "元" { digits = digits.dropLast() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let yuan = parts.first.flatMap(whole) else { return nil }
    let cents = parts.count == 2 ? parts[1] : "0"
    guard (1...2).contains(cents.utf8.count), cents.utf8.allSatisfy(\.isDigit), let fraction = Int64(cents) else {
      return nil
    }
    return yuan * 100 + (cents.utf8.count == 1 ? fraction * 10 : fraction)
  }

  private static func whole(_ text: Substring) -> Int64? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped = groups.count == 1 || groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    let digits = groups.joined()
    guard isGrouped, groups.first?.isEmpty == false, (1...11).contains(digits.utf8.count),
      digits.utf8.allSatisfy(\.isDigit)
    else { return nil }
    return Int64(digits)
  }
}
