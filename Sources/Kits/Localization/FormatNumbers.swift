/// Counts, shares and money in figures. Nothing here rounds through a floating-point number.
extension Format {
  /// 1,215.
  package static func count(_ number: some BinaryInteger) -> String {
    (number < 0 ? "-" : "") + grouped(String(number.magnitude))
  }

  /// ¥18,640.00 in both languages; the unit is the fen.
  package static func money(fen: Int64, _: Language) -> String {
    let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(fen < 0 ? "-" : "")¥\(grouped(String(yuan))).\(pad(Int(rest)))"
  }

  /// 55.01%, half up, from the integers themselves; — when there is nothing to divide by.
  package static func percent(_ numerator: Int, of denominator: Int) -> String {
    ratio(numerator, denominator, scale: 100, places: 2).map { $0 + "%" } ?? "—"
  }

  /// `numerator × scale ÷ denominator` with exactly `places` decimals (0 to 9), half up away from zero;
  /// nil when the denominator is not positive.
  package static func ratio(_ numerator: Int, _ denominator: Int, scale: Int = 1, places: Int) -> String? {
    guard denominator > 0 else { return nil }
    let unit = (0..<min(max(places, 0), 9)).reduce(Int128(1)) { power, _ in power * 10 }
    let scaled = Int128(numerator) * Int128(scale)
    let (whole, rest) = (scaled.magnitude).quotientAndRemainder(dividingBy: UInt128(denominator))
    let fraction = (rest * UInt128(unit) * 2 + UInt128(denominator)) / (UInt128(denominator) * 2)
    let rounded = whole * UInt128(unit) + fraction
    let (integer, decimals) = rounded.quotientAndRemainder(dividingBy: UInt128(unit))
    let sign = scaled < 0 && rounded > 0 ? "-" : ""
    return sign + String(integer) + (unit == 1 ? "" : "." + pad(Int(decimals), to: places))
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
