package import Localization

/// The written form of a year, for the official years and for the office that edits one. A line a holiday:
///
///     端午节 06-09..06-11 上班 06-12
///
/// A name that is not a known one brings its English: `防疫假/Epidemic holiday 02-01`.
extension CalendarYear {
  package struct Fault: Sendable, Hashable {
    /// From 1.
    package let line: Int
    package let message: Text
  }

  package struct Faults: Error {
    package let all: [Fault]
  }

  /// Refuses, with every fault at once: unreadable lines, unknown names without English, days that are not in
  /// the calendar or are given twice, and worked days that are no weekend.
  package init(year: Int, table: String, source: Text, isVerified: Bool = false) throws(Faults) {
    var reader = CalendarYearReader(year: year)
    for (offset, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      reader.read(line, number: offset + 1)
    }
    guard reader.faults.isEmpty else { throw Faults(all: reader.faults) }
    self.init(
      year: year, holidays: reader.holidays, workingWeekends: reader.workingWeekends.sorted(), source: source,
      isVerified: isVerified)
  }

  /// The table that gives this year again; the worked weekends stand on a line of their own.
  package var table: String {
    let rests = holidays.map { holiday in
      let name =
        Self.knownNames[holiday.name.zh] == holiday.name.en
        ? holiday.name.zh : "\(holiday.name.zh)/\(holiday.name.en)"
      let (first, last) = (holiday.days.lowerBound, holiday.days.upperBound)
      return first == last ? "\(name) \(short(first))" : "\(name) \(short(first))..\(short(last))"
    }
    let works = workingWeekends.isEmpty ? [] : ["上班 " + workingWeekends.map(short).joined(separator: " ")]
    return (rests + works).joined(separator: "\n")
  }

  static let knownNames = [
    "元旦": "New Year's Day", "春节": "Spring Festival", "清明节": "Tomb-sweeping Day", "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival", "中秋节": "Mid-autumn Festival", "国庆节": "National Day",
    "抗战胜利纪念日": "Victory Day",
  ]

  private func short(_ day: Day) -> String { String(day.description.dropFirst(5)) }
}
