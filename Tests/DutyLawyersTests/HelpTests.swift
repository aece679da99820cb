import DutyLawyers
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 法律帮助 · From the request to the ledger; what the law of the day allows.
@Suite struct HelpTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func fromTheRequestToTheLedger(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2024, 5, 20))
    let place = try await office.place()
    try await office.plan(place, ["lawyer"])
    let id = try await office.run("receptionist", RegisterHelp(Fixture.person, Fixture.told(place)))
    #expect(try await office.help(id).state == .requested)
    try await office.run("receptionist", DispatchHelp(id))
    let sent = try await office.help(id)
    #expect(sent.state == .dispatched && sent.lawyerName == "张静" && !sent.isOnCall)
    try await office.run("lawyer", MeetPerson(id))
    try await office.run("lawyer", RecordHelp(id, HelpGiven([.consultation, .pleaWitness], content: "解答认罪认罚的后果。")))
    let given = try await office.help(id)
    #expect(given.state == .helped && given.pleaOn == .literal(2024, 5, 20))
    let papers = try await office.services.database.read { try PaperTable.of([.legalHelp(id)], $0) }
    #expect(papers.map(\.form) == ["F28"])
    try await office.run("receptionist", EnterLedger(id))
    #expect(try await office.help(id).state == .recorded)
    // It is no case.
    #expect(try await office.value("SELECT COUNT(*) FROM aid_case", as: Int.self) == 0)
  }

  /// 刑事诉讼法 2018, 36: from 26 October 2018 on; before, where a local document founded the post.
  @Test(arguments: TestOffice.Engine.allCases)
  func fromWhenTheLawKnowsDutyLawyers(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2018, 10, 25))
    let place = try await office.place()
    let pilot = try await office.place(.court, "青禾县人民法院", document: "青司〔2017〕9号")
    func ask(_ place: DutyPlaceID, _ name: String) async throws -> [String] {
      try await refusedKeys {
        _ = try await office.run("receptionist", RegisterHelp(PersonTold(name: name), Fixture.told(place)))
      }
    }
    #expect(try await ask(place, "李四") == ["help.noBasis"])
    #expect(try await ask(pilot, "李四") == [])
    office.clock.move(to: Fixture.at(2018, 10, 26))
    #expect(try await ask(place, "李四") == [])
    #expect(HelpRules.basis(on: .literal(2018, 10, 25)).isEmpty)
    #expect(HelpRules.basis(on: .literal(2021, 12, 31)).map(\.article) == ["36"])
    #expect(HelpRules.basis(on: .literal(2022, 1, 1)).map(\.article) == ["36", "30"])
  }

  /// What the law knows on a day: the boundaries of each kind.
  @Test(arguments: [
    (HelpKind.consultation, 2018, 10, 26), (.pleaWitness, 2018, 10, 26), (.fileInspection, 2018, 10, 26),
    (.helpToApply, 2020, 8, 20),
  ])
  func theFirstDayOfAKind(_ kind: HelpKind, _ year: Int, _ month: Int, _ day: Int) {
    let first = Day.literal(year, month, day)
    #expect(HelpRules.rule(kind, on: first) != nil)
    #expect(HelpRules.rule(kind, on: first.adding(days: -1)) == nil)
    #expect(HelpRules.rule(kind, on: .literal(2024, 1, 1)) != nil)
  }

  @Test func whatIsRefusedAtTheRequest() async throws {
    let office = try await TestOffice(at: Fixture.at(2024, 5, 20))
    let place = try await office.place()
    func keys(_ change: (inout HelpTold) -> Void, _ person: PersonTold = PersonTold(name: "李四")) async throws
      -> [String]
    {
      var told = Fixture.told(place)
      change(&told)
      return try await refusedKeys { _ = try await office.run("receptionist", RegisterHelp(person, told)) }
    }
    #expect(try await keys { $0.receivedAt = Fixture.at(2024, 5, 20, 9, 1) } == ["help.receivedLater"])
    #expect(try await keys { $0.askedAt = Fixture.at(2024, 5, 20, 9, 1) } == ["help.askedLater"])
    #expect(try await keys { $0.hasDefender = true } == ["help.hasDefender"])
    #expect(try await keys { $0.source = .police } == ["help.stage"])
    #expect(
      try await keys {
        $0.source = .procuratorate
        $0.organ = nil
      } == ["help.organ"])
    #expect(try await keys({ _ in }, Fixture.person) == [])
    #expect(try await keys({ _ in }, Fixture.person) == ["help.twice"])
    #expect(
      try await refusedKeys {
        _ = try await office.run("reviewer", RegisterHelp(Fixture.person, Fixture.told(place)))
      } == ["not-allowed"])
  }

  @Test func whoIsSent() async throws {
    let office = try await TestOffice(at: Fixture.at(2024, 5, 20, 14))
    let place = try await office.place()
    let id = try await office.run("receptionist", RegisterHelp(Fixture.person, Fixture.told(place)))
    #expect(
      try await refusedKeys { try await office.run("receptionist", DispatchHelp(id)) } == ["help.nobodyServes"]
    )
    let today = office.clock.now.day
    try await office.plan(place, ["lawyer"], .morning, from: today, to: today)
    try await office.plan(place, ["lawyer2"], .afternoon, from: today, to: today)
    try await office.run("receptionist", DispatchHelp(id))
    #expect(try await office.help(id).lawyerName == "何涛")
    // Another instead of him, on call.
    let other = try await office.lawyer("lawyer3")
    try await office.run("receptionist", DispatchHelp(id, to: other))
    #expect(try await office.help(id).isOnCall)
    // What is given is recorded by who gave it, or from his paper by the receptionist.
    #expect(try await refusedKeys { try await office.run("lawyer2", MeetPerson(id)) } == ["not-found"])
    #expect(try await refusedKeys { try await office.run("lawyer4", MeetPerson(id)) } == ["not-allowed"])
    try await office.run("receptionist", MeetPerson(id))
  }

  /// A lawyer at the post registers whoever comes to him, and is the one who helps.
  @Test func onSite() async throws {
    let office = try await TestOffice(at: Fixture.at(2024, 5, 20))
    let place = try await office.place()
    let id = try await office.run("lawyer", RegisterHelp(Fixture.person, Fixture.told(place, .onSite)))
    let found = try await office.help(id)
    #expect(found.state == .dispatched && found.lawyerName == "张静" && found.unitName == "禾城律师事务所")
  }

  /// 人民检察院刑事诉讼规则 269, from the day that duty lawyers were in the law: no file before the prosecution's review.
  @Test func noFileBeforeTheReviewInTheFirstYears() async throws {
    let office = try await TestOffice(at: Fixture.at(2019, 5, 20))
    let place = try await office.place()
    let id = try await office.run(
      "lawyer", RegisterHelp(PersonTold(name: "李四"), Fixture.told(place, .onSite, .investigation)))
    try await office.run("lawyer", MeetPerson(id))
    let given = HelpGiven([.fileInspection], content: "阅卷")
    #expect(
      try await refusedKeys { try await office.run("lawyer", RecordHelp(id, given)) } == ["help.fileTooEarly"])
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func whatIsRefusedOfTheHelp(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2024, 5, 20))
    let place = try await office.place()
    func met(_ stage: Stage, _ name: String) async throws -> LegalHelpID {
      let id = try await office.run(
        "lawyer", RegisterHelp(PersonTold(name: name), Fixture.told(place, .onSite, stage)))
      try await office.run("lawyer", MeetPerson(id))
      return id
    }
    func keys(_ id: LegalHelpID, _ given: HelpGiven) async throws -> [String] {
      try await refusedKeys { try await office.run("lawyer", RecordHelp(id, given)) }
    }
    let early = try await met(.investigation, "李四")
    #expect(try await keys(early, HelpGiven([.fileInspection], content: "阅卷")) == ["help.fileTooEarly"])
    #expect(try await keys(early, HelpGiven([], content: "咨询")) == ["help.nothing"])
    let later = try await met(.prosecutionReview, "王五")
    #expect(
      try await keys(later, HelpGiven([.pleaWitness], content: "见证", hasDefender: true)) == [
        "help.defenderWitnesses"
      ])
    #expect(
      try await keys(later, HelpGiven([.consultation], content: "咨询", at: Fixture.at(2024, 5, 20, 8, 59))) == [
        "help.at"
      ])
    #expect(
      try await keys(later, HelpGiven([.consultation], content: "咨询", at: Fixture.at(2024, 5, 20, 9, 1))) == [
        "help.at"
      ])
    #expect(try await keys(later, HelpGiven([.fileInspection, .pleaWitness], content: "阅卷，见证签署。")) == [])
    #expect(try await keys(later, HelpGiven([.consultation], content: "咨询")) == ["wrong-state"])
  }
}
