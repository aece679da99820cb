import Localization
import Testing
import WorkCalendar

@Suite("Calendar year")
struct CalendarYearTests {
  let source = Text("县司法局录入", "Entered by the judicial bureau")

  @Test func anOfficeEntersAYear() throws {
    let table = "元旦 01-01..01-03\n\n  防疫假/Epidemic holiday 02-01 上班 02-06 02-07\n"
    let year = try CalendarYear(year: 2027, table: table, source: source, isVerified: true)
    let calendar = WorkCalendar.official.replacing(year)
    #expect(calendar.isKnown(year: 2027))
    #expect(calendar.kind(of: "2027-02-01") == .holiday(Text("防疫假", "Epidemic holiday")))
    #expect(calendar.kind(of: "2027-02-06") == .workingWeekend)
    #expect(calendar.isWorkingDay("2016-10-08"))
  }

  @Test func aLaterEntryReplacesTheOfficialYear() throws {
    let entered = try CalendarYear(year: 2016, table: "", source: source)
    #expect(!entered.isVerified)
    let calendar = WorkCalendar.official.replacing(entered)
    #expect(calendar.isWorkingDay("2016-10-03"))
    #expect(!calendar.isWorkingDay("2017-10-03"))
  }

  @Test func everyOfficialYearReadsBackFromItsTable() throws {
    for year in WorkCalendar.official.years.values {
      let again = try CalendarYear(year: year.year, table: year.table, source: year.source)
      #expect(again == year)
    }
  }

  @Test func everyFaultIsReportedWithItsLine() {
    let table = """
      元旦 01-01 上班 01-04
      春节 02-30
      植树节 03-12
      清明节
      劳动节 05-03..05-01
      端午节 06-09 休息 06-12
      元旦 01-01
      国庆节 10-01..10-02..10-03 上班
      """
    let faults = #expect(throws: CalendarYear.Faults.self) {
      try CalendarYear(year: 2027, table: table, source: source)
    }
    #expect(faults?.all.map(\.line) == [1, 2, 3, 4, 5, 6, 7, 8])
    for fault in faults?.all ?? [] { #expect(Typography.faults(in: fault.message.zh).isEmpty) }
  }
}
