import App
import Cases
import DutyLawyers
import Intake
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 值班律师全程 · From the duty roster to the ledger, and on: the application that the duty lawyer took in is forwarded within its
/// 24 hours, granted, and defended to the archive; the help itself is no case (F23, F28; TL02).
@Suite(.timeLimit(.minutes(5))) struct DutyJourneyTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func fromTheRosterToTheArchive(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(.literal(2024, 5, 20), hour: 9))
    try await office.browse { open in
      var journey = Journey(office, Desks(office, open))
      let desks = journey.desks
      try await Self.planDuty(journey)
      let asked = try await Self.ask(journey, "王二", "盗窃罪", "investigation")
      try await Self.step(journey, asked, "dispatch", for: "receptionist")
      try await Self.step(journey, asked, "meeting", for: "lawyer")
      try await Self.step(journey, asked, "application", for: "lawyer")
      #expect(try await desks.work("lawyer").words().contains("2024年5月21日 09:00前"))
      try await Self.step(
        journey, asked, "given", for: "lawyer",
        ["kinds": ["consultation", "helpToApply"], "content": ["告知权利，帮助填写申请表。"]])
      office.clock.move(to: .literal(2024, 5, 21), hour: 8)
      let forwarded = try await Self.step(journey, asked, "forwarding", for: "lawyer")
      #expect(try forwarded.words().contains("已转交申请"))

      let start = "?start=legalHelp.\(asked.split(separator: "/").last ?? "")"
      #expect(try await desks.work("receptionist").links().contains("/applications/new" + start))
      try await journey.apply(
        [
          "matter": ["M15"], "position": ["accused"], "organKind": ["police"], "organ": ["青禾县公安局"],
          "custodyPlace": ["青禾县看守所"], "custodyThrough": ["dutyLawyer"], "custodyHandedOverAt": ["2024-05-20 09:00"],
        ], from: start)
      let late = try await desks.page("/applications?custody=late", for: "receptionist").words()
      #expect(!late.contains("盗窃罪"))
      #expect(try await desks.page(asked, for: "receptionist").links().contains(journey.application))
      try await Self.enterLedger(journey, asked)
      try await journey.decide()
      try await journey.assign()
      try await journey.engage()
      try await journey.upload("opinion")
      journey.wait(20)
      try await journey.close(.prosecutionOpinion, .sentForProsecution)
      try await journey.archive()
      try await journey.expectPapers(["F02", "F05", "F08", "F09", "REPLY", "F11", "F13", "F21"])
      try await journey.expectDossier()
      try await Self.expectRecord(of: asked, journey)
    }
    // AT-3.5: the help is no case of its own.
    #expect(try await office.value("SELECT COUNT(*) FROM aid_case", as: Int.self) == 1)
    try await office.expectWhole()
  }

  /// 刑事诉讼法 174: who has no defender signs the plea affidavit with the duty lawyer present; his objection stands in F28.
  @Test(arguments: TestOffice.Engine.allCases)
  func aPleaIsWitnessed(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Instant(.literal(2024, 5, 20), hour: 9))
    try await office.browse { open in
      let journey = Journey(office, Desks(office, open))
      try await Self.planDuty(journey)
      let asked = try await Self.ask(journey, "李四", "危险驾驶罪", "prosecutionReview")
      try await Self.step(journey, asked, "dispatch", for: "receptionist")
      try await Self.step(journey, asked, "meeting", for: "lawyer")
      try await Self.step(
        journey, asked, "given", for: "lawyer",
        ["kinds": ["fileInspection", "pleaWitness"], "content": ["阅卷，见证签署具结书。"], "objection": ["量刑建议偏重。"]])
      try await Self.enterLedger(journey, asked)
      try await Self.expectRecord(of: asked, journey)
      let counts = try await journey.desks.page("/legal-helps?kind=pleaWitness&state=recorded", for: "receptionist")
      #expect(try counts.words().contains("李某"))
    }
    #expect(try await office.value("SELECT COUNT(*) FROM aid_case", as: Int.self) == 0)
    try await office.expectWhole()
  }

  /// The month's roster at the detention house.
  private static func planDuty(_ journey: Journey) async throws {
    let desks = journey.desks
    try await journey.send(
      desks.page("/duty-places/new", for: "receptionist").form()
        .fill(["kind": "detentionHouse", "name": "青禾县看守所", "phone": "0500-88120119"]))
    let planning = try await desks.page("/duty-roster/planning", for: "receptionist")
    let planned = try await journey.send(
      planning.form().fill([
        "from": "2024-05-20", "to": "2024-05-31", "lawyer1": planning.choice("张静"), "phone1": "13900006211",
      ]))
    #expect(try planned.words().contains("张静"))
  }

  /// Answers the address of the help.
  private static func ask(_ journey: Journey, _ name: String, _ charge: String, _ stage: String) async throws
    -> String
  {
    let form = try await journey.desks.page("/legal-helps/new", for: "receptionist").form()
      .fill([
        "source": "application", "name": name, "stage": stage, "charge": charge, "receivedAt": "2024-05-20 08:50",
        "custody": "yes",
      ])
    let page = try await journey.send(form.attach(journey.scan("paper", name)))
    #expect(try page.words().contains("待派遣"))
    return page.path
  }

  @discardableResult
  private static func step(
    _ journey: Journey, _ help: String, _ step: String, for login: String, _ told: [String: [String]] = [:]
  ) async throws -> Page {
    try await journey.send(journey.desks.page("\(help)/\(step)", for: login).form().fill(told))
  }

  private static func enterLedger(_ journey: Journey, _ help: String) async throws {
    let page = try await journey.desks.page(help, for: "receptionist")
    #expect(try await journey.send(page.form(action: "\(help)/ledger")).words().contains("已记入台账"))
  }

  /// F28 is there, and anybody may check it.
  private static func expectRecord(of help: String, _ journey: Journey) async throws {
    try await journey.office.office.jobs.drain()
    let id = try #require(LegalHelpID(String(help.dropFirst("/legal-helps/".count))))
    let papers = try await journey.office.services.database.read { try PaperTable.of([.legalHelp(id)], $0) }
    #expect(papers.map(\.form) == ["F28"])
    for paper in papers { try await PaperCheck.expect(paper, journey.desks) }
  }
}
