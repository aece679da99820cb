import Foundation
import Kernel
import Paper
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("The office's own impression, and sealing by hand", .timeLimit(.minutes(3)))
struct SealImpressionTests {
  private func seal(_ desk: Desk) async throws -> UUIDv7 {
    try #require(try await desk.office.value("SELECT id FROM seal", as: UUIDv7.self))
  }

  /// How many transparent pictures a paper holds.
  private func pictures(_ paper: PaperRecord, _ desk: Desk) async throws -> Int {
    let path = desk.office.folder.appending(path: "paper.pdf")
    try Data(try await desk.file(paper)).write(to: path)
    return try PaperTool.run("pdfimages", "-list", path.path).split(separator: "\n")
      .filter { $0.contains(" smask ") }.count
  }

  @Test("An uploaded impression is used once its keeper puts it in use", arguments: TestOffice.Engine.allCases)
  func used(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let id = try await seal(desk)
    let drawn = try await desk.finished()
    #expect(try await pictures(drawn, desk) == 0)
    let image = try SealImage(png: StoredPNG.ring())
    let impression = try await UploadSealImpression.run(
      image, seal: id, as: desk.office.principal("keeper"), ActionRunner(desk.office.services))
    #expect(try await pictures(desk.finished(), desk) == 0)
    try await desk.office.run("keeper", UseSealImpression(seal: id, impression: impression))
    let own = try await desk.finished()
    #expect(try await pictures(own, desk) == 1)
    #expect(try await desk.standing(own.id) == .genuine)
    #expect(try await desk.office.events("paper.sealed").last?.facts["impression"] != nil)
    try await desk.office.run("keeper", UseSealImpression(seal: id, impression: nil))
    #expect(try await pictures(desk.finished(), desk) == 0)
    #expect(try await pictures(own, desk) == 1)
    for login in ["director", "admin"] {
      await #expect(throws: Refusal.notAllowed) {
        try await desk.office.run(login, UseSealImpression(seal: id, impression: impression))
      }
    }
    #expect(try await desk.office.firstFault() == nil)
  }

  @Test("A picture that would hide the text, print coarse or is no seal is refused")
  func refused() {
    func problem(_ bytes: [UInt8]) -> SealImage.Problem? {
      #expect(throws: SealImage.Problem.self) { try SealImage(png: bytes) }
    }
    #expect(problem(Array("GIF89a".utf8)) == .notPNG)
    #expect(problem(Array(StoredPNG.ring().prefix(900))) == .notPNG)
    #expect(problem(StoredPNG.ring(side: 200)) == .size(width: 200, height: 200))
    #expect(
      problem(StoredPNG.bytes(width: 400, height: 300) { _, _ in (200, 0, 0, 255) })
        == .notSquare(width: 400, height: 300))
    #expect(problem(StoredPNG.bytes(width: 300, height: 300) { _, _ in (200, 0, 0, 255) }) == .opaque)
    #expect(problem(StoredPNG.bytes(width: 300, height: 300) { _, _ in (0, 0, 0, 0) }) == .empty)
    #expect(
      problem(
        StoredPNG.bytes(width: 300, height: 300) { x, _ in x > 50 && x < 200 ? (0, 0, 200, 255) : (0, 0, 0, 0) })
        == .notRed)
  }

  @Test("By hand the keeper seals one paper, and no other of its form", arguments: TestOffice.Engine.allCases)
  func byHand(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine, seal: false)
    let id = try await desk.closedSeal()
    let (one, other) = (try await desk.finished(), try await desk.finished())
    #expect(one.state == .decided)
    try await desk.office.run("keeper", AffixSeal(seal: id, papers: [one.id]))
    try await desk.drain()
    #expect(try await desk.standing(one.id) == .genuine)
    #expect(try await desk.paper(other.id).state == .decided)
    let uses = try await desk.office.services.database.read { try SealTable.uses(in: desk.office.county, $0) }
    #expect(uses.map(\.isByHand) == [true])
    #expect(try await desk.office.events("seal.affixed").count == 1)
    // Neither twice, nor what is not approved and numbered, nor by anybody else.
    let bare = try await desk.decide(numbered: false)
    for papers in [[one.id], [bare], []] {
      let refusal = await #expect(throws: Refusal.self) {
        try await desk.office.run("keeper", AffixSeal(seal: id, papers: papers))
      }
      #expect(refusal?.field == "papers")
    }
    await #expect(throws: Refusal.notAllowed) {
      try await desk.office.run("director", AffixSeal(seal: id, papers: [other.id]))
    }
  }
}
