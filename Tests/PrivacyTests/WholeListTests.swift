import Foundation
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

/// 导出完整数据 · A list's rows leave the office whole for a reason, confirmed, recorded, and never more than one may see.
@Suite("Whole data exported from a list", .timeLimit(.minutes(3)))
struct WholeListTests {
  private static let number = "320999198501011173"
  private static let phone = "13951230002"
  private static let address = "青禾县河东镇新桥路12号"
  private static let minorNumber = "320999200503154610"

  /// One of 河东镇 whose cause looks like a formula, a minor and a sealed matter there, and one of 柳塘乡.
  private static func office(_ engine: TestOffice.Engine) async throws -> TestOffice {
    let office = try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
    func register(_ person: PersonTold, _ login: String, cause: String = "追索劳动报酬") async throws -> ApplicationID {
      try await office.run(
        login,
        RegisterApplication(
          person, ApplicationTold(matterCode: .labourPay, cause: cause, opposing: "宏达公司", facts: "拖欠工资。")))
    }
    _ = try await register(
      PersonTold(
        name: "钱进宝", identityNumber: number, sex: .male, birthOn: Day("1985-01-01"), phone: phone, address: address,
        township: "河东镇"), "clerk", cause: "=HYPERLINK(\"http://evil\")")
    _ = try await register(
      PersonTold(
        name: "欧阳小雨", identityNumber: minorNumber, birthOn: Day("2005-03-15"), phone: "13900001111",
        address: "青禾县河东镇柳湾村五组9号", township: "河东镇"), "clerk")
    let sealed = try await register(
      PersonTold(name: "孟晚晴", phone: "13900002222", township: "河东镇"), "clerk")
    _ = try await register(
      PersonTold(name: "周玉兰", phone: "13900003333", township: "柳塘乡"), "clerk2")
    let matter: MatterID = try #require(
      try await office.value("SELECT matter FROM aid_application WHERE id = \(sealed)"))
    try await office.run("reviewer", ConcealMatter(matter: matter, ground: .restricted, reason: "本人请求"))
    return office
  }

  @Test(
    "Whoever may leads the filtered rows out whole, for a reason, once, on record",
    arguments: TestOffice.Engine.allCases)
  func export(_ engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let reason = "县审计局审计通知书〔2016〕8号"
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      let list = try await browser.get("/applications?township=%E6%B2%B3%E4%B8%9C%E9%95%87&sort=due")
      let without = try await list.press("导出完整数据")
      #expect(try without.words().contains("您还没有设置") && without.root().first("main")?.all("form").isEmpty == true)
      #expect(try await without.press("设置第二因素").path == "/account/second-factor")

      let code = try await office.enrolSecondFactor("receptionist")
      let page = try await list.press("导出完整数据")
      let told = try page.words()
      #expect(told.contains(/行数\s*2/) && told.contains("李芳 · 青禾县法律援助中心"), "\(told)")
      #expect(!page.text.contains(Self.number))
      let empty = try await page.form().submit()
      #expect(empty.status == 422)
      #expect(try !empty.error(at: "reason").isEmpty && !empty.error(at: SecondFactor.name).isEmpty)
      let short = try await empty.form().fill(["reason": "审计", "secondFactor": "000000"]).submit()
      #expect(try short.error(at: "reason").contains("5到500") && short.form().value("reason") == "审计")
      let wrong = try await short.form().fill(["reason": reason, "secondFactor": "000000"]).submit()
      #expect(wrong.status == 422)
      #expect(try !wrong.error(at: SecondFactor.name).isEmpty && wrong.form().value("reason") == reason)
      #expect(try await office.events("person.exported").isEmpty)

      let ready = try wrong.form().fill(["secondFactor": code()])
      let file = try await ready.submit()
      #expect(file.header("Content-Type")?.contains("spreadsheetml") == true)
      #expect(file.header("Cache-Control")?.contains("no-store") == true)
      let bytes = try #require(try ZipReader(file.bytes).read("xl/worksheets/sheet1.xml"))
      let sheet = String(decoding: bytes, as: UTF8.self)
      #expect(!sheet.contains("<f>") && !sheet.contains("<hyperlink"))
      let rows = try XLSXReader(file.bytes).records().map(\.fields)
      #expect(
        rows.first == ["编号", "申请人", "案由", "乡镇（街道）", "状态", "接收日期", "期限", "证件号码", "联系电话", "住址", "备注"])
      #expect(rows.count == 3)
      let whole = try #require(rows.first { $0.contains("钱进宝") })
      #expect(whole.contains(Self.number) && whole.contains(Self.phone) && whole.contains(Self.address))
      #expect(whole.contains("=HYPERLINK(\"http://evil\")"))
      // AT-X.3: the minor is masked here as everywhere.
      let minor = try #require(rows.first { $0.contains("欧阳某某") })
      #expect(minor.contains { $0.contains("受保护") } && !minor.joined().contains { $0 == "雨" })
      #expect(!minor.contains(Self.minorNumber) && !minor.contains("13900001111"))

      let again = try await ready.submit()
      #expect(again.status == 200)
      #expect(try again.words().contains("不再重发") && again.form().value("reason") == reason)
    }
    let events = try await office.events("person.exported")
    #expect(events.count == 1)
    let facts = try #require(events.first?.facts)
    #expect(facts["list"] == "applications" && facts["rows"] == "2" && facts["reason"] == reason)
    #expect(facts["filter"]?.isEmpty == false && !facts.values.contains { $0.contains("河东镇") })
    #expect(facts["fields"] == "name、identityNumber、phone、address")
    for place in try await office.everyText() where place.table == "event" {
      #expect(!place.text.contains(Self.number) && !place.text.contains("钱进宝"))
    }
    #expect(try await office.firstFault() == nil)
    try await Self.looks(office, reason)
  }

  /// It stands among who looked at each person of whom something was whole, and in the audit log.
  private static func looks(_ office: TestOffice, _ reason: String) async throws {
    func person(_ name: String) async throws -> PersonID {
      try #require(try await office.value("SELECT id FROM person WHERE name = \(name)"))
    }
    let (plain, minor) = (try await person("钱进宝"), try await person("欧阳小雨"))
    try await office.browse { open in
      let (reviewer, auditor) = (open(), open())
      try await reviewer.signIn("reviewer")
      let seen = try await reviewer.get("/persons/\(plain)").words()
      #expect(seen.contains("导出完整数据") && seen.contains(reason) && seen.contains("证件号码"))
      #expect(try await !reviewer.get("/persons/\(minor)").words().contains(reason))
      try await auditor.signIn("auditor")
      #expect(try await auditor.get("/audit?kind=person.exported").words().contains(reason))
    }
    let (county, keys) = (office.county, office.services.keys)
    let looks = try #require(Registry.capability.personalData.first { $0.key == "registry.looks" })
    let known = try await office.services.database.read { try looks.load($0, keys, county, plain) }
    #expect(known?.rows.first?.last?.zh == reason)
  }

  @Test("Only roles that open the list and may see one person whole have the link and the page")
  func roles() async throws {
    let office = try await Self.office(.sqlite)
    #expect(Permission.exportWholeApplications.roles.isSubset(of: Permission.revealPersons.roles))
    try await office.browse { open in
      for (login, may) in [
        ("clerk", true), ("director", true), ("archivist", false), ("firm", false), ("auditor", false),
      ] {
        let browser = open()
        try await browser.signIn(login)
        #expect(try await browser.send("GET", "/applications/whole").status == (may ? 200 : 403), "\(login)")
        let list = try await browser.send("GET", "/applications")
        #expect(try list.links().contains("/applications/whole") == may, "\(login)")
      }
    }
  }

  @Test("A station takes out its own rows alone", arguments: TestOffice.Engine.allCases)
  func scope(_ engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk2")
      let code = try await office.enrolSecondFactor("clerk2")
      let form = try await browser.get("/applications/whole").form()
      let file = try await form.fill(["reason": "移送县人民法院", "secondFactor": code()]).submit()
      let rows = try XLSXReader(file.bytes).records().map(\.fields)
      #expect(rows.count == 2 && rows.last?.contains("周玉兰") == true && rows.last?.contains("13900003333") == true)
      let nobody = try await browser.get("/applications/whole?q=%E9%92%B1%E8%BF%9B%E5%AE%9D")
      #expect(try nobody.words().contains("筛选没有结果"))
    }
  }

  @Test("More than a thousand rows are refused, before and after the form", arguments: TestOffice.Engine.allCases)
  func limit(_ engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      let code = try await office.enrolSecondFactor("director")
      let form = try await browser.get("/applications/whole").form()
      try await Self.copy(office, times: WholeList.mostRows)
      let late = try await form.fill(["reason": "移送县人民法院", "secondFactor": code()]).submit()
      #expect(late.status == 422)
      #expect(try late.words().contains("缩小筛选范围") && late.form().value("reason") == "移送县人民法院")
      let page = try await browser.get("/applications/whole")
      #expect(try page.words().contains("缩小筛选范围") && page.root().first("main")?.all("form").isEmpty == true)
      #expect(try await page.press("返回列表").path == "/applications")
    }
    #expect(try await office.events("person.exported").isEmpty)
  }

  /// The same application again and again, past the actions: a thousand registrations would take minutes.
  private static func copy(_ office: TestOffice, times: Int) async throws {
    let row = try #require(try await office.row("SELECT * FROM aid_application ORDER BY id LIMIT 1"))
    let rest = row.columns.filter { !["id", "receipt_number", "number"].contains($0) }.map { "\(raw: $0)" as SQL }
      .joined(", ")
    let id: ApplicationID = try row.get("id")
    _ = try await office.services.database.write(serial: nil) { tx in
      for count in 1...times {
        try tx.run(
          """
          INSERT INTO aid_application (id, receipt_number, \(rest))
          SELECT \(ApplicationID()), \("副本\(count)"), \(rest) FROM aid_application WHERE id = \(id)
          """)
      }
    }
  }
}
