import Intake
import Kernel
import Localization
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct SupplementTests {
  @Test func whatIsMissingIsToldAndSupplied() async throws {
    let office = try await Fixture.office()
    let id = try await office.register()
    try await office.run(
      "receptionist", RequestSupplement(id, needed: "经济状况证明。", dueOn: Day.literal(2016, 5, 14)))
    #expect(try await office.application(id).state == .needsSupplement)
    #expect(try await office.papers(id).last?.form == "F06")
    let early = try await refusals { try await office.run("receptionist", AcceptApplication(id)) }
    #expect(early.map(\.key) == ["wrong-state"])
    try await office.run("clerk", HandInMaterials(id, [MaterialHandedIn(code: "hardship", name: "经济状况证明")]))
    #expect(try await office.application(id).state == .received)
    #expect(try await office.papers(id).map(\.form) == ["F02", "F05", "F06", "F05"])
    let materials = try await office.services.database.read { try MaterialTable.of(id, $0).map(\.code) }
    #expect(materials == ["hardship"])
  }

  /// Nothing is deemed withdrawn by itself, nor before the last day has passed: the 14th is a Saturday, so it is Monday.
  @Test func silenceIsAWithdrawalOnceSomebodySaysSo() async throws {
    let office = try await Fixture.office()
    let id = try await office.register()
    let deemed = DeemWithdrawn(id, reason: "逾期没有补充")
    #expect(try await refusals { try await office.run("receptionist", deemed) }.map(\.key) == ["wrong-state"])
    try await office.run(
      "receptionist", RequestSupplement(id, needed: "经济状况证明。", dueOn: Day.literal(2016, 5, 14)))
    office.clock.move(to: Fixture.at("2016-05-16", hour: 17))
    let early = try await refusals { try await office.run("receptionist", deemed) }
    #expect(early.map(\.key) == ["application.supplementRunning"])
    #expect(early.first?.message.zh.contains("5月16日") == true)
    office.clock.move(to: Fixture.at("2016-05-17", hour: 9))
    #expect(try await office.work("receptionist").map(\.path) == ["/applications/\(id)/deemed-withdrawal"])
    #expect(try await office.application(id).state == .needsSupplement)
    try await office.run("reviewer", deemed)
    #expect(try await office.application(id).state == .deemedWithdrawn)
    #expect(try await office.work("receptionist").isEmpty)
  }

  @Test func theLastDayIsAfterToday() async throws {
    let office = try await Fixture.office()
    let id = try await office.register()
    let refused = try await refusals {
      try await office.run("receptionist", RequestSupplement(id, needed: "证明", dueOn: Day.literal(2016, 4, 29)))
    }
    #expect(refused.first?.field == "dueOn")
  }

  @Test func aWithdrawalStopsTheClock() async throws {
    let office = try await Fixture.office()
    let id = try await office.accepted()
    try await office.run("receptionist", WithdrawApplication(id, reason: "申请人书面撤回"))
    #expect(try await office.application(id).state == .withdrawn)
    #expect(try await office.deadlines(id).isEmpty)
    let late = try await refusals {
      try await office.run("receptionist", WithdrawApplication(id, reason: "再次撤回"))
    }
    #expect(late.map(\.key) == ["wrong-state"])
  }

  @Test func papersAreNotTakenInAfterTheDecision() async throws {
    let office = try await Fixture.office()
    let id = try await office.reviewed()
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    let refused = try await refusals {
      try await office.run("clerk", HandInMaterials(id, [MaterialHandedIn(code: "case", name: "欠条")]))
    }
    #expect(refused.map(\.key) == ["wrong-state"])
  }
}
