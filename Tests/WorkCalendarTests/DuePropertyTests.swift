import Testing
import WorkCalendar

/// What holds for every start, limit and pause. Three thousand seeded cases each.
@Suite("Properties of due")
struct DuePropertyTests {
  let calendar = WorkCalendar.official

  @Test func theLastDayIsAWorkingDayAndLaterThanTheStart() throws {
    try forEach(seed: 1) { start, number, pauses in
      for limit in [TimeLimit.workingDays(number), .calendarDays(number), .months(number % 4, days: number)] {
        let due = try #require(calendar.due(limit, from: .day(start), pauses: pauses).value?.day)
        #expect(calendar.isWorkingDay(due))
        #expect(due > start)
      }
    }
  }

  @Test func laterStartsAndLongerLimitsNeverEndEarlier() throws {
    try forEach(seed: 2) { start, number, pauses in
      for unit in [TimeLimit.workingDays, TimeLimit.calendarDays] {
        let due = try #require(calendar.due(unit(number), from: .day(start), pauses: pauses).value?.day)
        #expect(try #require(calendar.due(unit(number), from: .day(start.next), pauses: pauses).value?.day) >= due)
        #expect(try #require(calendar.due(unit(number + 1), from: .day(start), pauses: pauses).value?.day) >= due)
      }
    }
  }

  @Test func theCountedDaysAreExactlyTheLimit() throws {
    try forEach(seed: 3) { start, number, pauses in
      let due = try #require(calendar.due(.workingDays(number), from: .day(start), pauses: pauses).value?.day)
      let counted = (start.next...due).filter { day in
        calendar.isWorkingDay(day)
          && !pauses.contains { pause in
            day > pause.after && day <= (pause.through ?? .latest)
          }
      }
      #expect(counted.count == number)
      #expect(counted.last == due)
    }
  }

  @Test("A pause inside a custody period adds exactly its days")
  func pausesAddTheirDays() throws {
    try forEach(seed: 4) { start, number, _ in
      let plain = try #require(calendar.due(.calendarDays(number), from: .day(start), inCustody: true).value?.day)
      #expect(start.days(until: plain) == number)
      let pause = Pause.through(start, start.adding(days: number * 2))
      let paused = calendar.due(.calendarDays(number), from: .day(start), pauses: [pause], inCustody: true)
      #expect(paused.value == .day(plain.adding(days: number * 2)))
    }
  }

  @Test func theStepsCoverEveryDayOnce() throws {
    try forEach(seed: 5) { start, number, pauses in
      let due = calendar.due(.workingDays(number), from: .day(start), pauses: pauses)
      let last = try #require(due.value?.day)
      #expect(due.steps.dropLast().flatMap(\.days) == Array(start...last))
    }
  }

  private func forEach(seed: UInt64, _ body: (Day, Int, [Pause]) throws -> Void) rethrows {
    var random = Seeded(state: seed)
    for _ in 0..<3000 {
      let start = officialDays.lowerBound.adding(days: Int.random(in: 0..<5200, using: &random))
      let pauses = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        let after = start.adding(days: Int.random(in: -5...20, using: &random))
        return Pause.through(after, after.adding(days: Int.random(in: 0...15, using: &random)))
      }
      try body(start, Int.random(in: 1...60, using: &random), pauses)
    }
  }
}
