import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Leave of legal aid persons", .timeLimit(.minutes(2)))
struct LeaveTests {
  @Test("Leave counts its first and its last day, and periods do not meet", arguments: TestOffice.Engine.allCases)
  func leave(engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
    let person = try #require(try await office.principal("lawyer").undertaker)
    let (first, last) = (Day.literal(2016, 4, 1), Day.literal(2016, 4, 10))
    try await office.run("director", RecordLeave(of: person, days: first...last))
    for (day, isAway) in [(first.adding(days: -1), false), (first, true), (last, true), (last.next, false)] {
      let away = try await office.services.database.read { try LeaveTable.onLeave(day, in: office.county, $0) }
      #expect(away == (isAway ? [person: last] : [:]))
    }
    let refusal = await #expect(throws: Refusal.self) {
      try await office.run("director", RecordLeave(of: person, days: last...last.next))
    }
    #expect(refusal?.field == "from")
    await #expect(throws: Refusal.notAllowed) {
      try await office.run("assigner", RecordLeave(of: person, days: last.next...last.next))
    }
    #expect(try await office.events("legalAidPerson.leaveRecorded").count == 1)
  }
}
