import Foundation
import Testing
import WorkCalendar

@Suite("Day")
struct DayTests {
  @Test func knowsItsParts() {
    let day: Day = "2016-03-07"
    #expect((day.year, day.month, day.day, day.weekday) == (2016, 3, 7, 1))
    #expect(day.number == 16_867)
    #expect("\(day)" == "2016-03-07")
  }

  @Test(
    "Refuses what is no day",
    arguments: [
      "", "2016-3-7", "2016-02-30", "2015-02-29", "1900-02-29", "0000-01-01", "2016-13-01", "2016-00-10",
      "2016-01-00",
      "2016/03/07", "２０１６-03-07", "2016-03-07 ", "-016-03-07", "+016-03-07", "2016年3月7日",
    ])
  func refuses(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func everyDayOfFourCenturiesReadsBack() {
    var day: Day = "1799-12-31"
    var weekday = day.weekday
    while day < "2200-01-01" {
      let next = day.next
      #expect(Day(year: next.year, month: next.month, day: next.day) == next)
      weekday = weekday % 7 + 1
      #expect(next.weekday == weekday)
      #expect(next.day == 1 ? day.lastOfMonth == day : next.day == day.day + 1)
      day = next
    }
  }

  @Test func bothEndsLieWithin() {
    let day: Day = "2016-03-07"
    #expect(day.isWithin("2016-03-07", "2016-03-07") && day.isWithin(nil, nil))
    #expect(day.isWithin("2016-03-07", nil) && day.isWithin(nil, "2016-03-07"))
    #expect(!day.isWithin("2016-03-08", nil) && !day.isWithin(nil, "2016-03-06"))
  }

  @Test func leapDays() {
    #expect(("2016-02-28" as Day).next == "2016-02-29")
    #expect(("2000-02-28" as Day).next == "2000-02-29")
    #expect(("1900-02-28" as Day).next == "1900-03-01")
  }

  @Test func stopsAtTheEnds() {
    #expect(Day.latest == "9999-12-31")
    #expect(Day.earliest == "0001-01-01")
    #expect(Day.latest.adding(days: .max) == .latest)
    #expect(Day.earliest.adding(days: .min) == .earliest)
    #expect(Day.latest.adding(months: 1) == .latest)
    #expect(Day.earliest.adding(months: .min) == .earliest)
  }

  @Test(
    "Months end on the same day or the month's last",
    arguments: [
      ("2016-01-31", 1, "2016-02-29"), ("2015-01-31", 1, "2015-02-28"), ("2016-03-31", -1, "2016-02-29"),
      ("2016-11-15", 3, "2017-02-15"), ("2016-12-31", 0, "2016-12-31"), ("2016-02-29", 12, "2017-02-28"),
    ] as [(Day, Int, Day)])
  func months(day: Day, months: Int, expected: Day) {
    #expect(day.adding(months: months) == expected)
  }

  @Test func boundsOfMonthAndYear() {
    let day: Day = "2016-02-10"
    #expect(
      [day.firstOfMonth, day.lastOfMonth, day.firstOfYear, day.lastOfYear]
        == ["2016-02-01", "2016-02-29", "2016-01-01", "2016-12-31"])
  }

  @Test func isJSONText() throws {
    let days: [Day] = ["2016-03-07"]
    #expect(try String(decoding: JSONEncoder().encode(days), as: UTF8.self) == #"["2016-03-07"]"#)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Day].self, from: Data(#"["2016-02-30"]"#.utf8))
    }
  }
}
