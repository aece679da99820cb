/// 图片 · What must be known of an uploaded picture before it is set on a page.
struct Picture {
  enum Kind { case png, jpeg }

  /// Larger pictures would fill the memory when they are unpacked.
  private static let mostPixels = 60_000_000

  let bytes: [UInt8]
  let kind: Kind
  let width: Int
  let height: Int
  /// How many quarters the picture must be turned clockwise to stand upright.
  let quarterTurns: Int

  /// Refuses what is neither PNG nor JPEG, and more than sixty million pixels.
  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count > 24 {
      (kind, quarterTurns) = (.png, 0)
      (width, height) = (bytes.bigEndian(4, at: 16), bytes.bigEndian(4, at: 20))
    } else if let header = JPEGHeader(bytes) {
      (kind, quarterTurns) = (.jpeg, header.quarterTurns)
      (width, height) = (header.width, header.height)
    } else {
      throw PaperError.unsupportedPDF("neither PNG nor JPEG")
    }
    guard width > 0, height > 0, width <= Self.mostPixels / height
    else {
      throw PaperError.unsupportedPDF("a picture of \(width) by \(height)")
    }
  }
}

/// The size and the camera's orientation, from a JPEG file's segments.
private struct JPEGHeader {
  var width = 0
  var height = 0
  var quarterTurns = 0

  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var index = 2
    while index + 9 < bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      let length = bytes.bigEndian(2, at: index + 2)
      switch marker {
      case 0xFF:
        index += 1
        continue
      case 0xE1: quarterTurns = Self.turns(inExif: bytes[(index + 4)...].prefix(max(length - 2, 0)))
      case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
        (height, width) = (bytes.bigEndian(2, at: index + 5), bytes.bigEndian(2, at: index + 7))
        return
      case 0xDA: return nil
      default: break
      }
      index += 2 + length
    }
    return nil
  }

  /// Tag 0x0112 of the first directory: 3 is upside down, 6 and 8 lie on a side. Mirrored pictures stay so.
  private static func turns(inExif segment: ArraySlice<UInt8>) -> Int {
    let exif = Array(segment)
    guard exif.starts(with: "Exif\0\0".utf8), exif.count > 16 else { return 0 }
    let isLittle = exif[6] == UInt8(ascii: "I")
    func number(_ size: Int, at index: Int) -> Int {
      guard index >= 0, index + size <= exif.count else { return 0 }
      let digits = exif[index..<index + size]
      return (isLittle ? Array(digits.reversed()) : Array(digits)).bigEndian(size, at: 0)
    }
    let directory = 6 + number(4, at: 10)
    for entry in 0..<number(2, at: directory) {
      let start = directory + 2 + 12 * entry
      guard number(2, at: start) == 0x0112 else { continue }
      return [3: 2, 6: 1, 8: 3][number(2, at: start + 8)] ?? 0
    }
    return 0
  }
}

extension [UInt8] {
  fileprivate func bigEndian(_ size: Int, at index: Int) -> Int {
    self[index..<index + size].reduce(0) { $0 << 8 | Int($1) }
  }
}
