import App
import Intake
import Kernel
import Localization
import Messages
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 通知、公告 · One is told what others did to one's matters; an announcement stands on the home of its audience.
@Suite(.timeLimit(.minutes(3))) struct NoticeTests {
  /// One for all the looks of a test, as the top bar has.
  private let counts = NoticeCounts()

  @Test("Every notice is of an event that some capability records") func kinds() {
    for kind in NoticeKinds.all { #expect(Capabilities.eventNames[kind] != nil, "\(kind)") }
    #expect(Set(NoticeKinds.all).count == NoticeKinds.all.count)
  }

  @Test("What another does to my matter is counted, listed, and read", arguments: TestOffice.Engine.allCases)
  func notices(engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    let office = fixture.office
    #expect(try await unread("clerk", office) == 0)
    try await office.run("receptionist", WithdrawApplication(fixture.application, reason: "申请人要求。"))
    #expect(try await unread("clerk", office) == 1)
    for other in ["receptionist", "clerk2", "lawyer", "director"] { #expect(try await unread(other, office) == 0) }
    try await office.browse { open in
      let browser = open()
      let home = try await browser.signIn("clerk")
      let list = try await home.follow("通知 1")
      #expect(try list.words().contains("撤回申请") && list.words().contains("新"))
      let read = try await list.form(action: "/notices/read").submit()
      #expect(read.path == "/notices")
      #expect(try read.words().contains("撤回申请") && !read.words().contains("全部标为已读"))
    }
    #expect(try await unread("clerk", office) == 0)
  }

  @Test(
    "An announcement reaches its audience until read, taken down or over", arguments: TestOffice.Engine.allCases)
  func announcements(engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    let office = fixture.office
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      let form = try await browser.get("/announcements/new").form()
      let wrong = try await form.fill(["title": "培训", "body": "周五下午培训。", "from": "2016-03-10", "to": "2016-03-09"])
        .submit()
      #expect(wrong.status == 422)
      #expect(try !wrong.error(at: "to").isEmpty)
      let page = try await wrong.form().fill(["from": "2016-03-07", "to": "2016-03-11"])
        .send(["audience": ["receptionist"]]).submit()
      #expect(page.path.hasPrefix("/announcements/"))

      let (desk, clerk) = (open(), open())
      let home = try await desk.signIn("receptionist")
      #expect(try home.words().contains("周五下午培训。"))
      let action = try #require(
        try home.root().all("form").compactMap { $0["action"] }.first { $0.hasSuffix("/reading") })
      #expect(try await !home.form(action: action).submit().words().contains("周五下午培训。"))
      #expect(try await desk.get("/announcements").words().contains("培训"))
      #expect(try await !clerk.signIn("clerk").words().contains("周五下午培训。"))
      #expect(try await clerk.send("GET", page.path).status == 404)

      let down = try await browser.get(page.path).form(action: page.path + "/withdrawal").submit()
      #expect(try down.words().contains("已撤下"))
    }
    let everybody = PublishAnnouncement(
      title: "值班", body: "周六值班。", audience: [], from: .literal(2016, 3, 7), to: .literal(2016, 3, 8))
    _ = try await office.run("leader", everybody)
    #expect(try await shown("clerk", .literal(2016, 3, 8), office) == ["值班"])
    #expect(try await shown("clerk", .literal(2016, 3, 9), office) == [])
  }

  private func unread(_ login: String, _ office: TestOffice) async throws -> Int {
    let principal = try await office.principal(login)
    return try await office.services.database.read { reader in
      let (chain, now) = (try CountyTable.of(principal.county, reader).chainCount, office.services.clock.now())
      let count = try counts.unread(principal, chain: chain, now: now, reader)
      // What is remembered and counted along is what counting anew finds.
      #expect(try count == NoticeCounts().unread(principal, chain: chain, now: now, reader))
      return count
    }
  }

  private func shown(_ login: String, _ day: Day, _ office: TestOffice) async throws -> [String] {
    let principal = try await office.principal(login)
    return try await office.services.database.read {
      try AnnouncementTable.unread(principal, on: day, $0).map(\.title)
    }
  }
}
