import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Web

/// 批量初审 · A station passes on several applications at once with one opinion.
@Suite("Preliminary checks") struct ChecksTests {
  private let path = "/preliminary-checks"
  private let materials = ["F02", "identity", "hardship", "case"].map { MaterialHandedIn(code: $0, name: $0) }

  private func chosen(_ id: ApplicationID, _ office: TestOffice) async throws -> String {
    ChosenRow(id, try await office.application(id).version).description
  }

  @Test(
    "Several are passed on, each with its event; what lacks papers is left", arguments: TestOffice.Engine.allCases)
  func severalAtOnce(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let (one, other) = (
      try await office.register(materials: materials), try await office.register(materials: materials)
    )
    let lacking = try await office.register()
    let rows = [try await chosen(one, office), try await chosen(other, office)]
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn("clerk")
      let page = try await clerk.get(path)
      #expect(page.text.contains("可以一并提交2件，缺少材料的1件"))
      #expect(!page.text.contains("value=\"\(lacking)@"))
      let nothing = try await page.form(action: path).submit()
      #expect(nothing.status == 422)
      #expect(nothing.text.contains("请至少选择一件申请"))
      let form = try page.form(action: path).fill(["chosen": rows])
      let silent = try await form.fill(["opinion": ""]).submit()
      #expect(silent.status == 422)
      #expect(try silent.form(action: path).values("chosen") == rows)
      let done = try await form.submit()
      #expect(done.text.contains("已提交中心2件"))
      // Sent twice, each is answered with its first result.
      _ = try await form.submit()
      let reception = open()
      try await reception.signIn("receptionist")
      #expect(try await reception.get("/applications/\(one)/acceptance").text.contains("材料齐全，属于本中心管辖。"))
    }
    #expect(try await office.countOfEvents("application.checked") == 2)
    #expect(try await office.value("SELECT COUNT(*) FROM step_note WHERE kind = 'preliminary'") == 2)
  }

  @Test("What was checked and then forwarded is checked anew where it came", arguments: TestOffice.Engine.allCases)
  func aForwardedOneIsCheckedAnew(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.register(materials: materials)
    try await office.run("clerk", CheckAtStation(id, opinion: "材料齐全。"))
    let county = office.county
    let receiver = try await office.services.database.read { try AgencyTable.station(of: "柳塘乡", in: county, $0) }
    try await office.run(
      "clerk", ForwardApplication(id, to: try #require(receiver?.id), reason: "争议发生地在柳塘乡。"))
    try await office.browse { open in
      for (login, isThere) in [("clerk", false), ("clerk2", true)] {
        let browser = open()
        try await browser.signIn(login)
        #expect(try await browser.get(path).text.contains("value=\"\(id)@") == isThere, "\(login)")
      }
    }
  }

  @Test("What changed meanwhile is refused by its number; the others go on", arguments: TestOffice.Engine.allCases)
  func oneChanged(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let (changed, one) = (
      try await office.register(materials: materials), try await office.register(materials: materials)
    )
    let rows = [try await chosen(changed, office), try await chosen(one, office)]
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn("clerk")
      let form = try await clerk.get(path).form(action: path).fill(["chosen": rows])
      try await office.run("receptionist", AcceptApplication(changed))
      let page = try await form.submit()
      #expect(page.status == 422)
      #expect(page.text.contains("：在您填写期间"))
      #expect(page.text.contains("已提交中心1件"))
      // Another station sees none of it.
      let stranger = open()
      try await stranger.signIn("clerk2")
      #expect(try await stranger.get(path).text.contains("没有待初审的申请"))
    }
    #expect(try await office.countOfEvents("application.checked") == 1)
  }
}
