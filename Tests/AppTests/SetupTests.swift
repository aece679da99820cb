import App
import Kernel
import Localization
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 设立向导 · An empty office is set up in the browser by whoever has the code of the console, and by nobody else.
@Suite(.timeLimit(.minutes(2))) struct SetupTests {
  private static let day = Day.literal(2016, 3, 7)
  static let first = [
    "county": "青禾县", "division": "320999", "short": "青", "bureau": "青禾县司法局", "centre": "青禾县法律援助中心",
    "address": "人民路18号", "phone": "0500-8812348", "townships": "城关镇\n 河东镇 \n\n", "amount": "1600", "per": "month",
    "source": "县政府文件",
  ]
  static let person = [
    "name": "张三", "login": "Admin", "password": "a-long-password", "again": "a-long-password",
  ]

  @Test(arguments: TestOffice.Engine.allCases)
  func fromTheFirstPageToSignedIn(_ engine: TestOffice.Engine) async throws {
    let empty = try await EmptyOffice(engine, on: Self.day)
    try await empty.browse { open in
      let browser = open()
      let start = try await browser.get("/")
      #expect(start.path == "/setup")
      let check = try await start.form(action: "/setup").fill(Self.first).fill(["code": empty.code]).submit()
      #expect(check.status == 200)
      let words = try check.words()
      for expected in ["青援申字〔2016〕第1号", "北京时间", "2012年规则", "已经在系统里", "青禾县法律援助中心的印章"] {
        #expect(words.contains(expected), "\(expected)")
      }
      let done = try await check.form(action: "/setup/founding").fill(Self.person).submit()
      #expect(done.status == 200)
      #expect(done.path == "/first-steps")
      #expect(try done.words().contains("印章管理"))
      // What `init` founds, and one event for each act.
      #expect(try await empty.count("SELECT COUNT(*) FROM agency WHERE kind = 'station'") == 2)
      #expect(try await empty.count("SELECT COUNT(*) FROM agency WHERE kind = 'bureau'") == 1)
      #expect(try await empty.count("SELECT COUNT(*) FROM event WHERE kind = 'county.founded'") == 1)
      #expect(try await empty.count("SELECT COUNT(*) FROM event WHERE kind = 'user.added'") == 1)
      // It is over: the page leads to work, and the code is worth nothing.
      #expect(try await open().send("GET", "/setup").header("Location") == "/work")
      let again = open()
      _ = try await again.get("/")
      let late = try await again.post("/setup", [("code", empty.code)])
      #expect([403, 404].contains(late.status))
      _ = try await again.get("/sign-in").form(action: "/session").fill([
        "login": "admin", "password": "a-long-password",
      ]).submit()
      #expect(try await again.get("/users").status == 200)
    }
  }

  @Test func refusesAStrangerWithoutTheCode() async throws {
    let empty = try await EmptyOffice(.sqlite, on: Self.day)
    let renewed = try SetupCode(empty.office.services.directory).issue()
    try await empty.browse { open in
      let start = try await open().get("/setup")
      for code in ["", "AAAA-AAAA-AAAA-AAAA", empty.code] {
        let page = try await start.form(action: "/setup").fill(Self.first).fill(["code": code]).submit()
        #expect(page.status == 422)
        #expect(try !page.error(at: "code").isEmpty, "\(code)")
      }
      // Nor is the second page's address a way around the first.
      let check = try await start.form(action: "/setup").fill(Self.first).fill(["code": renewed.lowercased()])
        .submit()
      let around = try await check.form(action: "/setup/founding").fill(Self.person)
        .send(["code": ["AAAA-AAAA-AAAA-AAAA"]]).submit()
      #expect(around.status == 422)
      #expect(try await empty.count("SELECT COUNT(*) FROM county") == 0)
    }
  }

  @Test func saysAllThatIsWrongAndLosesNothing() async throws {
    let empty = try await EmptyOffice(.sqlite, on: Self.day)
    try await empty.browse { open in
      let start = try await open().get("/setup")
      let wrong = try await start.form(action: "/setup").fill(Self.first).fill([
        "code": empty.code, "county": "", "division": "32099x", "townships": "城关镇\n城关镇", "source": "",
      ]).submit()
      #expect(wrong.status == 422)
      for field in ["county", "division", "townships", "source"] {
        #expect(try !wrong.error(at: field).isEmpty, "\(field)")
      }
      #expect(try wrong.form(action: "/setup").value("bureau") == "青禾县司法局")
      let check = try await wrong.form(action: "/setup").fill(Self.first).submit()
      let form = try check.form(action: "/setup/founding")
      let short = try await form.fill(Self.person).fill(["password": "short", "login": "张 三"]).submit()
      #expect(short.status == 422)
      #expect(try !short.error(at: "password").isEmpty && !short.error(at: "login").isEmpty)
      #expect(try short.form(action: "/setup/founding").value("name") == "张三")
      let back = try await form.fill(Self.person).submit((name: "back", value: "1"))
      #expect(try back.form(action: "/setup").value("townships").contains("河东镇"))
      #expect(try await empty.count("SELECT COUNT(*) FROM county") == 0)
    }
  }

  /// Two browsers with the code at once: one office, one administrator.
  @Test(arguments: TestOffice.Engine.allCases)
  func isFoundedOnce(_ engine: TestOffice.Engine) async throws {
    let empty = try await EmptyOffice(engine, on: Self.day)
    try await empty.browse { open in
      var forms: [PageForm] = []
      for login in ["one", "two"] {
        let check = try await open().get("/setup").form(action: "/setup").fill(Self.first)
          .fill(["code": empty.code]).submit()
        forms.append(try check.form(action: "/setup/founding").fill(Self.person).fill(["login": login]))
      }
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for form in forms { group.addTask { try await form.submit().status } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.filter { $0 == 200 }.count == 1)
      #expect(try await empty.count("SELECT COUNT(*) FROM county") == 1)
      #expect(try await empty.count("SELECT COUNT(*) FROM user_account") == 1)
    }
  }

  @Test(arguments: Language.allCases)
  func isInOrderInBothLanguages(_ language: Language) async throws {
    let empty = try await EmptyOffice(.sqlite, on: Self.day)
    try await empty.browse { open in
      let browser = open()
      _ = try await browser.get("/language?to=\(language.rawValue)")
      let start = try await browser.get("/setup")
      let names = OfficeNames(typed: Array(Self.first.values) + Array(Self.person.values))
      try PageLint(page: start, language: language, names: names).expectNone()
      let check = try await start.form(action: "/setup").fill(Self.first).fill(["code": empty.code]).submit()
      try PageLint(page: check, language: language, names: names).expectNone()
      let done = try await check.form(action: "/setup/founding").fill(Self.person).submit()
      try PageLint(page: done, language: language, names: names).expectNone()
    }
  }
}
