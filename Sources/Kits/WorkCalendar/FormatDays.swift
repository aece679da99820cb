package import Localization

/// Days and instants as people read them.
extension Format {
  /// 2016年3月7日, 7 March 2016.
  package static func day(_ day: Day, _ language: Language) -> String {
    let civil = day.civil
    return Self.day(civil.year, civil.month, civil.day, language)
  }

  /// 2016年3月7日 15:04; 7 March 2016, 15:04.
  package static func instant(_ instant: Instant, _ language: Language) -> String {
    let separator = language == .zh ? " " : ", "
    return day(instant.day, language) + separator + time(instant.hour, instant.minute)
  }

  /// 5月2日, or 5月3日至5月6日; without the year.
  package static func days(_ days: ClosedRange<Day>, _ language: Language) -> String {
    let first = short(days.lowerBound, language)
    guard days.lowerBound < days.upperBound else { return first }
    return first + (language == .zh ? "至" : " to ") + short(days.upperBound, language)
  }

  private static func short(_ day: Day, _ language: Language) -> String {
    let civil = day.civil
    return Self.day(civil.month, civil.day, language)
  }
}

extension Text {
  package init(_ day: Day) {
    self = .each { Format.day(day, $0) }
  }

  package init(_ instant: Instant) {
    self = .each { Format.instant(instant, $0) }
  }
}
