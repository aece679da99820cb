import App
import Cases
import Cooperations
import DutyLawyers
import GovernmentDocuments
import Intake
import Kernel
import Objections
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 新业务同时办理 · Two at the same moment on the tracks beside the cases: assignments given back, loans taken back, objections and
/// what follows from them, cooperation, legal helps, the duty roster, local rule packs, government documents. One does it,
/// once, and the other is told; on both engines.
@Suite(.timeLimit(.minutes(5))) struct TrackRaceTests {
  typealias Step = Race.Step

  @Test(arguments: TestOffice.Engine.allCases)
  func assignmentsAndLoansGoBack(_ engine: TestOffice.Engine) async throws {
    try await Self.race(engine, ["assignment-return", "loan-return"]) { office, desks, race in
      var assigned = Walk(desks, serial: 1)
      try await assigned.go(to: .assign)
      try await race.take(
        Step("firm", "assignment-return", ["ground": "overload"], late: 404), on: assigned.aidCase, desks)
      var archived = Walk(desks, serial: 2)
      try await archived.go(to: .archive)
      for step in [
        Step("archivist", "loan", ["dueOn": "2016-03-28"]),
        Step("director", "loan-decision", ["result": "approve"]),
        Step("archivist", "loan-return", on: archived.aidCase),
      ] {
        try await race.take(step, on: archived.aidCase, desks)
      }
    }
  }

  /// Objected to, upheld, taken to court, annulled and decided anew; another is withdrawn.
  @Test(arguments: TestOffice.Engine.allCases)
  func objections(_ engine: TestOffice.Engine) async throws {
    let places: Set = ["objection", "decision", "contest", "contest-result", "withdrawal"]
    try await Self.race(engine, places) { office, desks, race in
      for (serial, steps) in [
        [
          Step("objections", "decision", ["outcome": "uphold"]),
          Step("receptionist", "contest", ["remedy": "suit"]),
          Step("receptionist", "contest-result", ["outcome": "reopen"]),
          Step("objections", "decision", ["outcome": "correct"]),
        ],
        [Step("receptionist", "withdrawal")],
      ].enumerated() {
        var walk = Walk(desks, serial: serial + 1)
        walk.outcome = "refuse"
        walk.also = ["netIncome": ["900,000"]]
        try await walk.go(to: .review)
        try await walk.refuse()
        try await race.take(Step("receptionist", "objection", late: 422), on: walk.application, desks)
        let id = try await office.text("SELECT id FROM objection ORDER BY id DESC LIMIT 1")
        for var step in steps {
          if step.place == "withdrawal" { step.on = "/objections/\(id)" }
          try await race.take(step, on: "/objections/\(id)", desks)
        }
      }
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func cooperationOutAndIn(_ engine: TestOffice.Engine) async throws {
    let places: Set = ["cooperation", "sending", "handling", "answer", "closing"]
    try await Self.race(engine, places) { office, desks, race in
      var walk = Walk(desks)
      try await walk.go(to: .meet)
      try await race.take(Step("lawyer", "cooperation", ["item": "evidence"]), on: walk.aidCase, desks)
      let out = try await office.text("SELECT id FROM cooperation ORDER BY id DESC LIMIT 1")
      for step in [
        Step("receptionist", "sending", ["wantedBy": "2016-04-20"]),
        Step("receptionist", "answer", ["declined": "no"]),
        Step("receptionist", "closing", on: "/cooperations/\(out)"),
      ] {
        try await race.take(step, on: "/cooperations/\(out)", desks)
      }
      let asked = CooperationTold(
        other: "云阳县法律援助中心", item: .evidence, cause: "追索劳动报酬", content: "请调取考勤记录。", begunOn: office.clock.now.day)
      let letter = try await office.run("receptionist", RegisterCooperation(asked)).description
      for step in [Step("receptionist", "handling"), Step("receptionist", "answer", ["declined": "yes"])] {
        try await race.take(step, on: "/cooperations/\(letter)", desks)
      }
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func legalHelpsAndTheRoster(_ engine: TestOffice.Engine) async throws {
    let places: Set = ["dispatch", "meeting", "application", "given", "forwarding", "ledger", "substitution"]
    try await Self.race(engine, places) { office, desks, race in
      let duty = try await ShelfDuty(office, .chinese)
      let help = duty.help(for: "dispatch")
      for step in [
        Step("receptionist", "dispatch"), Step("lawyer", "meeting"), Step("lawyer", "application"),
        Step("lawyer", "given", ["kinds": "consultation"]), Step("lawyer", "forwarding"),
        Step("receptionist", "ledger", on: "/legal-helps/\(help)"),
      ] {
        try await race.take(step, on: "/legal-helps/\(help)", desks)
      }
      let substitute = Step("assigner", "substitution", person: "何涛", in: "lawyer")
      try await race.take(substitute, on: "/duty-shifts/\(duty.shift)", desks)
    }
  }

  /// A draft is adopted once, so that no entry binds twice; a pack ends once.
  @Test(arguments: TestOffice.Engine.allCases)
  func rulePacks(_ engine: TestOffice.Engine) async throws {
    try await Self.race(engine, ["adopt", "drop", "end"]) { office, desks, race in
      let shipped = try #require(LocalRulePack.shipped.first)
      for place in ["adopt", "drop"] {
        let draft = try await office.run("director", DraftRulePack(shipped)).description
        let record = "/settings/packs/drafts/\(draft)"
        let on = place == "drop" ? record : nil
        try await race.take(Step("director", place, on: on, late: 404), on: record, desks)
      }
      #expect(try await office.value("SELECT COUNT(*) FROM rule_pack", as: Int.self) == 1)
      let pack = try await office.text("SELECT id FROM rule_pack LIMIT 1")
      try await race.take(
        Step("director", "end", ["lastDay": "2016-03-07", "seen": "2016-03-07"]), on: "/settings/packs/\(pack)",
        desks)
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func tasksOfGovernmentDocuments(_ engine: TestOffice.Engine) async throws {
    let places: Set = ["report", "decision", "reopening", "change", "cancellation"]
    try await Self.race(engine, places) { office, desks, race in
      let task = try await ShelfDocument(office, .chinese).task(for: "report")
      for step in [
        Step("director", "change"), Step("director", "report"), Step("leader", "decision", ["outcome": "confirm"]),
        Step("leader", "reopening"), Step("leader", "cancellation"),
      ] {
        try await race.take(step, on: "/implementation-tasks/\(task)", desks)
      }
    }
  }

  /// Every place was raced, nothing of it happened twice, and the chain holds.
  private static func race(
    _ engine: TestOffice.Engine, _ places: Set<String>,
    _ body: @escaping @Sendable (TestOffice, Desks, Race) async throws -> Void
  ) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    let race = Race()
    try await office.browse { open in try await body(office, Desks(office, open), race) }
    #expect(race.places.isSuperset(of: places), "\(race.places.sorted())")
    #expect(try await office.doneTwice() == [])
    #expect(try await office.firstFault() == nil)
  }
}
