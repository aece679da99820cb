import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 手机上传材料: the clerk shows a code, the applicant's telephone sends papers without signing in.
@Suite struct PhoneUploadTests {
  private static let photo = CounterTests.scan

  @Test(arguments: TestOffice.Engine.allCases)
  func aTelephoneAddsPapers(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.register()
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn("clerk")
      let path = "/applications/\(id)/phone-upload"
      #expect(try await clerk.get("/applications/\(id)").links().contains(path))
      let page = try await clerk.get(path)
      #expect(page.text.contains("class=\"qr\""))
      let there = try #require(try page.links().first { $0.hasPrefix("/phone-upload/") })

      let phone = open()
      let form = try await phone.get(there).form(action: there)
      let empty = try await form.fill(["kind": "case"]).submit()
      #expect(empty.status == 422 && empty.text.contains("href=\"#files\""))
      let done = try await form.fill(["kind": "case"]).attach(.init("files", "欠条.pdf", Self.photo)).submit()
      #expect(done.status == 200 && done.text.contains("已收到1个文件"))
      // It shows nothing of whom it is about.
      #expect(!done.text.contains("赵春兰") && !done.text.contains("追索劳动报酬"))
      #expect(try await clerk.get(path).text.contains("欠条.pdf"))

      // Nobody can write a ticket, nor lengthen one.
      for wrong in [there + "0", there.replacing("\(id)", with: "\(ApplicationID())"), "/phone-upload/x"] {
        #expect(try await phone.send("GET", wrong).status == 404, "\(wrong)")
      }
    }
    #expect(try await office.events("application.materials").map { $0.actor } == ["孙莉"])
    #expect(try await office.events("application.materials").first?.facts["byPhone"] == "true")
    #expect(try await office.papers(id).filter { $0.form == "F05" }.count == 2)
  }

  @Test func aQuarterOfAnHourLater() async throws {
    let office = try await Fixture.office()
    let id = try await office.register()
    let clerk = try await office.principal("clerk")
    let (user, agency) = (try #require(clerk.user), try #require(clerk.agency))
    let paths = [-1, UploadTicket.minutes].map { minutes in
      let ticket = UploadTicket(
        .application(id), by: user, at: agency, until: office.clock.now.adding(minutes: minutes))
      return "/phone-upload/" + ticket.written(office.services.keys)
    }
    try await office.browse { open in
      let phone = open()
      let late = try await phone.get(paths[0])
      #expect(late.text.contains("二维码已经过期") && !late.text.contains("type=\"file\""))
      let form = try await phone.get(paths[1]).form(action: paths[1]).fill(["kind": "case"])
        .attach(.init("files", "欠条.pdf", Self.photo))
      try await office.run("clerk", WithdrawApplication(id, reason: "本人撤回。"))
      // What is withdrawn takes no more papers, from nobody.
      #expect(try await form.submit().status != 200)
    }
    #expect(try await office.events("application.materials").isEmpty)
  }
}
