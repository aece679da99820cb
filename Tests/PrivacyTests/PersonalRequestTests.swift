import App
import Intake
import Kernel
import Localization
import Privacy
import Registry
import Sheets
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 个人信息请求 · What people ask about their own data: asked at the counter, answered in time, with reasons (个人信息保护法
/// 44–50).
@Suite("AT-X.8 Personal-information requests", .timeLimit(.minutes(3)))
struct PersonalRequestTests {
  private static let number = "320999198501011173"
  private static let told = PersonTold(
    name: "钱进宝", identityNumber: number, sex: .male, birthOn: Day("1985-01-01"), phone: "13951230002",
    address: "青禾县河东镇新桥路12号", township: "河东镇")

  private static func office(
    _ engine: TestOffice.Engine = .sqlite
  ) async throws -> (office: TestOffice, person: PersonID, application: ApplicationID) {
    let office = try await TestOffice(engine, at: Instant(.literal(2024, 4, 8), hour: 9))
    let application = try await office.run(
      "clerk",
      RegisterApplication(
        told, ApplicationTold(matterCode: .labourPay, cause: "追索劳动报酬", opposing: "宏达公司", facts: "拖欠工资。")))
    return (office, try #require(try await office.value("SELECT id FROM person", as: PersonID.self)), application)
  }

  @Test(
    "Asked at the window, answered within the days, the copy holds all and leaves once",
    arguments: TestOffice.Engine.allCases)
  func copy(engine: TestOffice.Engine) async throws {
    let (office, person, _) = try await Self.office(engine)
    try await office.browse { open in
      let window = open()
      try await window.signIn("receptionist")
      let form = try await window.get("/persons/\(person)").press("登记个人信息请求").form()
      let asked = ["kind": "copy", "check": "identityCard", "content": "要看中心存有我的哪些信息"]
      let wrong = try await form.fill(asked.merging(["identityNumber": "11010519491231002X"]) { a, _ in a })
        .submit()
      #expect(try wrong.error(at: "identityNumber").contains("不一致"))
      let page = try await form.fill(asked.merging(["identityNumber": Self.number]) { a, _ in a }).submit()
      #expect(try page.words().contains("2024年5月8日"), "thirty days")
      let director = open()
      try await director.signIn("director")
      #expect(try await director.get("/work").words().contains("答复个人信息请求"))
      let answer = try await director.get(page.path).press("答复请求").form()
      #expect(
        try await answer.fill(["answer": "refuse", "reason": "无"]).submit().error(at: "ground").contains("法定"))
      let answered = try await answer.fill(["answer": "grant", "reason": "身份已核对。"]).submit()
      #expect(try answered.words().contains("个人信息请求答复书") && answered.words().contains("同意"))
      #expect(try await window.get("/work").words().contains("交付个人信息副本"))
      try await office.office.jobs.drain()
      let handing = try await window.get(page.path).press("交付副本").form()
      #expect(try await handing.submit().error(at: "check") != "")
      let ready = try handing.fill(["check": "identityCard"])
      let file = try await ready.submit()
      #expect(file.header("Content-Type") == "application/zip")
      #expect(file.header("Cache-Control")?.contains("no-store") == true)
      let zip = try ZipReader(file.bytes)
      let names = zip.entries.map(\.name)
      #expect(names.contains { $0.hasSuffix("个人信息.xlsx") } && names.contains { $0.hasSuffix("申请.xlsx") })
      #expect(names.contains { $0.hasPrefix("papers/") && $0.contains("PI1") }, "\(names)")
      let own = try #require(try zip.read("1-个人信息.xlsx"))
      let cells = try XLSXReader(own).records().flatMap(\.fields)
      for whole in [Self.number, "13951230002", "青禾县河东镇新桥路12号"] { #expect(cells.contains(whole)) }
      #expect(
        try await ready.submit().header("Content-Type") != "application/zip", "sent again it is no second file")
      #expect(try await window.get(page.path).words().contains("副本已交付"))
    }
    #expect(try await office.events("personalRequest.copied").count == 1)
    #expect(try await office.events("action.refused").first?.facts["refusal"] == "personalRequest.identity")
    #expect(try await office.firstFault() == nil)
  }

  @Test("A correction sets right what it names", arguments: TestOffice.Engine.allCases)
  func correction(engine: TestOffice.Engine) async throws {
    let (office, person, _) = try await Self.office(engine)
    let id = try await Self.ask(office, person, .correction, "电话换了，姓名应为钱进保")
    let links = [PersonLink("aid_application", "applicant", kind: "application")]
    await #expect(throws: Refusals.self) {
      try await office.run("director", AnswerPersonalRequest(id, .grant, reason: "已核实。", links: links))
    }
    try await office.run(
      "director",
      AnswerPersonalRequest(
        id, .grant, reason: "已核对户口簿。", correction: PersonCorrection(name: "钱进保", phone: "13900001111"),
        links: links))
    let (county, keys) = (office.county, office.services.keys)
    let known = try await office.services.database.read { try PersonTable.of(person, in: county, keys, $0) }
    #expect(known.name == "钱进保" && known.phone == "13900001111" && known.identityNumber == Self.number)
    let found = try await office.value("SELECT COUNT(*) FROM search_entry WHERE name = '钱进保'", as: Int.self)
    #expect(found == 1, "it is found by the right name")
    let event = try #require(try await office.events("personalRequest.answered").first)
    #expect(event.facts["corrected"] == "name、phone")
    let row = try #require(try await office.row("SELECT * FROM personal_request"))
    let clear = row.values.map { String(describing: $0) }.joined()
    #expect(!clear.contains("钱进保") && !clear.contains("户口簿"), "what is asked and answered is sealed")
  }

  @Test("Another person's identity number is refused", arguments: TestOffice.Engine.allCases)
  func takenNumber(engine: TestOffice.Engine) async throws {
    let (office, person, _) = try await Self.office(engine)
    let other = "11010519491231002X"
    let told = PersonTold(name: "周玉兰", identityNumber: other)
    _ = try await office.run(
      "clerk",
      RegisterApplication(told, ApplicationTold(matterCode: .labourPay, cause: "工伤", opposing: "某厂", facts: "受伤。")))
    let id = try await Self.ask(office, person, .correction, "证件号码不对")
    await #expect(throws: Refusal.self) {
      try await office.run(
        "director",
        AnswerPersonalRequest(
          id, .grant, reason: "。", correction: PersonCorrection(identityNumber: other), links: []))
    }
  }

  @Test("While a matter is open nothing is restricted", arguments: TestOffice.Engine.allCases)
  func openMatter(engine: TestOffice.Engine) async throws {
    let (office, person, application) = try await Self.office(engine)
    let id = try await Self.ask(office, person, .erasure, "请删除我的信息")
    let refusal = try await refusals {
      try await office.run("director", AnswerPersonalRequest(id, .restrict, reason: "档案须保存。", links: []))
    }
    #expect(refusal.map(\.key) == ["personalRequest.openMatter"])
    try await office.run(
      "director", AnswerPersonalRequest(id, .refuse, ground: .stillNeeded, reason: "申请正在审查。", links: []))
    #expect(try await office.value("SELECT COUNT(*) FROM concealment", as: Int.self) == 0)
    #expect(
      try await office.value("SELECT COUNT(*) FROM deadline WHERE rule_key = 'TL-PI' AND done_on IS NULL") == 0)
    try await office.run("clerk", WithdrawApplication(application, reason: "不再申请"))
    let again = try await Self.ask(office, person, .restriction, "请停止使用")
    try await office.run("director", AnswerPersonalRequest(again, .restrict, reason: "已撤回申请。", links: []))
    #expect(try await office.value("SELECT ground FROM concealment") == "restricted")
  }

  @Test func whatIsOpenIsNotAskedTwiceAndTheDaysAreTheOffices() async throws {
    let (office, person, _) = try await Self.office()
    try await office.run(
      "admin",
      SetLimit(
        PersonalRequestLimit.answer, under: .rs2023, number: 10, from: office.clock.now.day, source: "县司法局规定"))
    let id = try await Self.ask(office, person, .copy, "复制")
    #expect(try await office.value("SELECT due_on FROM deadline WHERE rule_key = 'TL-PI'") == "2024-04-18")
    await #expect(throws: Refusals.self) { _ = try await Self.ask(office, person, .copy, "再复制") }
    try await office.run("receptionist", WithdrawPersonalRequest(id))
    _ = try await Self.ask(office, person, .copy, "还是要")
    await #expect(throws: Refusal.notFound) {
      try await office.run("clerk2", WithdrawPersonalRequest(id))
    }
    await #expect(throws: Refusal.notAllowed) {
      try await office.run("receptionist", AnswerPersonalRequest(id, .grant, reason: "。", links: []))
    }
  }

  @Test func whatIsOpenIsNotRestricted() {
    for kind in PersonalRequestKind.allCases {
      let open = PersonalRequestRule.answers(to: kind, hasOpenMatter: true)
      #expect(open.contains(.refuse) && !open.contains(.restrict))
    }
  }

  private static func ask(
    _ office: TestOffice, _ person: PersonID, _ kind: PersonalRequestKind, _ content: String
  ) async throws -> PersonalRequestID {
    try await office.run(
      "receptionist",
      RecordPersonalRequest(
        person: person, kind: kind, check: .identityCard, identityNumber: number, content: content))
  }
}
