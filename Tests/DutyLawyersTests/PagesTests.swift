import DutyLawyers
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 页面 · The journey through the pages, the figures, who sees what.
@Suite struct PagesTests {
  @Test func theJourney() async throws {
    let office = try await TestOffice(at: Fixture.at(2024, 5, 20))
    let lawyer = try await office.lawyer("lawyer")
    try await office.browse { open in
      let counter = open()
      try await counter.signIn("receptionist")
      _ = try await counter.get("/duty-places/new").form(action: "/duty-places/new").fill([
        "kind": "detentionHouse", "name": "青禾县看守所", "phone": "0500-88120119",
      ]).submit()
      let roster = try await counter.get("/duty-roster/planning").form(action: "/duty-roster/planning").fill([
        "from": "2024-05-20", "to": "2024-05-31", "lawyer1": lawyer.description, "phone1": "13900006211",
      ]).submit()
      let planned = try roster.words()
      #expect(planned.contains("张静") && planned.contains("13900006211"))
      #expect(try await counter.get("/work").words().contains("今日值班律师"))

      let page = try await counter.get("/legal-helps/new").form(action: "/legal-helps/new").fill([
        "source": "application", "name": "王二", "stage": "prosecutionReview", "charge": "盗窃罪",
        "receivedAt": "2024-05-20 08:50",
      ]).submit()
      let id = try #require(page.path.split(separator: "/").last.map(String.init))
      _ = try await counter.get("/legal-helps/\(id)/dispatch").form(action: "/legal-helps/\(id)/dispatch").submit()

      let post = open()
      try await post.signIn("lawyer")
      _ = try await post.get("/legal-helps/\(id)/meeting").form(action: "/legal-helps/\(id)/meeting").submit()
      let done = try await post.get("/legal-helps/\(id)/given").form(action: "/legal-helps/\(id)/given").fill([
        "kinds": "pleaWitness", "content": "见证签署具结书。",
      ]).submit()
      let told = try done.words()
      #expect(told.contains("见证签署认罪认罚具结书") && told.contains("已提供帮助"))
      _ = try await counter.get("/legal-helps/\(id)").form(action: "/legal-helps/\(id)/ledger").submit()
      let ledger = try await counter.get("/legal-helps?kind=pleaWitness&state=recorded").words()
      #expect(ledger.contains("王某"))
      let none = try await counter.get("/legal-helps?kind=opinion").words()
      #expect(none.contains("没有符合条件的法律帮助") && !none.contains("王某"))
      let figures = try await counter.get("/legal-helps/counts?by=lawyer").words()
      #expect(figures.contains("张静") && figures.contains("合计"))

      // Another firm's lawyer sees none of it.
      let other = open()
      try await other.signIn("lawyer3")
      #expect(try await other.get("/legal-helps").words().contains("没有符合条件的法律帮助"))
      #expect(try await other.get("/legal-helps/\(id)").status == 404)
    }
  }
}
