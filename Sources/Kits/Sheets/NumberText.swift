import Foundation

/// How a stored number reads: plain decimals, days and times.
enum NumberText {
  static func text(_ raw: String, _ kind: NumberStyles.Kind, countsFrom1904: Bool) -> String {
    guard kind != .number, let serial = Double(raw) else { return decimal(raw) }
    return moment(serial, kind, countsFrom1904) ?? decimal(raw)
  }

  /// Digits as they stand; binary noise beyond Excel's fifteen digits, and exponents, are written out.
  private static func decimal(_ raw: String) -> String {
    if raw.isPlainDecimal, !raw.contains(".") || raw.digitCount <= 15 { return raw }
    guard let value = Double(raw), value.isFinite else { return raw }
    return Decimal(string: String(format: "%.15g", value)).map { "\($0)" } ?? raw
  }

  private static func moment(_ serial: Double, _ kind: NumberStyles.Kind, _ countsFrom1904: Bool) -> String? {
    guard (0..<2_958_466).contains(serial) else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    let (days, second) = (seconds / 86_400, seconds % 86_400)
    let time = "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    guard kind != .time else { return days == 0 ? time : nil }
    guard let day = civilDay(days, countsFrom1904)?.iso else { return nil }
    return kind == .dayAndTime && second != 0 ? "\(day) \(time)" : day
  }

  /// Excel's day 60 is 29 February 1900, which never was; the days before it are one off.
  private static func civilDay(_ serial: Int, _ countsFrom1904: Bool) -> CivilDay? {
    if countsFrom1904 { return CivilDay(daysSince1970: serial - 24_107) }
    guard serial > 0, serial != 60 else { return nil }
    return CivilDay(daysSince1970: serial - (serial > 60 ? 25_569 : 25_568))
  }
}
