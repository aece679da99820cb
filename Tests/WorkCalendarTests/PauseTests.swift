import Testing
import WorkCalendar

@Suite("Pauses")
struct PauseTests {
  let calendar = WorkCalendar.official

  @Test(
    "A..B is read and written", arguments: ["2016-03-09..2016-03-16", "2016-03-09..", "2016-03-09..2016-03-09"])
  func reads(text: String) {
    #expect(Pause(text)?.description == text)
  }

  @Test(
    "Refused",
    arguments: ["", "2016-03-09", "..2016-03-09", "2016-03-16..2016-03-09", "2016-03-09...2016-03-16", "a..b"])
  func refused(text: String) {
    #expect(Pause(text) == nil)
  }

  @Test("While the papers are awaited there is no due day")
  func open() {
    let due = calendar.due(.workingDays(7), from: .day("2016-03-07"), pauses: [Pause(openAfter: "2016-03-09")])
    #expect(due.isSuspended)
    #expect(due.lateFrom == nil)
    #expect(due.steps.last?.kind == .suspended)
    #expect(due.steps.last?.days.lowerBound == "2016-03-10")
  }

  @Test("A limit that had run out stays run out")
  func tooLate() {
    for pause in [Pause(openAfter: "2016-03-16"), .through("2016-03-16", "2016-04-16")] {
      #expect(calendar.due(.workingDays(7), from: .day("2016-03-07"), pauses: [pause]).value == .day("2016-03-16"))
    }
  }

  @Test("An end that a holiday moves can still be paused")
  func pausedWhileMoved() {
    let due = calendar.due(
      .calendarDays(7), from: .day("2024-09-26"), pauses: [.through("2024-10-04", "2024-10-09")])
    #expect(due.value == .day("2024-10-10"))
    #expect(
      calendar.due(.calendarDays(7), from: .day("2024-09-26"), pauses: [Pause(openAfter: "2024-10-03")]).isSuspended
    )
  }

  @Test("Calendar days skip exactly the paused days")
  func calendarDays() {
    let due = calendar.due(
      .calendarDays(7), from: .day("2016-03-07"), pauses: [.through("2016-03-09", "2016-03-16")])
    #expect(due.value == .day("2016-03-21"))
  }

  @Test("Hours stop at midnight of the notice's day and go on after the papers' day")
  func hours() {
    let start = Instant("2016-03-07", hour: 15)
    let due = calendar.due(.hours(24), from: .instant(start), pauses: [.through("2016-03-07", "2016-03-09")])
    #expect(due.value == .instant(Instant("2016-03-10", hour: 15)))
    let overlapping: [Pause] = [.through("2016-03-08", "2016-03-09"), .through("2016-03-07", "2016-03-09")]
    #expect(calendar.due(.hours(24), from: .instant(start), pauses: overlapping).value == due.value)
    #expect(calendar.due(.hours(24), from: .instant(start), pauses: [Pause(openAfter: "2016-03-07")]).isSuspended)
    #expect(
      calendar.due(.hours(9), from: .instant(start), pauses: [Pause(openAfter: "2016-03-07")]).value
        == .instant(Instant("2016-03-08", hour: 0)))
  }

  @Test("Overlapping and repeated pauses count once")
  func overlapping() {
    let once = calendar.due(
      .workingDays(7), from: .day("2016-03-07"), pauses: [.through("2016-03-09", "2016-03-16")])
    let twice = calendar.due(
      .workingDays(7), from: .day("2016-03-07"),
      pauses: [
        .through("2016-03-11", "2016-03-16"), .through("2016-03-09", "2016-03-14"),
        .through("2016-03-09", "2016-03-16"),
      ])
    #expect(once.value == twice.value)
  }
}
