import Foundation
import Intake
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct ApplicationPageTests {
  @Test func theThreadThroughThePages() async throws {
    let office = try await Fixture.office()
    let id = try await office.register()
    let path = "/applications/\(id)"
    try await office.browse { open in
      let reception = open()
      try await reception.signIn("receptionist")
      let received = try await reception.get(path)
      #expect(received.text.contains("\(path)/acceptance"))
      let accepted = try await reception.get("\(path)/acceptance").form(action: "\(path)/acceptance").submit()
      #expect(accepted.text.contains("青援申字〔2016〕第1号"))
      #expect(accepted.text.contains("2016年5月11日"))
      #expect(!accepted.text.contains("\(path)/acceptance"))

      let review = open()
      try await review.signIn("reviewer")
      let opinion = try await review.get("\(path)/review").form(action: "\(path)/review")
      #expect(opinion.value("recommendation") == "grant")
      let silent = try await opinion.submit()
      #expect(silent.status == 422)
      _ = try await silent.form(action: "\(path)/review").fill(["opinion": "符合条件。"]).submit()

      let director = open()
      try await director.signIn("director")
      let decision = try await director.get("\(path)/approval").form(action: "\(path)/approval")
      let granted = try await decision.fill(["opinion": "同意。"]).submit()
      #expect(granted.text.contains("给予法律援助决定书"))
      #expect(granted.text.contains("决定给予法律援助"))
    }
    #expect(try await office.application(id).state == .granted)
  }

  /// AT-10.6: instead of the form the reviewer finds the reason, and sending it all the same is refused and logged.
  @Test func theReviewerFindsNoFormToApprove() async throws {
    let office = try await Fixture.office()
    let id = try await office.reviewed()
    let path = "/applications/\(id)/approval"
    try await office.services.database.write(serial: office.county.uuid) { tx in
      _ = try tx.run(
        "UPDATE aid_application SET reviewer = (SELECT id FROM user_account WHERE login = 'director')")
    }
    try await office.browse { open in
      let director = open()
      try await director.signIn("director")
      let page = try await director.get(path)
      #expect(page.text.contains("审查人和审批人不能是同一人"))
      #expect(throws: (any Error).self) { try page.form(action: path) }
      let csrf = try page.form(action: "/session/end").value("csrf")
      let sent = try await director.post(path, [("csrf", csrf), ("decision", "grant"), ("opinion", "同意。")])
      #expect(sent.status == 422)
    }
    #expect(try await office.application(id).state == .pendingApproval)
    #expect(try await office.countOfEvents("action.refused") == 1)
  }

  @Test func whatSomebodyTypedSurvivesAChange() async throws {
    let office = try await Fixture.office()
    let id = try await office.accepted()
    let path = "/applications/\(id)/review"
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("reviewer")
      let form = try await browser.get(path).form(action: path).fill(["opinion": "写了很久的意见。"])
      try await office.run("clerk", HandInMaterials(id, [MaterialHandedIn(code: "case", name: "欠条")]))
      let page = try await form.submit()
      #expect(page.status == 409)
      #expect(try page.form(action: path).value("opinion") == "写了很久的意见。")
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func aStationSeesItsOwnListOnly(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    _ = try await office.register()
    try await office.browse { open in
      let (own, other) = (open(), open())
      try await own.signIn("clerk")
      try await other.signIn("clerk2")
      #expect(try await own.get("/applications").text.contains("赵春兰"))
      let narrow = "/applications?q=%E6%98%A5&state=received&township=%E6%B2%B3%E4%B8%9C%E9%95%87&sort=due"
      #expect(try await own.get(narrow).text.contains("赵春兰"))
      #expect(try await !other.get("/applications").text.contains("赵春兰"))
    }
  }

  @Test(arguments: [
    ("q=春兰", true), ("q=第1号", true), ("q=李", false), ("state=received", true), ("state=granted", false),
    ("township=河东镇", true), ("township=柳塘乡", false), ("state=x&sort=due&order=desc&page=1", true),
    ("page=9", false),
  ])
  func theListIsFiltered(_ query: String, _ isFound: Bool) async throws {
    let office = try await Fixture.office()
    _ = try await office.register()
    let asked = query.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? query
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      let page = try await browser.get("/applications?\(asked)")
      #expect(page.status == 200)
      #expect(page.text.contains("追索劳动报酬") == isFound)
    }
  }

  @Test func theSecondPageHoldsTheRest() async throws {
    let office = try await Fixture.office()
    for _ in 0..<51 { _ = try await office.register() }
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      let first = try await browser.get("/applications").text.matches(of: /青援收字〔2016〕第\d+号</).count
      let second = try await browser.get("/applications?page=2").text.matches(of: /青援收字〔2016〕第\d+号</).count
      #expect(first == 50)
      #expect(second == 1)
    }
  }
}
