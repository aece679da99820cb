import App
import Intake
import Kernel
import Localization
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 菜单上的待办数 · The menu says how much waits: as many as the list behind it shows, what is overdue in words.
@Suite(.timeLimit(.minutes(5))) struct WorkCountTests {
  private static let logins = ["receptionist", "reviewer", "director", "assigner", "firm", "lawyer", "supervisor"]

  @Test(arguments: TestOffice.Engine.allCases)
  func theMenuCountsTheRowsOfItsList(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.browse { open in
      let desks = Desks(office, open)
      for (serial, step) in [Walk.Step.register, .accept, .review, .review, .approve, .assign, .meet].enumerated() {
        var walk = Walk(desks, .chinese, serial: serial + 1)
        try await walk.go(to: step)
      }
      for late in [false, true] {
        if late { office.clock.move(to: .literal(2016, 4, 20)) }
        var (counted, overdue) = (0, 0)
        for login in Self.logins {
          let browser = open()
          try await browser.signIn(login)
          for path in ["/work", "/approvals"] where path == "/work" || login == "director" {
            let list = try await browser.get(path)
            let rows = try Self.rows(list)
            // Seen from the list itself, and from a page that loads nothing of it.
            for page in [list, try await browser.get("/help")] {
              #expect(try Self.waiting(path, page) == Self.words(rows), "\(login) \(path)")
            }
            (counted, overdue) = (counted + rows.count, overdue + rows.late)
          }
        }
        #expect(counted > 8 && (overdue > 0) == late, "\(counted), \(overdue)")
      }
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func onesOwnActsCountAtOnce(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.browse { open in
      let desks = Desks(office, open)
      var walks = [1, 2].map { Walk(desks, .chinese, serial: $0) }
      for index in walks.indices { try await walks[index].go(to: .review) }
      let (director, reviewer) = (open(), open())
      try await director.signIn("director")
      try await reviewer.signIn("reviewer")
      #expect(try await Self.waiting("/approvals", director.get("/help")) == "2项")

      // The director's own, through the pages; the others hear of it within the half minute.
      try await walks[0].take(.approve)
      #expect(try await Self.waiting("/approvals", director.get("/help")) == "1项")
      #expect(try await Self.waiting("/work", director.get("/help")) == "1项")
      var third = Walk(desks, .chinese, serial: 3)
      try await third.go(to: .accept)
      #expect(try await Self.waiting("/work", reviewer.get("/help")) == nil)
      office.clock.move(to: office.clock.now.adding(milliseconds: 31_000))
      #expect(try await Self.waiting("/work", reviewer.get("/help")) == "1项")

      // One's own acts on another server are one's own acts.
      let elsewhere = try await office.secondServices()
      let id = try #require(third.application.split(separator: "/").last.flatMap { ApplicationID(String($0)) })
      try await ActionRunner(elsewhere).run(
        ReviewApplication(id, .grant, opinion: Words.chinese.opinion), as: office.principal("reviewer"))
      await elsewhere.database.close()
      #expect(try await Self.waiting("/work", reviewer.get("/help")) == nil)
      #expect(try await Self.waiting("/approvals", director.get("/help")) == "2项")
    }
  }

  private static func words(_ rows: (count: Int, late: Int)) -> String? {
    guard rows.count > 0 else { return nil }
    return rows.late == 0 ? "\(rows.count)项" : "\(rows.count)项，\(rows.late)项超期"
  }

  /// What the menu's entry says to whoever hears the page.
  private static func waiting(_ path: String, _ page: Page) throws -> String? {
    let entry = try #require(try page.root().all("nav").flatMap { $0.all("a") }.first { $0["href"] == path })
    return entry.descendants.first { $0.has(class: "unseen") }?.text
  }

  private static func rows(_ page: Page) throws -> (count: Int, late: Int) {
    let rows = try page.root().first("main")?.first("tbody")?.all("tr").filter { !$0.all("a").isEmpty } ?? []
    return (rows.count, rows.count { $0.has(class: "late") })
  }
}
