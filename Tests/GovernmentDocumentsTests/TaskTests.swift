import GovernmentDocuments
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 任务 · Tasks of a government document: set, reported with evidence, confirmed by another.
@Suite struct TaskTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func fromTheNoticeToDone(_ engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    let office = fixture.office
    let id = try await fixture.task()
    let scan = StoredUpload(
      sha256: String(repeating: "a", count: 64), size: 3, mediaType: "image/png", name: "公示栏.png")
    try await office.run("clerk", ReportTask(id, what: "公示栏已贴。", evidence: [scan]))
    try await office.run("director", DecideTask(id, .sendBack, reason: "还缺清水镇。"))
    #expect(try await fixture.one(id).state == .open)
    try await office.run("clerk", ReportTask(id, what: "清水镇也贴了。", evidence: [scan, scan]))
    try await office.run("director", DecideTask(id, .confirm))
    let done = try await fixture.one(id)
    #expect(done.state == .done && done.files == 3 && done.reportedOn == .literal(2016, 3, 7))
    let entries = try await office.services.database.read { try TaskTable.entries(of: id, $0) }
    #expect(
      entries.map(\.kind) == ["task.confirmed", "task.reported", "task.sentBack", "task.reported", "task.set"])
    #expect(entries.map(\.words) == [nil, "清水镇也贴了。", "还缺清水镇。", "公示栏已贴。", nil])
    #expect(entries.map(\.by) == ["刘卫国", "孙莉", "刘卫国", "孙莉", "刘卫国"])
    let written = try await office.value(
      "SELECT COUNT(*) FROM event WHERE subject_kind = 'implementationTask'", as: Int.self)
    #expect(written == 5)
  }

  /// Every state × step × somebody: the director who set it, the bureau's leader, the unit, one of another unit, the
  /// administrator.
  @Test(arguments: TaskState.allCases)
  func lifecycle(_ state: TaskState) async throws {
    let fixture = try await Fixture()
    let allowed: [TaskState: [TaskStep: [String]]] = [
      .open: [.report: ["clerk"], .change: ["director", "leader"], .cancel: ["director", "leader"]],
      .reported: [
        .confirm: ["director", "leader"], .sendBack: ["director", "leader"], .cancel: ["director", "leader"],
      ],
      .done: [.reopen: ["director", "leader"]], .cancelled: [.reopen: ["director", "leader"]],
    ]
    for step in TaskStep.allCases {
      for login in ["director", "leader", "clerk", "clerk2", "firm", "admin"] {
        let id = try await fixture.task(at: state)
        let refused = try await refusedKeys {
          switch step {
          case .report: try await fixture.office.run(login, ReportTask(id, what: "已做。"))
          case .change: try await fixture.office.run(login, ChangeTask(id, try await fixture.told(), reason: "调整。"))
          default: try await fixture.office.run(login, DecideTask(id, step, reason: "理由。"))
          }
        }
        let mayDo = allowed[state]?[step]?.contains(login) ?? false
        #expect(refused.isEmpty == mayDo, "\(state) \(step) \(login): \(refused)")
      }
    }
  }

  /// Nobody confirms his own report, and the attempt is written down; another one may.
  @Test(arguments: TestOffice.Engine.allCases)
  func nobodyConfirmsHisOwnReport(_ engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    let told = try await fixture.told(nil, outside: "县民政局")
    let id = try await fixture.task(told, at: .reported, reporter: "director")
    let refused = try await refusedKeys { try await fixture.office.run("director", DecideTask(id, .confirm)) }
    #expect(refused == ["task.ownReport"])
    let denied = try await fixture.office.value(
      "SELECT COUNT(*) FROM event WHERE kind = 'access.refused' OR kind = 'action.refused'", as: Int.self)
    #expect(denied == 1)
    try await fixture.office.run("leader", DecideTask(id, .confirm))
    #expect(try await fixture.one(id).state == .done)
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func whatIsRefused(_ engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    let office = fixture.office
    func keys(_ told: TaskTold) async throws -> [String] {
      try await refusedKeys { try await office.run("director", SetTask(fixture.document, told)) }
    }
    #expect(try await keys(fixture.told(nil)) == ["task.unit"])
    #expect(try await keys(fixture.told("clerk", person: "receptionist")) == ["task.person"])
    #expect(try await keys(fixture.told("admin", person: "admin")) == ["task.person"])
    #expect(try await keys(fixture.told(due: .literal(2016, 2, 24))) == ["task.dueOn"])
    #expect(try await keys(fixture.told("clerk", person: "clerk", outside: "县残联")).isEmpty)
    let id = try await fixture.task()
    #expect(try await refusedKeys { try await office.run("clerk", ReportTask(id, what: "")) } == ["task.what"])
    #expect(
      try await refusedKeys { try await office.run("director", DecideTask(id, .cancel)) } == ["task.reason"])
    let stale = try await refusedKeys {
      try await office.run("clerk", ReportTask(id, what: "已做。"), Submission(version: 7))
    }
    #expect(stale == ["changed-meanwhile"])
  }

  /// One number, however it is typed; days in their order.
  @Test(arguments: TestOffice.Engine.allCases)
  func aDocumentIsRegisteredOnce(_ engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    let office = fixture.office
    func keys(_ change: (inout DocumentTold) -> Void) async throws -> [String] {
      var told = Fixture.notice
      change(&told)
      return try await refusedKeys { [told] in try await office.run("leader", RegisterDocument(told)) }
    }
    #expect(try await keys { $0.number = "青政办发〔2016〕8号" } == ["document.number"])
    #expect(
      try await keys {
        $0 = DocumentTold(
          number: "青政办发【2016】8号", title: "又一份", issuer: "市政府", issuedOn: $0.issuedOn, receivedOn: $0.receivedOn)
      }
        == ["document.number"])
    #expect(try await keys { ($0.number, $0.receivedOn) = ("甲", .literal(2016, 2, 24)) } == ["document.receivedOn"])
    #expect(try await keys { ($0.number, $0.receivedOn) = ("乙", .literal(2016, 3, 8)) } == ["document.receivedOn"])
    var corrected = Fixture.notice
    corrected.title = "关于进一步做好法律援助工作的通知（修订）"
    try await office.run("leader", CorrectDocument(fixture.document, corrected))
    let leader = try await office.principal("leader")
    let found = try await office.services.database.read {
      try DocumentTable.one(fixture.document, for: leader, $0)
    }
    #expect(found.told.title == corrected.title && found.told.number == "青政办发〔2016〕8号" && found.version == 2)
  }

  /// A station knows of its own tasks, and of nobody else's.
  @Test(arguments: TestOffice.Engine.allCases)
  func oneSeesOnesOwn(_ engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    let (own, others) = (try await fixture.task("clerk"), try await fixture.task("firm", reporter: "firm"))
    #expect(try await fixture.one(own, as: "clerk").id == own)
    #expect(try await refusedKeys { _ = try await fixture.one(others, as: "clerk") } == ["not-found"])
    #expect(try await refusedKeys { _ = try await fixture.one(own, as: "firm2") } == ["not-found"])
    #expect(try await fixture.one(others, as: "receptionist").id == others)
    let clerk2 = try await fixture.office.principal("clerk2")
    let document = fixture.document
    let unknown = try await refusedKeys {
      _ = try await fixture.office.services.database.read { try DocumentTable.one(document, for: clerk2, $0) }
    }
    #expect(unknown == ["not-found"])
  }
}
