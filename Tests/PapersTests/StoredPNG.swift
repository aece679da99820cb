/// A PNG written plainly: deflate without compression, four bytes a pixel.
enum StoredPNG {
  static func bytes(
    width: Int, height: Int, _ pixel: (_ x: Int, _ y: Int) -> (red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8)
  ) -> [UInt8] {
    var rows: [UInt8] = []
    for y in 0..<height {
      rows.append(0)
      for x in 0..<width {
        let one = pixel(x, y)
        rows += [one.red, one.green, one.blue, one.alpha]
      }
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", big(width) + big(height) + [8, 6, 0, 0, 0]) + chunk("IDAT", stored(rows)) + chunk("IEND", [])
  }

  /// A red ring on a transparent ground, as an office's seal is scanned and cleaned.
  static func ring(side: Int = 400) -> [UInt8] {
    let middle = side / 2
    return bytes(width: side, height: side) { x, y in
      let reach = (x - middle) * (x - middle) + (y - middle) * (y - middle)
      let isInk = reach < middle * middle * 9 / 10 && reach > middle * middle * 6 / 10
      return isInk ? (200, 20, 30, 255) : (0, 0, 0, 0)
    }
  }

  private static func stored(_ data: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: data.count, by: 65_535) {
      let part = data[start..<min(start + 65_535, data.count)]
      let (low, high) = (UInt8(part.count & 255), UInt8(part.count >> 8))
      out += [start + part.count == data.count ? 1 : 0, low, high, ~low, ~high] + part
    }
    var (a, b) = (UInt32(1), UInt32(0))
    for byte in data {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return out + big(Int(b << 16 | a))
  }

  private static func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(kind.utf8) + data
    var crc = UInt32.max
    for byte in body {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return big(data.count) + body + big(Int(~crc))
  }

  private static func big(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(number >> $0 & 255) } }
}
