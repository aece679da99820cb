import App
import Cases
import DefenceNotices
import Intake
import Kernel
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
      try await walk.journey.upload("opinion")
      try await walk.close(.prosecutionOpinion, .sentForProsecution)
      try await walk.archive()
      let first = walk.aidCase
      #expect(try await walk.journey.page(for: "receptionist").words().contains("等待通知"))

      try await walk.register(.procuratorate, "青禾县人民检察院", "青检诉字〔2016〕12号", after: first)
      #expect(try await walk.journey.page(for: "assigner").words().contains("同一事项的案件"))
      try await walk.assign()
      try await walk.consent()
      try await walk.journey.upload("opinion", "fileNotes")
      try await walk.close(.indictment, .indicted)
      try await walk.archive()

      try await walk.register(.court, "青禾县人民法院", "（2016）青刑初12号", after: walk.aidCase, hearingOn: "2016-09-20")
      try await walk.assign()
      try await walk.consent()
      try await walk.moveHearing(to: "2016-09-26")
      try await walk.journey.upload("opinion", "fileNotes", "outline", "hearingNotes")
      try await walk.close(.judgment, .mitigated)
      try await walk.archive()
      try await walk.expectOneMatter(of: first)
      try await walk.expectThreeCasesOfOnePerson()
    }
    try await office.expectWhole()
  }

  /// 刑事诉讼法 286 (2012); 法律援助法 28: the court notifies an agent for whom it is to treat; his agency ends with the decision.
  @Test(arguments: TestOffice.Engine.allCases)
  func anAgentInCompulsoryTreatment(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Instant(.literal(2016, 5, 20), hour: 9))
    try await office.browse { open in
      var walk = NoticeWalk(office: office, desks: Desks(office, open))
      try await walk.register(.court, "青禾县人民法院", "（2016）青刑医1号", as: "compulsoryTreatment")
      #expect(try await office.aidCase(walk.journey.id).track == .compulsoryTreatment)
      try await walk.assign()
      try await walk.consent()
      try await walk.journey.upload("opinion", "fileNotes")
      try await walk.close(.ruling, .other)
      try await walk.archive()
    }
    try await office.expectWhole()
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
  private(set) var journey: Journey

  var aidCase: String { journey.aidCase }

  init(office: TestOffice, desks: Desks) { journey = Journey(office, desks) }

  mutating func register(
    _ kind: OrganKind, _ organ: String, _ number: String, after earlier: String = "", hearingOn: String = "",
    as situation: String = "limitedMentalCapacity"
  ) async throws {
    let before = earlier.isEmpty ? "" : "?after=\(earlier.dropFirst("/cases/".count))"
    let stage = try #require(kind.stages.first)
    var form = try await journey.desks.page("/defence-notices/new\(before)", for: "receptionist")
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
      .send(["situations": [situation]])
    } else {
      #expect(form.value("name") == "王二" && form.value("charge") == "盗窃罪")
    }
    let done = try await journey.send(form.attach(journey.scan("notice")))
    #expect(done.path.hasPrefix("/cases/") && done.path != earlier)
    journey.aidCase = done.path
    #expect(try done.words().contains(organ) && done.words().contains("待指派"))
  }

  /// The organ is told whom the person has, and nothing but the meeting is due any more.
  func assign() async throws {
    try await journey.assign()
    let id = try journey.id
    let clocks = try await journey.office.services.database.read { try Deadline.open(.aidCase(id), $0) }
    #expect(clocks.map(\.key) == ["TL11"])
  }

  /// The first meeting: the person consents, and what was said is on record.
  func consent() async throws {
    journey.wait(3)
    try await journey.engage(consent: "会见时本人同意辩护。")
    #expect(try await journey.page(for: "receptionist").words().contains("本人同意辩护"))
  }

  /// The court moves the hearing of its notice; it is held on the new day.
  func moveHearing(to day: String) async throws {
    let changing = try await journey.page("/hearing-change", for: "lawyer")
    let moved = try await journey.send(
      changing.form().fill([
        "hearing": changing.choice("2016年9月20日"), "change": "move", "heldOn": day, "startsAt": "14:30",
        "reason": "审判人员另有庭审。",
      ]))
    #expect(try moved.words().contains("审判人员另有庭审"))
    journey.office.clock.move(to: try #require(Day(day)), hour: 17)
    try await journey.holdHearing()
  }

  func close(_ basis: ClosingBasis, _ result: CaseResult) async throws {
    journey.wait(20)
    try await journey.close(basis, result)
  }

  /// Lawyer, supervisor, archivist; and then every paper of the case is looked at.
  func archive() async throws {
    try await journey.archive()
    try await journey.expectPapers(["F11", "F13", "F21"])
    try await journey.expectDossier()
  }

  /// Three stages, three cases, one matter and one person.
  func expectOneMatter(of first: String) async throws {
    let (id, county) = (try journey.id, journey.office.county)
    let cases = try await journey.office.services.database.read { reader in
      try CaseTable.of(CaseTable.one(id, for: .system(county), reader).matter, for: .system(county), reader)
    }
    #expect(cases.map(\.stage) == [.investigation, .prosecutionReview, .firstInstance])
    #expect(Set(cases.map(\.recipient)).count == 1 && cases.allSatisfy { $0.state == .archived })
    #expect(try await journey.desks.page(first, for: "director").links().contains(aidCase))
  }

  /// AT-3.6: three cases accepted, one person aided three times.
  func expectThreeCasesOfOnePerson() async throws {
    let coverage = try await journey.desks.page("/coverage?year=2016&by=township", for: "leader").root()
    let row = coverage.all("tr").map { $0.all("td").map(\.text) + $0.all("th").map(\.text) }
      .first { $0.contains("河东镇") }
    #expect(Set(row ?? []).isSuperset(of: ["3", "1"]), "\(row ?? [])")
    let measure = try #require(CaseMeasures.all.first { $0.key == "K1" })
    let scope = MeasureScope(county: journey.office.county, from: .literal(2016, 1, 1), to: .literal(2016, 12, 31))
    let sql = measure.numerator(scope)
    #expect(try await journey.office.services.database.read { try $0.rows(sql).count } == 3)
  }
}
