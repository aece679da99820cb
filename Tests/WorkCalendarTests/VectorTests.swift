import Testing
import WorkCalendar

/// The vectors and dated examples of docs/law/acceptance.
@Suite("Vectors")
struct VectorTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    let name: String
    let limit: TimeLimit
    let from: Day
    var pauses: [Pause] = []
    let due: Day
    var testDescription: String { name }
  }

  @Test(
    "Due days",
    arguments: [
      Vector(name: "V1, AT-10.2", limit: .workingDays(7), from: "2016-04-29", due: "2016-05-11"),
      Vector(name: "V2, AT-10.2", limit: .workingDays(7), from: "2016-09-29", due: "2016-10-13"),
      Vector(
        name: "V4, AT-10.3", limit: .workingDays(7), from: "2016-03-07",
        pauses: [.through("2016-03-09", "2016-03-16")],
        due: "2016-03-23"),
      Vector(name: "V5, AT-10.4", limit: .calendarDays(7), from: "2024-09-26", due: "2024-10-08"),
      Vector(name: "V6, AT-10.4", limit: .calendarDays(3), from: "2024-04-01", due: "2024-04-07"),
      Vector(name: "V9, AT-6.6", limit: .calendarDays(3), from: "2016-09-30", due: "2016-10-08"),
      Vector(name: "AT-6.6", limit: .calendarDays(3), from: "2016-05-20", due: "2016-05-23"),
      Vector(name: "AT-6.8", limit: .beforeEvent(days: 15), from: "2016-06-20", due: "2016-06-05"),
      Vector(name: "V10, AT-13.1", limit: .workingDays(5), from: "2016-06-08", due: "2016-06-16"),
      Vector(name: "V11, AT-13.2", limit: .calendarDays(45), from: "2016-06-16", due: "2016-08-01"),
      Vector(name: "V12", limit: .workingDays(5), from: "2016-07-29", due: "2016-08-05"),
      Vector(name: "V13, AT-12.2", limit: .calendarDays(30), from: "2016-12-01", due: "2017-01-03"),
      Vector(
        name: "AT-12.2, 15 days of a local pack", limit: .calendarDays(15), from: "2016-12-01", due: "2016-12-16"),
    ])
  func due(vector: Vector) {
    let due = WorkCalendar.official.due(vector.limit, from: .day(vector.from), pauses: vector.pauses)
    #expect(due.value == .day(vector.due))
    #expect(!due.isProvisional)
  }

  @Test("AT-10.10: a web message is late after 24 hours, a live chat after 5, rest days or not")
  func hours() throws {
    let received = try #require(Instant.parse("2016-10-01T09:00"))
    let message = WorkCalendar.official.due(.hours(24), from: .instant(received))
    #expect(message.value == .instant(Instant("2016-10-02", hour: 9)))
    #expect(message.lateFrom == Instant("2016-10-02", hour: 9))
    #expect(
      WorkCalendar.official.due(.hours(5), from: .instant(received)).value == .instant(received.adding(hours: 5)))
  }

  @Test("AT-X.5: a year without data is worked out from weekends and says so")
  func provisional() {
    let due = WorkCalendar.official.due(.workingDays(3), from: .day("2026-12-30"))
    #expect(due.value == .day("2027-01-04"))
    #expect(due.isProvisional)
    #expect(due.steps.last?.kind == .provisional)
    #expect(due.steps.last?.days == "2027-01-01"..."2027-01-04")
    #expect(WorkCalendar.official.due(.calendarDays(5), from: .day("2026-12-28")).isProvisional)
    #expect(!WorkCalendar.official.due(.hours(240), from: .day("2026-12-28")).isProvisional)
  }
}
