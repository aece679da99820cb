import App
import Cases
import DefenceNotices
import Intake
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 主线以外同时办理 · The steps off the way from the counter to the archive, each sent twice at the same moment: one is done, once,
/// and the other is told; on both engines.
@Suite(.timeLimit(.minutes(5))) struct DetourRaceTests {
  typealias Step = Race.Step

  /// After which step of the walk, and what is done then.
  static let detours: [(after: Walk.Step, steps: [Step])] = [
    (
      .meet,
      [
        Step("lawyer", "replacement", ["ground": "RP3"]),
        Step("reviewer", "replacement-review", ["recommends": "yes"]),
        Step("director", "replacement-decision", ["outcome": "unitReplaces"]),
        Step("firm", "undertaker", ["organ": "县法院"], person: "何涛"),
        Step("lawyer2", "handover"),
      ]
    ),
    (
      .meet,
      [
        Step("lawyer", "termination", ["ground": "T6"]),
        Step("director", "termination-decision", ["result": "terminate", "organ": "县法院"]),
        Step("firm", "termination-receipt"),
      ]
    ),
    (
      .archive,
      [
        Step("archivist", "loan", ["dueOn": "2016-03-28"]),
        Step("director", "loan-decision", ["result": "approve"]),
      ]
    ),
    (.accept, [Step("reviewer", "recusal"), Step("director", "recusal-decision", ["outcome": "rejected"])]),
    (.accept, [Step("director", "provisional-aid", ["ground": "preservation", "supplyBy": "2016-03-14"])]),
    (.accept, [Step("reviewer", "verification", ["kind": "department"]), Step("reviewer", "verification-result")]),
    (.review, [Step("director", "return")]),
    (.register, [Step("receptionist", "supplement", ["dueOn": "2016-03-14"])]),
    (.register, [Step("receptionist", "withdrawal")]),
  ]

  @Test(arguments: TestOffice.Engine.allCases)
  func oneOfTwoWins(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    let race = Race()
    try await office.browse { open in
      let desks = Desks(office, open)
      for (serial, (after, steps)) in Self.detours.enumerated() {
        do {
          var walk = Walk(desks, serial: serial + 1)
          try await walk.go(to: after)
          let record = walk.aidCase.isEmpty ? walk.application : walk.aidCase
          for step in steps { try await race.take(step, on: record, desks) }
        } catch { Issue.record(error) }
      }
    }
    #expect(race.places.isSuperset(of: Self.detours.flatMap(\.steps).map(\.place)), "\(race.places.sorted())")
    #expect(try await office.doneTwice() == [])
    #expect(try await office.firstFault() == nil)
  }

  /// An organ's notice asked after, assigned, refused by its person and answered by the organ.
  @Test(arguments: TestOffice.Engine.allCases)
  func oneOfTwoWinsOnANotice(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    let race = Race()
    let noticed = try await office.noticed(.chinese)
    try await office.browse { open in
      let desks = Desks(office, open)
      for (place, step) in [
        ("notice-call", Step("receptionist", "notice-call")), ("refusal", Step("lawyer", "refusal")),
        ("refusal-answer", Step("receptionist", "refusal-answer", ["permitted": "yes"])),
      ] {
        try await race.take(step, on: "/cases/\(noticed[place] ?? "")", desks)
      }
    }
    #expect(race.places == ["notice-call", "refusal", "refusal-answer"])
    #expect(try await office.doneTwice() == [])
    #expect(try await office.firstFault() == nil)
  }
}
