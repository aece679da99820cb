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
  struct Step: Sendable {
    let login: String
    let place: String
    var values: [String: String] = [:]
    /// Chosen by its label.
    var person: String?

    init(_ login: String, _ place: String, _ values: [String: String] = [:], person: String? = nil) {
      (self.login, self.place, self.values, self.person) = (login, place, values, person)
    }
  }

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
          for step in steps { try await Self.take(step, on: record, desks, race) }
        } catch { Issue.record(error) }
      }
    }
    #expect(race.places.isSuperset(of: Self.detours.flatMap(\.steps).map(\.place)), "\(race.places.sorted())")
    #expect(try await Self.doneTwice(office) == [])
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
        try await Self.take(step, on: "/cases/\(noticed[place] ?? "")", desks, race)
      }
    }
    #expect(race.places == ["notice-call", "refusal", "refusal-answer"])
    #expect(try await Self.doneTwice(office) == [])
    #expect(try await office.firstFault() == nil)
  }

  private static func take(_ step: Step, on record: String, _ desks: Desks, _ race: Race) async throws {
    let path = "\(record)/\(step.place)"
    let page = try await desks.page(path, for: step.login)
    let node = try #require(try page.posts().first { $0["action"] == path }, "\(path) has no form: \(page.status)")
    var values = node.filling(today: desks.clock.now.day.description)
    for (name, value) in step.values { values[name] = [value] }
    if let person = step.person { values["person"] = [try page.choice(person)] }
    var form = try page.form(action: path).send(values)
    for file in node.controls where file["type"] == "file" {
      form = form.attach(PageForm.File(file["name"] ?? "", "扫描件.pdf", Scan.pdf(path)))
    }
    let answer = try await race.run(form, nil)
    let wrong = try answer.root().descendants.first { $0.has(class: "summary") }?.text
    #expect(answer.status == 200, "\(path): \(answer.status) \(wrong ?? "")")
  }

  /// What two tokens of one form did both.
  private static func doneTwice(_ office: TestOffice) async throws -> [String] {
    try await office.services.database.read { reader in
      try reader.rows(
        """
        SELECT kind FROM event WHERE token IS NOT NULL AND kind NOT LIKE 'user.%'
        GROUP BY kind, subject_id, REPLACE(token, '-rival', '')
        HAVING COUNT(*) > 1 ORDER BY kind
        """
      ).map { try $0.get("kind", as: String.self) }
    }
  }
}
