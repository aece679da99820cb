import Foundation
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// What the keeper of a seal does on its pages, as a browser sends it.
@Suite("Pages of a seal", .timeLimit(.minutes(2)))
struct SealPagesTests {
  @Test("An impression is uploaded, looked at on a sample paper, put in use and put away")
  func impression() async throws {
    let desk = try await Desk(.sqlite)
    let id = try #require(try await desk.office.value("SELECT id FROM seal", as: UUIDv7.self))
    try await desk.office.browse { open in
      let keeper = open()
      try await keeper.signIn("keeper")
      let path = "/seals/\(id)/impression"
      func upload(_ bytes: [UInt8]) async throws -> Page {
        try await keeper.get(path).form(action: path)
          .attach(PageForm.File("file", "seal.png", bytes)).submit()
      }
      for wrong in [StoredPNG.ring(side: 200), Array("no picture".utf8)] {
        let refused = try await upload(wrong)
        #expect(refused.status == 422)
        #expect(try !refused.error(at: "file").isEmpty)
      }
      let shown = try await upload(StoredPNG.ring())
      #expect(shown.status == 200)
      let sample = try #require(try shown.links().first { $0.contains("/sample?impression=") })
      #expect(try await keeper.get(sample).header("Content-Type") == "application/pdf")
      let used = try await shown.form(action: path + "/use").submit()
      #expect(try used.words().contains("使用中"))
      #expect(try await keeper.get("/seals").words().contains("本单位上传"))
      let drawn = try await used.form(action: path + "/end").submit()
      #expect(drawn.status == 200)
      #expect(try await keeper.get("/seals").words().contains("系统绘制"))
    }
    #expect(try await desk.office.events("seal.impressionUsed").count == 1)
    #expect(try await desk.office.events("seal.impressionEnded").count == 1)
  }

  @Test("A certificate with the wrong password is given back at its field; with the right one it is in use")
  func certificate() async throws {
    let desk = try await Desk(.sqlite)
    let id = try #require(try await desk.office.value("SELECT id FROM seal", as: UUIDv7.self))
    let file = try OutsideCertificate(desk.office.folder, to: "20160401000000Z").file()
    try await desk.office.browse { open in
      let keeper = open()
      try await keeper.signIn("keeper")
      let path = "/seals/\(id)/certificate"
      func upload(_ password: String) async throws -> Page {
        try await keeper.get(path).form(action: path).fill(["password": password])
          .attach(PageForm.File("file", "seal.p12", file)).submit()
      }
      let refused = try await upload("wrong")
      #expect(refused.status == 422)
      #expect(try !refused.error(at: "password").isEmpty)
      #expect(!refused.text.contains("value=\"wrong\""))
      let taken = try await upload(OutsideCertificate.password)
      #expect(taken.status == 200)
      let words = try taken.words()
      for expected in ["省认证中心根证书", "2016年4月1日过期", "法律援助专用章"] {
        #expect(words.contains(expected), "\(expected)")
      }
      // It runs out within thirty days: the keeper's work list says so too.
      #expect(try await keeper.get("/work").words().contains("印章证书将要过期"))
      #expect(try await keeper.get("/seals").words().contains("2016年4月1日过期"))
    }
  }

  @Test("The keeper chooses among the papers that wait, and seals them by hand")
  func byHand() async throws {
    let desk = try await Desk(.sqlite, seal: false)
    let id = try await desk.closedSeal()
    let (one, other) = (try await desk.finished(), try await desk.finished())
    try await desk.office.browse { open in
      let keeper = open()
      try await keeper.signIn("keeper")
      let path = "/seals/\(id)/affixing"
      let page = try await keeper.get(path)
      #expect(try await page.form(action: path).submit().status == 422)
      let done = try await page.form(action: path).fill(["papers": [one.id.description]]).submit()
      #expect(done.path == "/seals")
    }
    try await desk.drain()
    #expect(try await desk.paper(one.id).state == .finished)
    #expect(try await desk.paper(other.id).state == .decided)
  }
}
