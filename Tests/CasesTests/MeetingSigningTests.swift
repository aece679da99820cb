import Cases
import Foundation
import Intake
import Kernel
import Paper
import Papers
import Sheets
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 会见笔录 · The record of a meeting, signed on the screen by the recipient and the undertaker.
@Suite(.timeLimit(.minutes(2))) struct MeetingSigningTests {
  /// Signed by both it is the dossier's item; nothing is scanned, nothing is handed in twice.
  @Test(arguments: TestOffice.Engine.allCases)
  func signedByBothItIsTheDossiersItem(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine, seal: true))
    try await flow.engage()
    let paper = try await flow.meet()
    #expect(try await flow.missing.contains("meeting"))
    try await flow.sign(paper, 0)
    #expect(try await flow.missing.contains("meeting"))
    try await flow.sign(paper, 1)
    #expect(try await !flow.missing.contains("meeting"))
    let record = try await flow.paper(paper)
    let fields = try record.fields(flow.office.services.keys)
    #expect(fields["place"] == "青禾县看守所" && fields["present"] == "赵春兰、张静")
    #expect(fields["told"] == "受援人的权利和义务" && fields["content"] == "自述工资拖欠九个月。")
    let hash = try #require(record.signedSHA256.flatMap { BlobHash($0) })
    let signed = try await flow.office.services.files.read(hash)
    let verification = PaperVerification(flow.office.services)
    #expect(try await verification.standing(file: signed).0 == .genuine)
    #expect(try await verification.standing(code: record.shortCode).0 == .genuine)
    #expect(try await flow.office.firstFault() == nil)
    try await flow.exports(signed)
  }

  /// Where it was and who was there stand in a record; one that was signed on paper and handed in says so itself.
  @Test func aMeetingHasAPlaceAndPersons() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.engage()
    let bare = AddHandlingRecord(aidCase: flow.id, kind: .meeting, doneOn: CaseFlow.assigned, content: "会见")
    let keys = try await refusedKeys { try await flow.office.run("lawyer", bare) }
    #expect(keys == ["record.place", "record.present"])
    let made = try await flow.office.run("lawyer", bare.with(flow.scan))
    #expect(made.paper == nil)
    #expect(try await !flow.missing.contains("meeting"))
  }

  /// The undertaker, the second one and their manager take signatures; another lawyer does not find the paper.
  @Test(arguments: TestOffice.Engine.allCases)
  func whoTakesSignaturesInACase(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.engage()
    let paper = try await flow.meet()
    for stranger in ["lawyer2", "lawyer3"] {
      await #expect(throws: Refusal.notFound, "\(stranger)") { try await flow.sign(paper, 0, as: stranger) }
    }
    await #expect(throws: Refusal.notAllowed) { try await flow.sign(paper, 0, as: "supervisor") }
    let second = try await flow.office.principal("lawyer2").undertaker
    try await flow.office.run("firm", NameCoUndertaker(aidCase: flow.id, person: second))
    try await flow.sign(paper, 0, as: "lawyer2")
    // A line is signed once, whoever asks.
    #expect(try await refusedKeys { try await flow.sign(paper, 0) } == ["signature.already"])
    try await flow.sign(paper, 1, as: "firm")
    // The papers of the application are the counter's.
    let application = try #require(try await flow.aidCase.application)
    let form = try #require(
      try await flow.office.services.database.read { try PaperTable.of([.application(application)], $0) }.first {
        $0.form == "F02"
      })
    await #expect(throws: Refusal.notFound) { try await flow.sign(form.id, 0) }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func nothingIsSignedOnceTheDossierIsHandedIn(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.begin()
    let made = try await flow.office.run(
      "lawyer",
      AddHandlingRecord(aidCase: flow.id, kind: .progress, doneOn: CaseFlow.assigned, content: "已申请立案。"))
    try await flow.makePapers()
    let paper = try #require(made.paper)
    try await flow.sign(paper, 0)
    flow.office.clock.move(to: .literal(2016, 7, 29))
    try await flow.office.run(
      "lawyer",
      CloseCase(
        aidCase: flow.id, basis: .judgment, closedOn: .literal(2016, 7, 29), result: .claimsWhole, outcome: "支持",
        instrument: flow.scan))
    try await flow.office.run("lawyer", SubmitDossier(aidCase: flow.id))
    #expect(try await refusedKeys { try await flow.sign(paper, 1) } == ["dossier.closed"])
  }

  /// Signed by recipient, unit and undertaker on the screen, the agreement needs no scan (电子签名法 3, 14).
  @Test(arguments: TestOffice.Engine.allCases)
  func anAgreementSignedOnTheScreenEngages(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.assign()
    let withdrawn = try await flow.agreement()
    let paper = try await flow.agreement()
    #expect(try await refusedKeys { try await flow.sign(withdrawn, 0) } == ["signature.withdrawn"])
    let engage = EngageRecipient(aidCase: flow.id, engagedOn: CaseFlow.assigned, agreement: nil)
    for line in 0..<3 {
      #expect(
        try await refusedKeys { try await flow.office.run("lawyer", engage) } == ["engagement.agreement"])
      try await flow.sign(paper, line)
    }
    try await flow.office.run("lawyer", engage)
    #expect(try await flow.aidCase.state == .engaged)
    #expect(try await !flow.missing.contains("agreement"))
  }

  /// Recorded and signed by a lawyer on his telephone, from My cases.
  @Test func throughThePages() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.engage()
    let drawn = try #require(CaseFlow.drawn)
    let strokes = String(decoding: try JSONEncoder().encode(drawn), as: UTF8.self)
    try await flow.office.browse { open in
      let lawyer = open()
      try await lawyer.signIn("lawyer")
      let path = "/cases/\(flow.id)/records"
      let form = try await lawyer.get("\(path)?kind=meeting").form(action: path)
      #expect(form.value("present") == "赵春兰、张静" && form.value("doneOn") == "2016-05-12")
      let waits = try await form.fill(["place": "青禾县看守所", "content": "自述工资拖欠九个月。"]).submit()
      #expect(waits.path.hasPrefix("/papers/") && waits.text.contains("正在制作"))
      try await flow.makePapers()
      #expect(try await lawyer.get("/my-cases").links().contains(waits.path))
      #expect(try await lawyer.get("/cases/\(flow.id)").links().contains(waits.path))
      var page = try await lawyer.get(waits.path)
      for name in ["赵春兰", "张静"] {
        let pad = try page.form(action: waits.path)
        #expect(pad.value("name") == name)
        let fill = try pad.fill(["place": "青禾县看守所"]).send(["strokes": [strokes]])
        page = try await fill.submit()
        // Sent twice by a hurried thumb, it answers as it did first.
        let again = try await fill.submit()
        #expect(again.status == 200 && again.path == page.path)
      }
      #expect(page.text.contains("签名已经全部完成"))
      #expect(try await lawyer.get("/my-cases").links().contains(waits.path) == false)
      #expect(try await !lawyer.get("/my-cases").words().contains("会见（约见）笔录"))
    }
    #expect(try await flow.office.value("SELECT COUNT(*) FROM paper_signature", as: Int.self) == 2)
  }
}

