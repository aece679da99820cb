import App
import Foundation
import TestSupport
import Testing
import WorkCalendar

/// 日常使用 · What surrounds every page: the menu of one's roles, who else looks, and coming back after the session ended.
@Suite(.timeLimit(.minutes(2))) struct EverydayTests {
  /// A page is in the menu of exactly those who may open it.
  @Test func theMenuLeadsWhereOneMayGo() async throws {
    let shelf = try await Shelf.shared.value
    let logins = shelf.office.staff.accounts.map(\.login)
    try await shelf.office.browse { open in
      var (menus, browsers): ([String: Set<String>], [String: Browser]) = ([:], [:])
      for login in logins {
        let browser = open()
        menus[login] = try Self.menu(await browser.signIn(login))
        browsers[login] = browser
      }
      let all = menus.values.reduce(into: Set<String>()) { $0.formUnion($1) }
      #expect(all.count > 20)
      for (login, browser) in browsers {
        for path in all {
          let isOpen = try await browser.get(path).status == 200
          #expect(isOpen == menus[login]?.contains(path), "\(login) \(path)")
        }
      }
      #expect(menus["clerk"]?.isSuperset(of: ["/work", "/applications/new", "/consultations"]) == true)
      #expect(menus["clerk"]?.isDisjoint(with: ["/users", "/approvals", "/audit", "/archive"]) == true)
      #expect(menus["admin"]?.isDisjoint(with: ["/applications", "/cases", "/audit"]) == true)
    }
  }

  /// "Is being viewed by": the other one's name, for a minute, on any page of the record and nowhere else.
  @Test func whoElseLooksIsSaid() async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.browse { open in
      var walk = Walk(Desks(office, open))
      try await walk.go(to: .accept)
      office.clock.move(to: office.clock.now.adding(minutes: 2))
      let seen = { (login: String, path: String) in try await walk.desks.page(path, for: login).words() }
      #expect(try await !seen("receptionist", walk.application).contains("正在查看"))
      #expect(try await seen("reviewer", walk.application + "/review").contains("李芳正在查看这条记录"))
      #expect(try await seen("receptionist", walk.application).contains("陈洁正在查看这条记录"))
      #expect(try await !seen("reviewer", "/applications").contains("正在查看"))
      office.clock.move(to: office.clock.now.adding(minutes: 2))
      #expect(try await !seen("reviewer", walk.application).contains("正在查看"))
    }
  }

  /// Whoever was signed out signs in again in another window and sends the form he had open: nothing is lost.
  @Test func aFormOutlivesItsSession() async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.browse { open in
      let walk = Walk(Desks(office, open))
      let browser = open()
      _ = try await browser.signIn("clerk")
      let form = try await browser.get("/applications/new").form(action: "/applications/new").fill(walk.told)
      office.clock.move(to: office.clock.now.adding(minutes: 16))
      #expect(try await browser.get("/work").path.hasPrefix("/sign-in"))
      _ = try await browser.signIn("clerk")
      // Its mark is of the session before, so it is shown again, whole, to be sent once more.
      let again = try await form.submit()
      #expect(again.status == 403)
      let kept = try again.form(action: "/applications/new")
      for (name, value) in walk.told { #expect(kept.value(name) == value, "\(name)") }
      let sent = try await kept.submit()
      #expect(sent.path.hasPrefix("/applications/0"), "\(sent.status)")
    }
  }

  private static func menu(_ page: Page) throws -> Set<String> {
    let items = try page.root().descendants.filter { $0.has(class: "nav") }.flatMap { $0.all("a") }
    return Set(items.compactMap { $0["href"] }.filter { $0.hasPrefix("/") })
  }
}
