import CQREncode

/// 二维码 · A QR code as a square of modules, to be drawn as vectors. Correction level M.
package struct QRCode: Sendable, Hashable {
  /// Modules a side, without the quiet zone of four modules that must surround it.
  package let side: Int
  private let isDark: [Bool]

  /// Refuses an empty text and one longer than a code holds (about 2,300 bytes).
  package init(_ text: String) throws {
    guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else {
      throw PaperError.drawing("QR code of \(text.utf8.count) bytes")
    }
    defer { QRcode_free(code) }
    side = Int(code.pointee.width)
    isDark = UnsafeBufferPointer(start: code.pointee.data, count: side * side).map { $0 & 1 == 1 }
  }

  /// The dark modules, neighbours in a row joined.
  package var darkRuns: [(x: Int, y: Int, length: Int)] {
    (0..<side).flatMap { y in
      var runs: [(x: Int, y: Int, length: Int)] = []
      for x in 0..<side where isDark[y * side + x] {
        if let last = runs.last, last.x + last.length == x {
          runs[runs.count - 1].length += 1
        } else {
          runs.append((x, y, 1))
        }
      }
      return runs
    }
  }
}
