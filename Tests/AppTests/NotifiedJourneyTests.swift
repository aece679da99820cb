import App
import Cases
import DefenceNotices
import Intake
import Kernel
import Papers
import Privacy
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 通知辩护全程 · The track of notified defence, clicked by those whose task each step is: the police's notice becomes a lawyer, a
/// first meeting with the person's consent, a closed, checked and archived case; then the procuratorate's and the court's, of
/// the same matter, with a hearing that is moved. Every paper on the way is read by others' tools and checked by anybody.
@Suite(.timeLimit(.minutes(5))) struct NotifiedJourneyTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func fromThePolicesNoticeToTheCourtsArchive(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Instant(.literal(2016, 5, 20), hour: 9))
    try await office.browse { open in
      var walk = NoticeWalk(office: office, desks: Desks(office, open))
      try await walk.register(.police, "青禾县公安局", "青公刑字〔2016〕88号")
      try await walk.assign()
      try await walk.consent()
      try await walk.upload("opinion")
      try await walk.close("prosecutionOpinion", "sentForProsecution")
      try await walk.archive()
      let first = walk.aidCase
      #expect(try await walk.page(for: "receptionist").words().contains("等待通知"))

      try await walk.register(.procuratorate, "青禾县人民检察院", "青检诉字〔2016〕12号", after: first)
      #expect(try await walk.page(for: "assigner").words().contains("同一事项的案件"))
      try await walk.assign()
      try await walk.consent()
      for item in ["opinion", "fileNotes"] { try await walk.upload(item) }
      try await walk.close("indictment", "indicted")
      try await walk.archive()

      try await walk.register(.court, "青禾县人民法院", "（2016）青刑初12号", after: walk.aidCase, hearingOn: "2016-09-20")
      try await walk.assign()
      try await walk.consent()
      try await walk.moveHearing(to: "2016-09-26")
      for item in ["opinion", "fileNotes", "outline", "hearingNotes"] { try await walk.upload(item) }
      try await walk.close("judgment", "mitigated")
      try await walk.archive()
      try await walk.expectOneMatter(of: first)
    }
    let county = office.county
    let known = try await office.services.database.read { try CountyTable.of(county, $0) }
    #expect(try await Integrity.firstFault(known, office.services) == nil)
    #expect(try await office.value("SELECT COUNT(*) FROM job WHERE state <> 'done'", as: Int.self) == 0)
  }

  /// What nobody may find is counted in the month's sheet, and not shown.
  @Test func aConcealedMatterIsCountedOnly() async throws {
    let office = try await TestOffice(at: Instant(.literal(2016, 5, 20), hour: 9))
    let told = NoticeTold(.police, "青禾县公安局", organCase: "青公刑字〔2016〕88号", stage: .investigation, charge: "盗窃罪")
    let id = try await office.run("receptionist", RegisterNotice(PersonTold(name: "司徒秋白"), told))
    let matter: MatterID? = try await office.value("SELECT matter FROM aid_case WHERE id = \(id)")
    try await office.run(
      "director", ConcealMatter(matter: try #require(matter), ground: .sealed, reason: "封存决定书。"))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("assigner")
      let list = try await browser.get("/defence-notices/reconciliation?month=2016-05").root().all("tbody")
      #expect(list.flatMap { $0.all("td") }.map(\.text).prefix(2) == ["青禾县公安局", "1"])
      let page = try await browser.get("/defence-notices/reconciliation?month=2016-05&organ=青禾县公安局")
      #expect(try page.root().all("tbody").flatMap { $0.all("tr") }.count == 1)
      for hidden in ["88号", "司徒", id.description] { #expect(!page.text.contains(hidden), "\(hidden)") }
    }
  }
}

/// 一份通知 · One notice after the other on its way, each step by the page of whoever does it.
private struct NoticeWalk: Sendable {
  let office: TestOffice
  let desks: Desks
  /// The address of the present case.
  private(set) var aidCase = ""

  private var today: String { office.clock.now.day.description }
  private var id: CaseID {
    get throws { try #require(CaseID(String(aidCase.dropFirst("/cases/".count)))) }
  }

  init(office: TestOffice, desks: Desks) {
    self.office = office
    self.desks = desks
  }

  func page(_ rest: String = "", for login: String) async throws -> Page {
    try await desks.page(aidCase + rest, for: login)
  }

  mutating func register(
    _ kind: OrganKind, _ organ: String, _ number: String, after earlier: String = "", hearingOn: String = ""
  ) async throws {
    let before = earlier.isEmpty ? "" : "?after=\(earlier.dropFirst("/cases/".count))"
    let stage = try #require(kind.stages.first)
    var form = try await desks.page("/defence-notices/new\(before)", for: "receptionist")
      .form(action: "/defence-notices/new")
      .fill([
        "organKind": kind.rawValue, "organ": organ, "organCase": number,
        "stage": stage.rawValue, "contactName": "陈警官", "contactPhone": "0513-88001234",
        "custody": "yes", "place": "青禾县看守所", "hearingOn": hearingOn, "hearingAt": hearingOn.isEmpty ? "" : "09:30",
      ])
    // What the first notice told is filled in for those that follow.
    if earlier.isEmpty {
      form = try form.fill([
        "name": "王二", "identityNumber": "32099919880506213X", "charge": "盗窃罪", "township": "河东镇",
      ])
      .send(["situations": ["limitedMentalCapacity"]])
    } else {
      #expect(form.value("name") == "王二" && form.value("charge") == "盗窃罪")
    }
    let done = try await send(form.attach(scan("notice")))
    #expect(done.path.hasPrefix("/cases/") && done.path != earlier)
    aidCase = done.path
    #expect(try done.words().contains(organ) && done.words().contains("待指派"))
  }

  /// The assigner finds it on the work list; the firm names its lawyer, and the organ is told.
  func assign() async throws {
    #expect(try await desks.work("assigner").links().contains { $0.hasPrefix(aidCase) })
    let choosing = try await page("/assignment", for: "assigner")
    try await send(choosing.form().fill(["choice": choosing.choice("禾城律师事务所"), "reason": "熟悉刑事辩护。"]))
    let naming = try await page("/undertaker", for: "firm")
    let named = try await send(naming.form().fill(["person": naming.choice("张静")]))
    #expect(try named.words().contains("张静"))
    let clocks = try await office.services.database.read { [id = try id] in try Deadline.open(.aidCase(id), $0) }
    #expect(clocks.map(\.key) == ["TL11"])
  }

  /// The first meeting: the person consents, and what was said is on record.
  func consent() async throws {
    office.clock.move(to: office.clock.now.day.adding(days: 3))
    let signing = try await page("/engagement", for: "lawyer").form()
    try await send(signing.fill(["engagedOn": today, "statement": "会见时本人同意辩护。"]))
    #expect(try await page(for: "receptionist").words().contains("本人同意辩护"))
    let record = try await page("/records", for: "lawyer").form()
      .fill([
        "kind": ["meeting"], "doneOn": [today], "content": ["会见，告知权利，核对事实。"],
        "told": ["rights", "risks", "relief"],
      ])
    try await send(record.attach(scan("file")))
  }

  /// The court moves the hearing of its notice; it is held on the new day.
  func moveHearing(to day: String) async throws {
    let changing = try await page("/hearing-change", for: "lawyer")
    let moved = try await send(
      changing.form().fill([
        "hearing": changing.choice("2016年9月20日"), "change": "move", "heldOn": day, "startsAt": "14:30",
        "reason": "审判人员另有庭审。",
      ]))
    #expect(try moved.words().contains("审判人员另有庭审"))
    office.clock.move(to: try #require(Day(day)), hour: 17)
    let found = try await page(for: "lawyer")
    let held = try #require(try found.root().all("form").first { $0["action"]?.hasSuffix("/held") == true })
    #expect(try await send(found.form(action: held["action"])).words().contains("已开庭"))
  }

  func upload(_ item: String) async throws {
    let form = try await page("/files", for: "lawyer").form().fill(["item": item])
    try await send(form.attach(scan("file", item)))
  }

  func close(_ basis: String, _ result: String) async throws {
    office.clock.move(to: office.clock.now.day.adding(days: 20))
    let form = try await page("/closing", for: "lawyer").form()
      .fill(["closingBasis": basis, "closedOn": today, "result": result, "outcome": "见法律文书。"])
    try await send(form.attach(scan("instrument")))
  }

  /// Lawyer, supervisor, archivist; and then every paper of the case is looked at.
  func archive() async throws {
    office.clock.move(to: office.clock.now.day.adding(days: 7))
    try await send(page("/dossier", for: "lawyer").form())
    try await send(page("/dossier-check", for: "supervisor").form(), ("result", "accept"))
    #expect(try await send(page("/archive", for: "archivist").form()).words().contains("已归档"))
    try await office.office.jobs.drain()
    try await checkPapers()
  }

  private func checkPapers() async throws {
    let papers = try await office.services.database.read { [id = try id] in try PaperTable.of([.aidCase(id)], $0) }
    #expect(papers.map(\.form).sorted() == ["F11", "F13", "F21"])
    let folder = try Scratch()
    for paper in papers {
      let file = try await desks.page("/papers/\(paper.id)", for: "archivist", isFile: true)
      let pdf = try folder.write(file.bytes, "\(paper.form).pdf")
      let shown = try await desks.page("/verify/\(paper.shortCode)", for: "nobody").words()
      #expect(paper.state == .finished && shown.contains("真实"), "\(paper.form): \(shown)")
      // The closing report is signed by hand; what goes to unit and organ is numbered, sealed and signed.
      guard paper.form != "F21" else { continue }
      let signature = try Tool.run("pdfsig", pdf).text
      let isValid = signature.contains("Signature is Valid") && signature.contains("Total document signed")
      #expect(paper.sealID != nil && isValid, "\(paper.form): \(signature)")
      let number = try #require(paper.number, "\(paper.form)")
      #expect(try Tool.run("pdftotext", pdf, "-").text.contains(number) && shown.contains(number), "\(paper.form)")
    }
    let dossier = try await desks.page(aidCase + "/dossier.pdf", for: "archivist", isFile: true)
    #expect(try Tool.run("qpdf", "--check", folder.write(dossier.bytes, "dossier.pdf")).status == 0)
  }

  /// Three stages, three cases, one matter and one person.
  func expectOneMatter(of first: String) async throws {
    let (id, county) = (try id, office.county)
    let cases = try await office.services.database.read { reader in
      try CaseTable.of(CaseTable.one(id, for: .system(county), reader).matter, for: .system(county), reader)
    }
    #expect(cases.map(\.stage) == [.investigation, .prosecutionReview, .firstInstance])
    #expect(Set(cases.map(\.recipient)).count == 1 && cases.allSatisfy { $0.state == .archived })
    #expect(try await desks.page(first, for: "director").links().contains(aidCase))
  }

  @discardableResult
  private func send(_ form: PageForm, _ button: (name: String, value: String)? = nil) async throws -> Page {
    let page = try await desks.see(form.submit(button))
    let wrong = try page.root().descendants.first { $0.has(class: "summary") }?.text
    try #require(page.status == 200, "\(form.action): \(page.status) \(wrong ?? "")")
    return page
  }

  private func scan(_ field: String, _ what: String? = nil) -> PageForm.File {
    PageForm.File(field, "扫描件.pdf", Scan.pdf("\(field) \(what ?? "") \(aidCase)"))
  }
}
