import App
import Localization
import TestSupport
import Testing

/// 待办、在办、已办 · What one did is one's own; it stays in progress until the record ends.
@Suite(.timeLimit(.minutes(5))) struct WorkTabTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func whatIsDoneMovesOn(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.browse { open in
      var walk = Walk(Desks(office, open), .chinese, serial: 1)
      try await walk.go(to: .accept)
      let browser = open()
      try await browser.signIn("receptionist")
      for path in ["/work/in-progress", "/work/done"] {
        let page = try await browser.get(path)
        #expect(try page.links().contains(walk.application), "\(path)")
        #expect(try !page.words().contains(Words.chinese.name), "\(path): the name is masked")
      }
      #expect(try await browser.get("/work/done").words().contains("受理"))
      let other = open()
      try await other.signIn("director")
      for path in ["/work/in-progress", "/work/done"] {
        #expect(try await !other.get(path).links().contains(walk.application), "\(path)")
      }
      try await walk.take(.review)
      try await walk.take(.approve)
      #expect(try await !browser.get("/work/in-progress").links().contains(walk.application))
      #expect(try await browser.get("/work/done").links().contains(walk.application))
    }
  }
}
