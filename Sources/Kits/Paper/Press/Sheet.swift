/// 纸张 · The measures of an A4 official paper in points, after GB/T 9704: 28 characters a line at 16 points.
enum Sheet {
  static let width = 210 * millimetre
  static let height = 297 * millimetre
  static let millimetre = 72 / 25.4

  static let left = 28 * millimetre
  static let bodyWidth = 28 * bodySize
  static let right = left + bodyWidth
  static let top = 32 * millimetre
  /// Where the body ends; the footer stands below.
  static let bottom = height - 32 * millimetre

  /// 三号
  static let bodySize = 16.0
  /// 行距 · The distance between lines, widest first: it is narrowed where that saves a page, as the norm advises
  /// when the space left does not hold the seal.
  static let bodyPitches = [28.0, 26.0, 24.0]
  /// 小四, in tables.
  static let tableSize = 12.0
  static let tablePitch = 19.0
  /// 五号
  static let noteSize = 10.5
  static let notePitch = 17.0
  /// 二号
  static let titleSize = 22.0
  static let titlePitch = 34.0
  static let footerSize = 8.0
}
