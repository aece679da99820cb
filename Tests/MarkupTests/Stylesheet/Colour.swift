import Foundation

/// A colour, and its contrast with another as WCAG 2.2 reckons it (1 to 21).
struct Colour: Hashable, Sendable {
  let channels: [Double]

  init(hex: Substring) {
    let value = UInt32(hex, radix: 16) ?? 0
    channels = [16, 8, 0].map { Double((value >> $0) & 0xFF) / 255 }
  }

  var luminance: Double {
    let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  func contrast(with other: Colour) -> Double {
    let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }
}
