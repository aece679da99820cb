import App
import Cases
import Cooperations
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 异地协作 · What a centre asks of another one and what it is asked: letter, answer, reasons.
@Suite struct CooperationTests {
  private static let start = Instant(.literal(2016, 5, 20), hour: 9)

  private static func told(_ day: Day = .literal(2016, 5, 20)) -> CooperationTold {
    CooperationTold(
      other: "云阳县法律援助中心", item: .evidence, cause: "追索劳动报酬", content: "请向工地项目部调取考勤记录。", theirNumber: "云援协〔2016〕3号",
      begunOn: day)
  }

  /// A case with its lawyer.
  private static func aidCase(_ office: TestOffice) async throws -> CaseID {
    let told = ApplicationTold(
      matterCode: .labourPay, cause: "追索劳动报酬", opposing: "青禾建筑公司", facts: "拖欠工资。", stage: .firstInstance,
      claims: [.livingAllowance])
    let id = try await office.run("clerk", RegisterApplication(PersonTold(name: "赵春兰", township: "河东镇"), told))
    try await office.run("receptionist", AcceptApplication(id))
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    let county = office.county
    let cases = try await office.services.database.read { try CaseTable.of(id, for: .system(county), $0) }
    let lawyer = try await office.principal("lawyer")
    guard let found = cases.first, let unit = lawyer.agency else { throw Refusal.notFound }
    try await office.run(
      "assigner",
      AssignCase(
        aidCase: found.id, choice: AssignmentChoice(unit: unit, person: lawyer.undertaker), reason: "专长相符",
        organ: "青禾县人民法院"))
    return found.id
  }

  private static func one(_ id: CooperationID, _ office: TestOffice) async throws -> Cooperation {
    let principal = try await office.principal("receptionist")
    return try await office.services.database.read { try CooperationTable.one(id, for: principal, $0) }
  }

  /// G1 to G3, out: the lawyer reports, the centre writes, the other one answers.
  @Test(arguments: TestOffice.Engine.allCases)
  func asked(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Self.start)
    let aidCase = try await Self.aidCase(office)
    let id = try await office.run(
      "lawyer", RequestCooperation(aidCase, other: "云阳县法律援助中心", item: .evidence, content: "调取考勤记录。"))
    #expect(try await Self.one(id, office).state == .drafted)
    let past = try await refusedKeys {
      try await office.run("receptionist", SendCooperation(id, wantedBy: .literal(2016, 5, 20)))
    }
    #expect(past == ["cooperation.wantedBy"])
    try await office.run("receptionist", SendCooperation(id, wantedBy: .literal(2016, 6, 20)))
    let sent = try await Self.one(id, office)
    #expect(sent.state == .sent && sent.number == "青援协字〔2016〕第1号")
    try await office.office.jobs.drain()
    let papers = try await office.services.database.read { try PaperTable.of([.aidCase(aidCase)], $0) }
    #expect(papers.last { $0.form == "F07" }?.state == .finished)
    try await office.run("receptionist", AnswerCooperation(id, declined: false, answer: "考勤记录已寄送。"))
    try await office.run("receptionist", CloseCooperation(id))
    #expect(try await Self.one(id, office).state == .closed)
    try await office.browse { open in
      let lawyer = open()
      try await lawyer.signIn("lawyer")
      let page = try await lawyer.get("/cases/\(aidCase)").words()
      #expect(page.contains("云阳县法律援助中心") && page.contains("报告需要异地协作"))
    }
  }

  /// G4, in: ten working days, one who does it, the letter that answers; declined only with a reason in writing.
  @Test(arguments: TestOffice.Engine.allCases)
  func askedByAnother(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Self.start)
    let id = try await office.run("receptionist", RegisterCooperation(Self.told()))
    let clocks = try await office.services.database.read { try Deadline.open(.cooperation(id), $0).map(\.dueOn) }
    #expect(clocks == [.literal(2016, 6, 3)])
    try await office.run("receptionist", HandleCooperation(id, handler: "周敏"))
    let silent = try await refusedKeys {
      try await office.run("receptionist", AnswerCooperation(id, declined: true, answer: ""))
    }
    #expect(silent == ["cooperation.answer"])
    try await office.run("receptionist", AnswerCooperation(id, declined: true, answer: "该工地已撤离。"))
    #expect(try await Self.one(id, office).state == .declinedWithReason)
    let open = try await office.services.database.read { try Deadline.open(.cooperation(id), $0) }
    #expect(open.isEmpty)
    try await office.office.jobs.drain()
    let papers = try await office.services.database.read { try PaperTable.of([.cooperation(id)], $0) }
    #expect(papers.map(\.form) == ["COREPLY"] && papers.map(\.state) == [.finished])
    #expect(try papers[0].fields(office.services.keys)["outcome"] == "因客观原因不能协作，理由：该工地已撤离。")
  }

  @Test func whatIsRefused() async throws {
    let office = try await TestOffice(at: Self.start)
    let late = try await refusedKeys {
      try await office.run("receptionist", RegisterCooperation(Self.told(.literal(2016, 5, 21))))
    }
    #expect(late == ["cooperation.begunOn"])
    let id = try await office.run("receptionist", RegisterCooperation(Self.told()))
    let sent = try await refusedKeys {
      try await office.run("receptionist", SendCooperation(id, wantedBy: .literal(2016, 6, 20)))
    }
    #expect(sent == ["wrong-state"])
    let byLawyer = try await refusedKeys {
      try await office.run("lawyer", AnswerCooperation(id, declined: false, answer: "已办。"))
    }
    #expect(byLawyer == ["not-allowed"])
  }

  /// Through the pages, in and out.
  @Test(arguments: TestOffice.Engine.allCases)
  func throughThePages(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Self.start)
    let aidCase = try await Self.aidCase(office)
    try await office.browse { open in
      let lawyer = open()
      try await lawyer.signIn("lawyer")
      let path = "/cases/\(aidCase)/cooperation"
      let empty = try await lawyer.get(path).form(action: path).submit()
      #expect(empty.status == 422)
      let reported = try await empty.form(action: path).fill([
        "other": "云阳县法律援助中心", "item": "evidence", "content": "调取考勤记录。",
      ]).submit()
      let shown = try reported.words()
      #expect(shown.contains("待发函"))
      let counter = open()
      try await counter.signIn("receptionist")
      let work = try await counter.get("/work").words()
      #expect(work.contains("发出协作函"))
      let made = try await counter.get("/cooperations/new").form(action: "/cooperations/new").fill([
        "other": "云阳县法律援助中心", "item": "service", "cause": "抚养费纠纷", "content": "送达起诉状副本。",
      ]).submit()
      let page = try made.words()
      #expect(page.contains("已收函，待办理") && page.contains("抚养费纠纷"))
      let list = try await counter.get("/cooperations?way=in").words()
      #expect(list.contains("2016年6月3日") && !list.contains("追索劳动报酬"))
    }
  }
}
