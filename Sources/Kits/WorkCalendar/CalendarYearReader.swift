import Localization

/// Reads the lines of a year and gathers what is wrong with them.
struct CalendarYearReader {
  let year: Int
  private(set) var holidays: [CalendarYear.Holiday] = []
  private(set) var workingWeekends: [Day] = []
  private(set) var faults: [CalendarYear.Fault] = []
  private var seen: Set<Day> = []

  init(year: Int) {
    self.year = year
  }

  mutating func read(_ line: Substring, number: Int) {
    let all = line.split(whereSeparator: \.isWhitespace)
    let name = all.prefix { $0.first?.isNumber == false && $0 != "上班" }
    var words = all[name.endIndex...]
    do throws(Complaint) {
      if !name.isEmpty {
        guard let span = words.popFirst() else { throw Complaint(Text("缺少日期", "The days are missing")) }
        let text = try holidayName(name.joined(separator: " "))
        holidays.append(CalendarYear.Holiday(name: text, days: try days(span)))
      }
      guard let mark = words.popFirst() else { return }
      guard mark == "上班", !words.isEmpty else {
        throw Complaint(Text("无法识别", "Not understood") + .same(" \(mark)"))
      }
      for word in words { workingWeekends.append(try workingWeekend(word)) }
    } catch {
      faults.append(CalendarYear.Fault(line: number, message: error.message))
    }
  }

  private func holidayName(_ name: String) throws(Complaint) -> Text {
    if let english = CalendarYear.knownNames[name] { return Text(name, english) }
    let parts = name.split(separator: "/")
    guard parts.count == 2 else {
      throw Complaint(Text("节日名称后须加英文，写作“名称/English”", "The holiday needs its English: 名称/English"))
    }
    return Text(String(parts[0]), String(parts[1]))
  }

  private mutating func days(_ span: Substring) throws(Complaint) -> ClosedRange<Day> {
    let ends = span.split(separator: "..", omittingEmptySubsequences: false)
    let first = try day(ends[0])
    let last = ends.count == 2 ? try day(ends[1]) : first
    guard ends.count <= 2, first <= last else {
      throw Complaint(Text("日期起止不对", "The days are not a range") + .same(" \(span)"))
    }
    for day in first...last { try take(day) }
    return first...last
  }

  private mutating func workingWeekend(_ word: Substring) throws(Complaint) -> Day {
    let day = try day(word)
    guard day.weekday > 5 else {
      throw Complaint(Text("调休上班日须为周末", "A day worked in exchange must be a weekend") + .same(" \(word)"))
    }
    try take(day)
    return day
  }

  private mutating func take(_ day: Day) throws(Complaint) {
    guard seen.insert(day).inserted else {
      throw Complaint(Text("日期重复", "The day is given twice") + .same(" \(day)"))
    }
  }

  private func day(_ text: Substring) throws(Complaint) -> Day {
    guard let day = Day("\(padded(year, 4))-\(text)") else {
      throw Complaint(Text("没有这一天", "There is no such day") + .same(" \(text)"))
    }
    return day
  }

  private struct Complaint: Error {
    let message: Text
    init(_ message: Text) { self.message = message }
  }
}
