import App
import Intake
import Kernel
import Privacy
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 请求删除 · Somebody whose case lies in the archive wants the data deleted: the use of them stops, and the answer says why.
@Suite(.timeLimit(.minutes(5))) struct ErasureTests {
  @Test(
    "AT-X.8 A deletion asked for while the archive must be kept becomes a restriction, answered with its reason",
    arguments: TestOffice.Engine.allCases)
  func restrictedInstead(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(.literal(2024, 4, 8), hour: 9))
    try await office.browse { open in
      var walk = Walk(Desks(office, open))
      try await walk.go(to: .archive)
      let person = try await office.ofApplication(walk.application, "applicant")
      let form = try await walk.desks.page("/persons/\(person)/request", for: "receptionist").form()
      let page = try await form.fill([
        "kind": "erasure", "check": "identityCard", "identityNumber": walk.identityNumber, "content": "请删除我的全部信息",
      ]).submit()
      let answer = try await walk.desks.page("\(page.path)/answer", for: "director").form()
      let answered = try await answer.fill(["answer": "restrict", "reason": "案件档案保管期限未满。"]).submit()
      #expect(try answered.words().contains("改为限制处理") && answered.words().contains("案件档案保管期限未满"))
      for login in ["receptionist", "reviewer", "assigner", "supervisor", "archivist", "lawyer"] {
        let desk = open()
        try await desk.signIn(login)
        for path in [walk.application, walk.aidCase, "/persons/\(person)"] {
          let status = try await desk.send("GET", path).status
          #expect([403, 404].contains(status), "\(login) \(path): \(status)")
        }
        let list = try await desk.send("GET", "/cases")
        #expect(!list.text.contains(walk.aidCase))
      }
      try await office.office.jobs.drain()
      let text = try await Sealed.text(of: "个人信息请求答复书", on: page.path, for: "receptionist", walk.desks)
      #expect(text.contains("个人信息保护法") && text.contains("第47条") && text.contains("保管期限未满"))
    }
    let event = try #require(try await office.events("personalRequest.answered").first)
    #expect(event.facts["kind"] == "erasure" && event.facts["answer"] == "restrict")
    #expect(try await office.firstFault() == nil)
  }
}
