/// Reads ISO 8601 date-times; refuses what is not a real time of a real day.
enum InstantText {
  static func parse(_ text: String) -> Instant? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, bytes.count <= 40, "Tt ".utf8.contains(bytes[10]) else { return nil }
    guard let day = Day(String(text.prefix(10))) else { return nil }
    let zone = bytes[11...].firstIndex { "Zz+-".utf8.contains($0) } ?? bytes.endIndex
    guard let time = milliseconds(ofTime: bytes[11..<zone]), let offset = offset(bytes[zone...]) else { return nil }
    return Instant(milliseconds: Int64(day.number) * 86_400_000 + time - offset)
  }

  /// `15:04`, `15:04:05`, `15:04:05.123`; digits after the third of a fraction are dropped.
  private static func milliseconds(ofTime bytes: ArraySlice<UInt8>) -> Int64? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = twoDigits(parts[0], below: 24) else { return nil }
    guard let minute = twoDigits(parts[1], below: 60) else { return nil }
    let minutes = Int64(hour * 60 + minute) * 60_000
    guard parts.count == 3 else { return minutes }
    let seconds = parts[2].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let second = twoDigits(seconds[0], below: 60), seconds.count <= 2 else { return nil }
    guard seconds.count == 2 else { return minutes + Int64(second * 1000) }
    guard seconds[1].count <= 9, decimal(seconds[1]) != nil else { return nil }
    let thousandths = decimal(Array((seconds[1] + Array("00".utf8)).prefix(3))) ?? 0
    return minutes + Int64(second * 1000 + thousandths)
  }

  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int64? {
    guard let sign = bytes.first else { return 8 * 3_600_000 }
    let rest = bytes.dropFirst()
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return rest.isEmpty ? 0 : nil }
    let parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, let hours = twoDigits(parts[0], below: 19), let minutes = twoDigits(parts[1], below: 60)
    else { return nil }
    return Int64(hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -60_000 : 60_000)
  }

  private static func twoDigits(_ bytes: ArraySlice<UInt8>, below limit: Int) -> Int? {
    guard bytes.count == 2, let value = decimal(bytes), value < limit else { return nil }
    return value
  }
}
