import App
import DutyLawyers
import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 帮助申请 · The application a duty lawyer takes in: its 24 hours, and the counter that opens with what is known.
@Suite struct ApplicationTests {
  private func taken(
    _ office: TestOffice, at: Instant, person: PersonTold = Fixture.person
  ) async throws -> LegalHelpID {
    let place = try await office.place()
    let id = try await office.run("lawyer", RegisterHelp(person, Fixture.told(place, .onSite, .investigation)))
    try await office.run("lawyer", MeetPerson(id))
    try await office.run("lawyer", TakeApplication(id, at: at))
    return id
  }

  private func clocks(_ office: TestOffice, _ id: LegalHelpID) async throws -> [String: Day?] {
    try await office.services.database.read { reader in
      Dictionary(uniqueKeysWithValues: try Deadline.open(.legalHelp(id), reader).map { ($0.key, $0.dueOn) })
    }
  }

  /// TL02, 法律援助法 39: from the minute on, over a weekend; a minute late is late, and still taken.
  @Test(arguments: TestOffice.Engine.allCases)
  func twentyFourHours(_ engine: TestOffice.Engine) async throws {
    for (minutes, late) in [(24 * 60, nil), (24 * 60 + 1, 1), (25 * 60 + 1, 2)] as [(Int, Int?)] {
      let office = try await TestOffice(engine, at: Fixture.at(2024, 5, 17, 16, 40))
      let id = try await taken(office, at: office.clock.now)
      let start = office.clock.now
      #expect(try await office.help(id).forwardBy == start.adding(hours: 24))
      #expect(try await clocks(office, id) == ["TL02": .literal(2024, 5, 18)])
      #expect(
        try await refusedKeys { try await office.run("receptionist", EnterLedger(id)) } == ["wrong-state"])
      office.clock.move(to: start.adding(minutes: minutes))
      try await office.run("lawyer", ForwardApplication(id))
      let found = try await office.help(id)
      #expect(found.state == .forwardedApplication && found.forwardedLate == late, "\(minutes)")
      #expect(try await clocks(office, id) == [:])
    }
  }

  /// Before the law of 2022 no time was set: forwarded without a clock.
  @Test func noClockBefore2022() async throws {
    let office = try await TestOffice(at: Fixture.at(2021, 12, 31))
    let id = try await taken(office, at: office.clock.now)
    #expect(try await office.help(id).forwardBy == nil)
    #expect(try await clocks(office, id) == [:])
    office.clock.move(to: Fixture.at(2022, 1, 1, 0, 0))
    try await office.run("lawyer", ForwardApplication(id))
    #expect(try await office.help(id).forwardedLate == nil)
  }

  /// TL22, 公安机关程序规定 2020, 49: recorded against the house.
  @Test func theHousesOwnHours() async throws {
    let office = try await TestOffice(at: Fixture.at(2024, 5, 20))
    let place = try await office.place()
    for (minutes, late) in [(24 * 60, nil), (24 * 60 + 1, 1), (26 * 60, 2)] as [(Int, Int?)] {
      let told = Fixture.told(place, askedAt: office.clock.now.adding(minutes: -minutes))
      let id = try await office.run("receptionist", RegisterHelp(PersonTold(name: "李四"), told))
      #expect(try await office.help(id).hoursLate == late, "\(minutes)")
    }
    // The rules of 2020 are in force since the first of September of that year.
    for (first, hours) in [(Day.literal(2020, 8, 28), nil), (.literal(2020, 9, 1), 72)] as [(Day, Int?)] {
      let (asked, told) = (Instant(first, hour: 9), Instant(first.adding(days: 4), hour: 9))
      #expect(DutyLimits.hoursLate(askedAt: asked, toldAt: told, office.services.calendar) == hours)
    }
  }

  @Test func theOrderOfTheSteps() async throws {
    let office = try await TestOffice(at: Fixture.at(2024, 5, 20))
    let id = try await taken(office, at: office.clock.now)
    func keys<A: Action>(_ action: A, _ login: String = "lawyer") async throws -> [String] {
      try await refusedKeys { _ = try await office.run(login, action) }
    }
    #expect(try await keys(TakeApplication(id)) == ["help.takenOnce"])
    #expect(try await keys(ForwardApplication(id, at: Fixture.at(2024, 5, 20, 8, 59))) == ["help.forwardedAt"])
    try await office.run("lawyer", RecordHelp(id, HelpGiven([.helpToApply], content: "帮助填写申请表。")))
    #expect(try await keys(EnterLedger(id), "receptionist") == ["help.notForwarded"])
    try await office.run("lawyer", ForwardApplication(id))
    #expect(try await keys(ForwardApplication(id)) == ["wrong-state"])
    #expect(try await keys(RecordHelp(id, HelpGiven([.consultation], content: "再次咨询"))) == ["help.once"])
    #expect(try await keys(EnterLedger(id), "receptionist") == [])
  }

  /// Help that was only an application is not in the ledger before it is written down.
  @Test func nothingIsRecordedUndone() async throws {
    let office = try await TestOffice(at: Fixture.at(2024, 5, 20))
    let id = try await taken(office, at: office.clock.now)
    try await office.run("lawyer", ForwardApplication(id))
    #expect(
      try await refusedKeys { try await office.run("receptionist", EnterLedger(id)) } == ["help.notHelped"])
    try await office.run("lawyer", RecordHelp(id, HelpGiven([.helpToApply], content: "帮助填写申请表。")))
    #expect(try await office.help(id).state == .helped)
    try await office.run("receptionist", EnterLedger(id))
  }

  /// Through the pages: what waits, the counter filled in, the link back, and nothing twice.
  @Test(arguments: TestOffice.Engine.allCases)
  func theCounterOpensWithWhatIsKnown(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2024, 5, 20, 10))
    let id = try await taken(office, at: office.clock.now)
    let number = try await office.help(id).number
    try await office.browse { open in
      let lawyer = open()
      try await lawyer.signIn("lawyer")
      let waiting = try await lawyer.get("/work").words()
      #expect(waiting.contains("转交法律援助申请") && waiting.contains("2024年5月21日 10:00前"))
    }
    try await office.run("lawyer", ForwardApplication(id))
    try await office.browse { open in
      let counter = open()
      try await counter.signIn("receptionist")
      #expect(try await counter.get("/work").words().contains("登记值班律师转交的申请"))
      let form = try await counter.get("/applications/new?start=legalHelp.\(id)")
      let words = try form.words()
      #expect(words.contains("值班律师转交") && words.contains(number))
      let values = try form.form(action: "/applications/new")
      #expect(
        values.value("name") == "王二" && values.value("cause") == "盗窃罪" && values.value("phone") == "13900006210")
      #expect(values.value("track") == "criminalApplied" && values.value("stage") == "investigation")
      let page = try await counter.get("/legal-helps/\(id)").words()
      #expect(page.contains("登记申请，已知内容自动带入"))
    }
    var told = ApplicationTold(
      matterCode: nil, cause: "盗窃罪", opposing: "", facts: "入户盗窃一次。", track: .criminalApplied,
      form: .criminalDefence,
      stage: .investigation)
    told.started = .legalHelp(id)
    let application = try await office.run("receptionist", RegisterApplication(Fixture.person, told))
    #expect(try await office.help(id).application == application)
    #expect(
      try await refusedKeys {
        try await office.run("receptionist", RegisterApplication(Fixture.person, told))
      } == ["help.startedOnce"])
    #expect(
      try await office.value(
        "SELECT COUNT(*) FROM event WHERE kind = 'help.applicationRegistered' AND subject_id = \(id)", as: Int.self)
        == 1)
    #expect(try await office.value("SELECT COUNT(*) FROM aid_application", as: Int.self) == 1)
  }
}
