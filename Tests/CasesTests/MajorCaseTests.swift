import Cases
import Intake
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// What the undertaker tells the recipient and reports to the centre (程序规定 2012, 27, 29; 2023, 33; 法律援助法 46).
@Suite struct MajorCaseTests {
  /// B7: reported at once, answered by the centre, one report at a time; F14 goes into the dossier.
  @Test(arguments: TestOffice.Engine.allCases)
  func theCentreAnswers(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.begin()
    let report = ReportMajorCase(aidCase: flow.id, ground: .group, content: "同一工地四十余人先后申请。")
    try await flow.office.run("lawyer", report)
    #expect(try await refusedKeys { try await flow.office.run("lawyer", report) } == ["majorCase.open"])
    try await flow.office.run("director", AnswerMajorCase(aidCase: flow.id, answer: "由中心统一协调，合并指派。"))
    #expect(
      try await refusedKeys {
        try await flow.office.run("director", AnswerMajorCase(aidCase: flow.id, answer: "再答。"))
      } == ["majorCase.none"])
    let (reports, papers) = try await flow.office.services.database.read { [id = flow.id] in
      (try MajorCaseTable.of(id, $0), try PaperTable.of([.aidCase(id)], $0).filter { $0.form == "F14" })
    }
    #expect(reports.map(\.answeredBy) == ["刘卫国"] && reports.map(\.ground) == [.group])
    #expect(papers.count == 1 && papers.allSatisfy { $0.number == nil })
  }

  @Test func throughThePages() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    let path = "/cases/\(flow.id)/major-case"
    try await flow.office.browse { open in
      let lawyer = open()
      try await lawyer.signIn("lawyer")
      #expect(try await lawyer.get("/cases/\(flow.id)").links().contains(path))
      let form = try await lawyer.get(path).form(action: path)
      let refused = try await form.fill(["content": "主要证据存疑。"]).submit()
      #expect(refused.status == 422 && refused.text.contains("主要证据存疑。"))
      let done = try await form.fill(["ground": "MC1", "content": "主要证据存疑。"]).submit()
      #expect(done.text.contains("待答复"))
      let director = open()
      try await director.signIn("director")
      let answer = "/cases/\(flow.id)/major-case-answer"
      let work = try await director.get("/work")
      #expect(try work.words().contains("待答复重大疑难案件报告") && work.links().contains(answer))
      let told = try await director.get(answer).form(action: answer).fill(["answer": "请申请鉴定。"]).submit()
      #expect(told.text.contains("请申请鉴定。"))
      #expect(try await lawyer.get("/cases/\(flow.id)").text.contains("请申请鉴定。"))
      // A progress record makes its paper, to be signed by the recipient.
      let record = "/cases/\(flow.id)/records"
      let page = try await lawyer.get(record).form(action: record)
        .fill(["kind": "progress", "doneOn": "2016-05-12", "content": "已立案，等待开庭。"]).submit()
      #expect(page.text.contains("案件承办情况通报（报告）记录"))
    }
  }

  /// The first meeting tells three things since 2023-09-01; a later one, and one under the rules before, what is needed.
  @Test(arguments: [("2023-08-31", false), ("2023-09-01", true)])
  func theFirstMeetingTells(_ day: String, _ isDemanded: Bool) async throws {
    let today = try #require(Day(day))
    let office = try await TestOffice(.sqlite, at: Instant(today, hour: 9), seal: false)
    let flow = try await CaseFlow.open(office)
    try await flow.assign()
    try await office.run("lawyer", EngageRecipient(aidCase: flow.id, engagedOn: today, agreement: flow.scan))
    func meet(_ told: Set<MeetingDuty>) async throws -> [String] {
      try await refusedKeys {
        try await office.run(
          "lawyer",
          AddHandlingRecord(
            aidCase: flow.id, kind: .meeting, doneOn: today, content: "约见。", file: flow.scan, told: told))
      }
    }
    #expect(try await meet([.rights, .risks]) == (isDemanded ? ["record.told"] : []))
    #expect(try await meet(Set(MeetingDuty.allCases)) == [])
    #expect(try await meet([]) == [])
    let records = try await office.services.database.read { [id = flow.id] in try HandlingRecordTable.of(id, $0) }
    #expect(records.contains { $0.told == MeetingDuty.allCases })
  }
}
