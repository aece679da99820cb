import App
import Foundation
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 新办公室 · A real office from its first page to an archived case: nothing is in it but what its people typed.
@Suite(.timeLimit(.minutes(4))) struct NewOfficeTests {
  private static let centre = "青禾县法律援助中心"
  private static let bureau = "青禾县司法局"
  private static let firm = "禾城律师事务所"
  private static let posts: [(login: String, name: String, agency: String, role: String)] = [
    ("clerk", "孙莉", "河东镇法律援助工作站", "stationClerk"), ("receptionist", "李芳", centre, "receptionist"),
    ("reviewer", "陈洁", centre, "reviewer"), ("director", "刘卫国", centre, "director"),
    ("assigner", "周敏", centre, "assigner"), ("keeper", "何静", bureau, "sealKeeper"),
    ("supervisor", "郑涛", centre, "qualitySupervisor"), ("archivist", "冯玉", centre, "archivist"),
    ("firm", "韩立", firm, "firmManager"), ("lawyer", "张静", firm, "undertaker"),
  ]

  @Test(arguments: TestOffice.Engine.allCases)
  func fromSetUpToTheArchive(_ engine: TestOffice.Engine) async throws {
    let empty = try await EmptyOffice(engine, on: .literal(2016, 3, 7))
    try await empty.browse { open in
      let admin = open()
      let check = try await admin.get("/setup").form(action: "/setup").fill(SetupTests.first).fill([
        "code": empty.code
      ]).submit()
      _ = try await check.form(action: "/setup/founding").fill(SetupTests.person).submit()
      #expect(try await Self.waiting(admin) == 6)
      _ = try await Self.send(admin, "/agencies/new", ["kind": "lawFirm", "name": Self.firm])
      for post in Self.posts { try await Self.employ(post, admin, open) }
      // The seal: the administrator registers it and stays on his way, its keeper opens it.
      let asked = try await admin.get("/seals/new")
      let sealed = try await asked.form().fill([
        "agency": asked.choice(Self.centre), "name": "法律援助专用章", "keeper": asked.choice("何静"),
      ]).submit()
      #expect(sealed.path == "/first-steps")
      #expect(try await Self.waiting(admin) == 3, "second factor, opening of the seal, plan")
      try await Self.openSeal(open())
      #expect(try await Self.waiting(admin) == 2)
      var walk = Walk(Desks(empty.office.services, empty.clock, open))
      try await walk.go(to: .archive)
      try await empty.office.jobs.drain()
      let page = try await walk.desks.page(walk.aidCase, for: "archivist")
      #expect(try page.words().contains("已归档"))
      #expect(try page.words().contains("已盖章，签名有效"))
    }
    #expect(try await empty.count("SELECT COUNT(*) FROM job WHERE state <> 'done'") == 0)
  }

  /// How many first steps are still to do.
  private static func waiting(_ admin: Browser) async throws -> Int {
    try await admin.get("/first-steps").root().descendants.filter { $0.name == "span" && $0.text == "待办" }.count
  }

  @discardableResult
  private static func send(_ browser: Browser, _ path: String, _ values: [String: String]) async throws -> Page {
    let page = try await browser.get(path).form().fill(values).submit()
    try #require(page.status == 200, "\(path)")
    return page
  }

  /// An account, its first sign-in with the password handed over, and its own password from then on; whoever undertakes
  /// cases is registered with what his account tells.
  private static func employ(
    _ post: (login: String, name: String, agency: String, role: String), _ admin: Browser,
    _ open: @Sendable () -> Browser
  ) async throws {
    let asked = try await admin.get("/users/new")
    let made = try await asked.form().fill([
      "login": post.login, "name": post.name, "agency": asked.choice(post.agency), "role": post.role,
    ]).submit()
    let password = try #require(try made.root().descendants.first { $0.has(class: "num") }?.text)
    if post.role == "undertaker" {
      let form = try await made.press("登记法律援助人员").form()
      #expect(form.value("name") == post.name)
      #expect(form.value("unit") == (try asked.choice(post.agency)))
      let person = try await form.fill(["kind": "lawFirmLawyer", "firstLicensedOn": "2010-05-01"]).submit()
      #expect(person.path == "/legal-aid-persons")
    }
    let own = open()
    let first = try await own.get("/sign-in").form(action: "/session").fill([
      "login": post.login, "password": password,
    ]).submit()
    #expect(first.path == "/account")
    let changed = try await first.form(action: "/account").fill([
      "current": password, "new": DemoStaff.password,
    ]).submit()
    try #require(changed.status == 200, "\(post.login)")
  }

  private static func openSeal(_ keeper: Browser) async throws {
    _ = try await keeper.signIn("keeper")
    let form = try await keeper.get("/seals").press("开启授权").form()
    let opened = try await form.fill(["forms": ["F06", "F09", "F10", "F11", "F13"]]).submit()
    #expect(opened.path == "/seals")
  }
}
