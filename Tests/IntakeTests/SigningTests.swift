import Foundation
import Intake
import Kernel
import Paper
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 屏幕签名 · A signature on the screen: kept, drawn on the paper, bound to the file that was signed.
@Suite(.timeLimit(.minutes(2))) struct SigningTests {
  static let drawn = Handwriting(
    width: 600, height: 200, strokes: [[60, 60, 180, 40, 150, 160], [240, 40, 360, 150, 480, 60, 540, 120]])

  @Test(arguments: TestOffice.Engine.allCases)
  func isDrawnOnThePaperAndBoundToItsFile(_ engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let before = try await desk.paper()
    try await desk.sign()
    let paper = try await desk.paper()
    // What was signed stays as it was; the signed file stands beside it.
    #expect(paper.fileSHA256 == before.fileSHA256)
    let signed = try #require(paper.signedSHA256)
    #expect(signed != paper.fileSHA256)
    let event = try #require(try await desk.office.events("paper.signed").first)
    #expect(event.facts["document"] == paper.fileSHA256)
    #expect(event.facts["sha256"] == signed)
    #expect(event.number == paper.lastEvent)
    let bytes = try await desk.office.services.files.read(#require(BlobHash(signed)))
    let verification = PaperVerification(desk.office.services)
    #expect(try await verification.standing(file: bytes).0 == .genuine)
    let row = try #require(
      try await desk.office.value("SELECT signature_sealed FROM paper_signature", as: [UInt8].self))
    #expect(!String(decoding: row, as: UTF8.self).contains("赵春兰"))
    #expect(try await desk.office.firstFault() == nil)
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func aSignatureThatWasTouchedIsFound(_ engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    try await desk.sign()
    let other = String(repeating: "0", count: 64)
    try await desk.office.meddle("UPDATE paper_signature SET document_sha256 = \(other)")
    let paper = try await desk.paper()
    #expect(try await PaperVerification(desk.office.services).standing(code: paper.shortCode).0 == .altered)
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func aLineIsSignedOnceAndOnlyByWhoMay(_ engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    try await desk.sign()
    await #expect(throws: Refusal.self) { try await desk.sign() }
    // The form has one line.
    await #expect(throws: Refusal.self) { try await desk.sign(1) }
    await #expect(throws: Refusal.notAllowed) { try await desk.sign(as: "reviewer") }
    #expect(try await desk.office.value("SELECT COUNT(*) FROM paper_signature", as: Int.self) == 1)
    #expect(try await desk.office.events("paper.signed").count == 1)
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func aPaperNotMadeYetIsNotSigned(_ engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine, made: false)
    let refusal = await #expect(throws: Refusal.self) { try await desk.sign() }
    #expect(refusal?.key == "signature.notReady")
  }

  @Test func aDotOrAPointBesideTheSurfaceIsNoHandwriting() {
    #expect(Self.drawn != nil)
    for strokes in [[], [[]], [[5, 5]], [[5, 5, 6]], [[5, 5, 700, 20]], [[-1, 5, 100, 20]]] as [[[Int]]] {
      #expect(Handwriting(width: 600, height: 200, strokes: strokes) == nil, "\(strokes)")
    }
    let many = [(0..<2 * Handwriting.mostPoints + 2).map { $0 % 200 }]
    #expect(Handwriting(width: 600, height: 200, strokes: many) == nil)
  }

  @Test func nothingIsLostWhereTheBoxIsEmpty() async throws {
    let desk = try await Desk(.sqlite)
    let path = "/papers/\(try await desk.paper().id)/signature"
    try await desk.office.browse { open in
      let clerk = open()
      try await clerk.signIn("receptionist")
      let empty = try await clerk.get(path).form(action: path).fill(["place": "河东镇李家村"]).submit()
      #expect(empty.status == 422)
      #expect(try empty.form(action: path).value("place") == "河东镇李家村")
      #expect(empty.text.contains("请在框内签名"))
    }
  }

  /// Sent twice, the form is answered with its first result; nothing is signed or drawn again.
  @Test(arguments: TestOffice.Engine.allCases)
  func aFormSentTwiceAnswersWithItsFirstResult(_ engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let (paper, clerk) = (try await desk.paper().id, try await desk.office.principal("receptionist"))
    let (runner, drawn) = (ActionRunner(desk.office.services), try #require(Self.drawn))
    let once = Submission(token: "once", version: try await desk.paper().version)
    for _ in 1...2 {
      _ = try await runner.run(
        as: clerk, once,
        preparing: {
          try await SignPaper.prepared(
            paper, signer: 0, name: "赵春兰", place: "青禾县法律援助中心", drawn, as: clerk, desk.office.services)
        })
    }
    // Drawn beforehand by both and sent at once, the second is answered all the same.
    let late = try await SignPaper.prepared(
      paper, signer: 0, name: "赵春兰", place: "青禾县法律援助中心", drawn, as: clerk, desk.office.services)
    _ = try await runner.run(late, as: clerk, once)
    #expect(try await desk.office.value("SELECT COUNT(*) FROM paper_signature", as: Int.self) == 1)
    #expect(try await desk.office.events("paper.signed").count == 1)
    // Another form for the same line is refused.
    let refusal = await #expect(throws: Refusal.self) { try await desk.sign() }
    #expect(refusal?.key == "signature.already")
  }

  private struct Desk {
    let office: TestOffice
    let application: ApplicationID

    init(_ engine: TestOffice.Engine, made: Bool = true) async throws {
      office = try await Fixture.office(engine)
      application = try await office.register()
      if made { try await JobRunner(ActionRunner(office.services), Papers.capability.jobs).drain() }
    }

    func paper() async throws -> PaperRecord {
      let subject = Subject.application(application)
      let papers = try await office.services.database.read { try PaperTable.of([subject], $0) }
      return try #require(papers.first { $0.form == "F02" })
    }

    func sign(_ line: Int = 0, as login: String = "receptionist") async throws {
      let drawn = try #require(SigningTests.drawn)
      let action = try await SignPaper.prepared(
        paper().id, signer: line, name: "赵春兰", place: "青禾县法律援助中心", drawn, as: office.principal(login),
        office.services)
      try await office.run(login, action)
    }
  }
}
