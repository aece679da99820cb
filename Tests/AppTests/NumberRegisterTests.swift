import App
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 文号登记簿 · The register of numbers in the browser: every series, cancelled numbers with their reason (AT-X.6).
@Suite(.timeLimit(.minutes(5))) struct NumberRegisterTests {
  @Test("AT-X.6: a cancelled number stays to be seen with its reason", arguments: TestOffice.Engine.allCases)
  func cancelled(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.browse { open in
      var walk = Walk(Desks(office, open))
      try await walk.go(to: .register)
      let number = try #require(
        try await office.value("SELECT text FROM number_register WHERE kind = 'receipt'", as: String.self))
      let director = open()
      try await director.signIn("director")
      let register = try await director.get("/numbers?year=2016&kind=receipt")
      #expect(try register.words().contains(number))
      let link = try #require(
        try register.root().all("a").compactMap { $0["href"] }.first { $0.contains("cancellation") })
      let form = try await director.get(link).form(action: "/numbers/cancellation")
      #expect(form.value("number") == number)
      let refused = try await form.submit()
      #expect(refused.status == 422)
      let borne = try await form.fill(["reason": "重复登记"]).submit()
      #expect(borne.status == 422)
      #expect(try borne.error(at: "number").contains("《") && borne.error(at: "number").contains("不能作废"))
      #expect(try await director.get("/numbers?year=2016&kind=receipt").words().contains("作废留号") == false)
      let paper = try #require(
        try await office.value("SELECT id FROM paper WHERE number = \(number)", as: PaperID.self))
      try await office.act("director") { try $0.revokePaper(paper, reason: "重复登记") }
      _ = try await borne.form(action: "/numbers/cancellation").submit()
      let after = try await director.get("/numbers?year=2016&kind=receipt").words()
      #expect(after.contains("重复登记") && after.contains("作废留号"))
      // Twice is refused, and so is a number nobody gave out.
      for wrong in [number, "没有这个号"] {
        let again = try await director.get("/numbers/cancellation").form(action: "/numbers/cancellation")
        #expect(try await again.fill(["number": wrong, "reason": "再来"]).submit().status == 422)
      }
    }
    #expect(try await office.events("number.cancelled").count == 1)
    #expect(try await office.firstFault() == nil)
  }

  @Test("The next number follows the office's own template", arguments: TestOffice.Engine.allCases)
  func template(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.browse { open in
      let admin = open()
      try await admin.signIn("admin")
      let form = try await admin.get("/numbers/series/receipt/template").form(
        action: "/numbers/series/receipt/template")
      #expect(form.value("template") == NumberKind.defaultTemplate)
      let refused = try await form.fill(["template": "{kind}第{n}号"]).submit()
      #expect(refused.status == 422)
      #expect(try refused.form(action: "/numbers/series/receipt/template").value("template") == "{kind}第{n}号")
      let page = try await form.fill(["template": "{place}法援{kind}（{yyyy}）{n}号"]).submit()
      #expect(try page.words().contains("青法援收（2016）1号"))
      var walk = Walk(Desks(office, open))
      try await walk.go(to: .register)
    }
    let number = try await office.value("SELECT text FROM number_register WHERE kind = 'receipt'", as: String.self)
    #expect(number == "青法援收（2016）1号")
  }

  /// What takes numbers says so in its manifest, so that the register shows every series.
  @Test func everySeriesIsInAManifest() async throws {
    let shelf = try await Shelf.shared.value
    let known = Set(Capabilities.all.flatMap(\.numbers).map(\.key))
    let used = try await shelf.office.services.database.read {
      try $0.rows("SELECT DISTINCT kind FROM number_register ORDER BY kind").map {
        try $0.get("kind", as: String.self)
      }
    }
    #expect(used.count >= 8)
    #expect(Set(used).subtracting(known) == [])
  }
}
