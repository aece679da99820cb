/// 日 · Day: a civil day of the Gregorian calendar, 0001-01-01 to 9999-12-31, without a time or a zone.
/// Written and stored as `2016-03-07`; text order is date order. Arithmetic stops at the two ends.
package struct Day: Sendable, Hashable, TextCoded {
  /// Days since 1970-01-01.
  package let number: Int32

  package static let earliest = Day(unchecked: -719_162)
  package static let latest = Day(unchecked: 2_932_896)

  package init(number: Int) {
    let range = Int(Day.earliest.number)...Int(Day.latest.number)
    self.init(unchecked: min(max(number, range.lowerBound), range.upperBound))
  }

  /// Refuses a day that is not in the calendar, such as 30 February.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...CivilDate.daysInMonth(month, of: year)).contains(day) else { return nil }
    self.init(unchecked: CivilDate(year: year, month: month, day: day).dayNumber)
  }

  /// Exactly `YYYY-MM-DD`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    guard let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(unchecked number: Int) {
    self.number = Int32(number)
  }

  package var year: Int { civil.year }
  package var month: Int { civil.month }
  /// The day of the month.
  package var day: Int { civil.day }
  /// 在期间内 · Whether it lies between two days, both of them included; an end that is not told is open.
  package func isWithin(_ from: Day?, _ to: Day?) -> Bool {
    (from.map { $0 <= self } ?? true) && (to.map { self <= $0 } ?? true)
  }

  /// 1 is Monday, 7 is Sunday.
  package var weekday: Int { (Int(number) + 719_169) % 7 + 1 }

  package var description: String {
    let civil = civil
    return "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
  }

  var civil: CivilDate { CivilDate(dayNumber: Int(number)) }
}

extension Day {
  package var next: Day { adding(days: 1) }

  package func adding(days: Int) -> Day {
    let reach = 4_000_000
    return Day(number: Int(number) + min(max(days, -reach), reach))
  }

  /// The same day of a later (or earlier) month, or that month's last day where it has no such day.
  package func adding(months: Int) -> Day {
    let civil = civil
    let count = civil.year * 12 + civil.month - 1 + min(max(months, -120_000), 120_000)
    guard count >= 12 else { return .earliest }
    guard count < 120_000 else { return .latest }
    let (year, month) = (count / 12, count % 12 + 1)
    let day = min(civil.day, CivilDate.daysInMonth(month, of: year))
    return Day(unchecked: CivilDate(year: year, month: month, day: day).dayNumber)
  }

  package func days(until other: Day) -> Int {
    Int(other.number) - Int(number)
  }

  package var firstOfMonth: Day { adding(days: 1 - day) }
  package var lastOfMonth: Day { adding(days: CivilDate.daysInMonth(month, of: year) - day) }
  package var firstOfYear: Day { Day(unchecked: CivilDate(year: year, month: 1, day: 1).dayNumber) }
  package var lastOfYear: Day { Day(unchecked: CivilDate(year: year, month: 12, day: 31).dayNumber) }
}

extension Day: Strideable {
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  package static func == (left: Day, right: Day) -> Bool { left.number == right.number }
  package func distance(to other: Day) -> Int { days(until: other) }
  package func advanced(by days: Int) -> Day { adding(days: days) }
}