extension CaseFlow {
  static let drawn = Handwriting(width: 600, height: 200, strokes: [[60, 60, 180, 40, 150, 160]])

  fileprivate func makePapers() async throws {
    try await JobRunner(ActionRunner(office.services), Papers.capability.jobs).drain()
  }

  /// The codes of what the dossier lacks.
  fileprivate var missing: Set<String> {
    get async throws {
      let (found, services) = (try await aidCase, office.services)
      return try await services.database.read {
        Set(try DossierStanding.of(found, services, $0).missing.map(\.code))
      }
    }
  }

  fileprivate func paper(_ id: PaperID) async throws -> PaperRecord {
    try await office.services.database.read { [county = office.county] in try PaperTable.one(id, in: county, $0) }
  }

  /// A meeting, and the record that it made.
  fileprivate func meet() async throws -> PaperID {
    let made = try await office.run(
      "lawyer",
      AddHandlingRecord(
        aidCase: id, kind: .meeting, doneOn: Self.assigned, content: "自述工资拖欠九个月。", told: [.rights],
        place: "青禾县看守所", present: "赵春兰、张静"))
    try await makePapers()
    return try #require(made.paper)
  }

  /// The agreement as it was made last.
  fileprivate func agreement() async throws -> PaperID {
    try await office.run("lawyer", MakeAgreement(aidCase: id))
    try await makePapers()
    let papers = try await office.services.database.read { [id] in try PaperTable.of([.aidCase(id)], $0) }
    return try #require(papers.last { $0.form == "F12" }).id
  }

  fileprivate func sign(_ paper: PaperID, _ line: Int, as login: String = "lawyer") async throws {
    let action = try await SignPaper.prepared(
      paper, signer: line, name: "赵春兰", place: "青禾县看守所", #require(Self.drawn), as: office.principal(login),
      office.services)
    try await office.run(login, action)
  }

  /// The signed file stands in the closed case's export, and in its bound copy.
  fileprivate func exports(_ signed: [UInt8]) async throws {
    try await office.run(
      "lawyer",
      CloseCase(
        aidCase: id, basis: .judgment, closedOn: Self.assigned, result: .claimsWhole, outcome: "支持",
        instrument: scan))
    try await makePapers()
    let bytes = try await exportDossier(number: aidCase.number, in: office.county, services: office.services)
    let archive = try ZipReader(bytes)
    let index = String(decoding: try #require(try archive.read("index.json")), as: UTF8.self)
    #expect(index.contains(BlobHash(of: signed).description))
    #expect(index.ranges(of: "\"meeting\"").count == 1)
    #expect(try #require(try archive.read("dossier.pdf")).starts(with: Array("%PDF-".utf8)))
  }
}
