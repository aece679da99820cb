import App
import Cases
import Cooperations
import Intake
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 异地协作全程 · A case whose evidence lies elsewhere, to the archive with the letter in it; and a letter of another centre, to
/// its answer (G1 to G6).
@Suite(.timeLimit(.minutes(5))) struct CooperationJourneyTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func asked(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(.literal(2016, 5, 20), hour: 9))
    try await office.browse { open in
      var journey = Journey(office, Desks(office, open))
      try await journey.apply([
        "matter": ["M05"], "cause": ["追索劳动报酬"], "opposing": ["青禾宏达建筑劳务有限公司"], "stage": ["firstInstance"],
      ])
      try await journey.decide()
      try await journey.assign()
      try await journey.engage()
      let reporting = try await journey.page("/cooperation", for: "lawyer").form()
      let reported = try await journey.send(
        reporting.fill(["other": "云阳县法律援助中心", "item": "evidence", "content": "调取考勤记录。"]))
      #expect(try reported.words().contains("待发函"))
      let work = try await journey.desks.work("receptionist")
      let letter = try #require(try work.links().first { $0.hasPrefix("/cooperations/") })
      let cooperation = letter.split(separator: "/").prefix(2).map { "/\($0)" }.joined()
      try await Self.step(journey, cooperation, "sending", ["wantedBy": "2016-06-20"])
      journey.wait(10)
      let answered = try await Self.step(
        journey, cooperation, "answer", ["declined": "no", "answer": "考勤记录已寄送。"])
      let closed = try await journey.send(answered.form(action: "\(cooperation)/closing"))
      #expect(try closed.words().contains("协作已办结"))
      journey.wait(10)
      try await journey.close(.settlement, .settled)
      try await journey.archive()
      try await journey.expectPapers(["F02", "F05", "F08", "F09", "F11", "F13", "F07", "F21"])
      try await journey.expectDossier()
    }
    try await office.expectWhole()
  }

  /// In: done within the ten working days, or declined with the reasons; both ways the letter says so.
  @Test(arguments: TestOffice.Engine.allCases)
  func askedByAnother(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Instant(.literal(2016, 5, 20), hour: 9))
    try await office.browse { open in
      let journey = Journey(office, Desks(office, open))
      for declined in ["no", "yes"] {
        let form = try await journey.desks.page("/cooperations/new", for: "receptionist").form()
        let registered = try await journey.send(
          form.fill([
            "other": "云阳县法律援助中心", "item": "evidence", "cause": "追索劳动报酬", "content": "请调取考勤记录。",
            "theirNumber": "云援协〔2016〕3号",
          ]))
        #expect(try await journey.desks.work("receptionist").words().contains("云阳县法律援助中心"))
        try await Self.step(journey, registered.path, "handling", ["handler": "周敏"])
        let answered = try await Self.step(
          journey, registered.path, "answer", ["declined": declined, "answer": "该工地的考勤记录情况说明如下。"])
        #expect(try answered.words().contains(declined == "yes" ? "说明理由，不能协作" : "已答复"))
        try await office.office.jobs.drain()
        let id = try #require(CooperationID(String(registered.path.dropFirst("/cooperations/".count))))
        let papers = try await office.services.database.read { try PaperTable.of([.cooperation(id)], $0) }
        #expect(papers.map(\.form) == ["COREPLY"])
        for paper in papers { try await PaperCheck.expect(paper, journey.desks) }
      }
    }
    try await office.expectWhole()
  }

  @discardableResult
  private static func step(
    _ journey: Journey, _ cooperation: String, _ step: String, _ told: [String: String]
  ) async throws -> Page {
    try await journey.send(journey.desks.page("\(cooperation)/\(step)", for: "receptionist").form().fill(told))
  }
}
