import WorkCalendar

/// 日期时间输入 · Civil time: days and times as people type them.
enum CivilTime {
  static func day(_ text: String) -> Day? {
    let parts = text.halfWidth.split(whereSeparator: { "-/.年月日 ".contains($0) }).map(String.init)
    guard parts.count == 3, parts[0].utf8.count == 4 else { return nil }
    let numbers = parts.compactMap { $0.utf8.count <= 4 && $0.utf8.allSatisfy(\.isDigit) ? Int($0) : nil }
    guard numbers.count == 3, numbers[0] >= 1900 else { return nil }
    return Day(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  static func instant(_ text: String) -> Instant? {
    let halves = text.halfWidth.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard halves.count == 2, let day = day(String(halves[0])) else { return nil }
    let clock = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = clock.compactMap { $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isDigit) ? Int($0) : nil }
    guard (2...3).contains(clock.count), numbers.count == clock.count, numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return Instant(day, hour: numbers[0], minute: numbers[1], second: numbers.count > 2 ? numbers[2] : 0)
  }

  static func timeOfDay(_ text: String) -> String? {
    let text = text.halfWidth
    return text.utf8.count == 5 && instant("2000-01-01 " + text) != nil ? text : nil
  }
}
