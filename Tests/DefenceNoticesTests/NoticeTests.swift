import Cases
import DefenceNotices
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 登记通知 · From the receipt to the assigned lawyer: never refused, its time running, its lateness on record.
@Suite struct NoticeTests {
  /// AT-6.6, through the office: criminal limit of three days, over a holiday.
  @Test(arguments: TestOffice.Engine.allCases)
  func threeDaysToAssign(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 5, 20, 17))
    let told = Fixture.told(receivedAt: Fixture.at(2016, 5, 20, 16, 40))
    let id = try await office.run("receptionist", RegisterNotice(Fixture.person, told))
    #expect(try await office.clocks(id) == ["TL08": .literal(2016, 5, 23)])
    let found = try await office.aidCase(id)
    #expect(found.track == .criminalNotified && found.form == .criminalDefence && found.stage == .investigation)
    #expect(found.acceptedOn == .literal(2016, 5, 20) && found.application == nil && found.cause == "故意杀人罪")
    #expect(found.organ == "青禾县公安局" && found.situations == [.lifeOrDeath])
    #expect(try await office.notice(id)?.state == .noticeReceived)

    office.clock.move(to: Fixture.at(2016, 9, 30, 10))
    let second = try await office.run(
      "receptionist",
      RegisterNotice(PersonTold(name: "李四"), Fixture.told(organCase: nil)))
    #expect(try await office.clocks(second) == ["TL08": .literal(2016, 10, 8)])
  }

  /// AT-6.8: a notice that comes too late before the hearing is taken in, assigned, and listed against the court.
  @Test(arguments: TestOffice.Engine.allCases)
  func aLateNoticeIsTakenIn(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 6, 7), seal: true)
    var told = Fixture.told(.court, .firstInstance, situations: [.ordinaryProcedureNoCounsel])
    told.hearingOn = .literal(2016, 6, 20)
    told.hearingAt = "09:30"
    let id = try await office.run("receptionist", RegisterNotice(Fixture.person, told))
    #expect(try await office.notice(id)?.lateHearing == 2)
    #expect(try await office.notice(id)?.lateDiscovery == nil)
    let hearings = try await office.services.database.read { try HearingTable.of(id, $0) }
    #expect(hearings.map(\.heldOn) == [.literal(2016, 6, 20)] && hearings.first?.startsAt == "09:30")
    try await office.assign(id)
    #expect(try await office.notice(id)?.state == .assigned)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      let late = try await browser.get("/defence-notices?late=yes").words()
      #expect(late.contains("青禾县人民法院") && late.contains("开庭前迟2天"))
    }

    // Two weeks earlier, or in summary procedure, it was in time.
    for change in [
      { (told: inout NoticeTold) in told.hearingOn = .literal(2016, 6, 22) }, { $0.isShortProcedure = true },
    ] {
      var other = told
      change(&other)
      other.organCase = nil
      let id = try await office.run("receptionist", RegisterNotice(PersonTold(name: "李四"), other))
      #expect(try await office.notice(id)?.daysLate == nil)
    }
  }

  /// TL07: counted from the day the organ found it.
  @Test func theOrgansOwnThreeDays() async throws {
    let office = try await TestOffice(at: Fixture.at(2016, 5, 20))
    for (found, late) in [(16, 1), (17, nil), (20, nil)] {
      var told = Fixture.told(organCase: nil)
      told.discoveredOn = .literal(2016, 5, found)
      let id = try await office.run("receptionist", RegisterNotice(PersonTold(name: "李四"), told))
      #expect(try await office.notice(id)?.lateDiscovery == late, "\(found)")
    }
  }

  /// AT-6.12: the charge is missing; the time runs on, and the organ must have been asked.
  @Test(arguments: TestOffice.Engine.allCases)
  func whatIsMissingIsAsked(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 5, 20), seal: true)
    var told = Fixture.told()
    told.charge = nil
    told.contact.phone = nil
    let id = try await office.run("receptionist", RegisterNotice(Fixture.person, told))
    #expect(try await office.notice(id)?.state == .noticeIncomplete)
    #expect(try await office.notice(id)?.missing == [.charge, .contact])
    #expect(try await office.clocks(id) == ["TL08": .literal(2016, 5, 23)])
    #expect(try await refusedKeys { try await office.assign(id) } == ["notice.incomplete"])

    try await office.run(
      "receptionist",
      AskOrgan(
        id, spokeWith: "值班民警", answer: "罪名待核。", NoticeSupplement(contact: OrganContact(phone: "0513-88001235"))))
    #expect(try await office.notice(id)?.missing == [.charge])
    #expect(try await office.notice(id)?.state == .noticeIncomplete)
    try await office.assign(id)
    try await office.run(
      "receptionist", AskOrgan(id, spokeWith: "陈警官", answer: "故意伤害。", NoticeSupplement(charge: "故意伤害罪")))
    #expect(try await office.notice(id)?.state == .assigned)
    #expect(try await office.aidCase(id).cause == "故意伤害罪")
    let notice = try #require(try await office.notice(id))
    #expect(try notice.contact(office.services.keys) == OrganContact(name: "陈警官", phone: "0513-88001235"))
    #expect(try await office.services.database.read { try DefenceNoticeTable.calls(notice.id, $0) }.count == 2)
  }

  @Test func whoIsUnderEighteenIsAMinor() async throws {
    let office = try await TestOffice(at: Fixture.at(2016, 5, 20))
    let young = PersonTold(name: "小李", birthOn: .literal(1998, 5, 21))
    let id = try await office.run(
      "receptionist", RegisterNotice(young, Fixture.told(situations: [], organCase: nil)))
    #expect(try await office.aidCase(id).situations == [.minor])
    #expect(try await office.notice(id)?.state == .noticeReceived)
    let grown = PersonTold(name: "小王", birthOn: .literal(1998, 5, 20))
    let other = try await office.run(
      "receptionist", RegisterNotice(grown, Fixture.told(situations: [], organCase: nil)))
    #expect(try await office.aidCase(other).situations == [])
    #expect(try await office.notice(other)?.missing == [.situation])
  }

  @Test func whatIsRefused() async throws {
    let office = try await TestOffice(at: Fixture.at(2016, 5, 20))
    func keys(_ told: NoticeTold, _ person: PersonTold = Fixture.person) async throws -> [String] {
      try await refusedKeys { _ = try await office.run("receptionist", RegisterNotice(person, told)) }
    }
    #expect(try await keys(Fixture.told(receivedAt: Fixture.at(2016, 5, 20, 9, 1))) == ["notice.receivedLater"])
    #expect(try await keys(Fixture.told(situations: [.inAbsentia])) == ["notice.situation"])
    #expect(try await keys(Fixture.told(.police, .firstInstance)) == ["notice.stage"])
    var found = Fixture.told()
    found.discoveredOn = .literal(2016, 5, 21)
    #expect(try await keys(found) == ["notice.foundLater"])
    #expect(try await keys(Fixture.told()) == [])
    #expect(try await keys(Fixture.told()) == ["notice.twice"])
    // Without an identity number the name tells, under the organ's own number.
    #expect(try await keys(Fixture.told(), PersonTold(name: "李四")) == [])
    #expect(try await keys(Fixture.told(), PersonTold(name: "李四")) == ["notice.twice"])
    // The next stage has another organ's notice under the same number: that is another case.
    #expect(try await keys(Fixture.told(.procuratorate, .prosecutionReview)) == [])
    #expect(
      try await refusedKeys {
        _ = try await office.run("lawyer", RegisterNotice(Fixture.person, Fixture.told()))
      } == ["not-allowed"])
  }

  /// In a firm's hands the time goes on until the organ was told whom the person has.
  @Test func theTimeEndsWhenTheOrganIsTold() async throws {
    let office = try await TestOffice(at: Fixture.at(2016, 5, 20), seal: true)
    let id = try await office.run("receptionist", RegisterNotice(Fixture.person, Fixture.told()))
    let lawyer = try await office.lawyer("lawyer")
    try await office.run(
      "assigner", AssignCase(aidCase: id, choice: AssignmentChoice(unit: lawyer.unit), reason: "刑事所"))
    #expect(try await office.clocks(id).keys.sorted() == ["TL08", "TL11"])
    // A firm that gives the case back does not make the three days begin again.
    office.clock.move(to: Fixture.at(2016, 5, 22))
    try await office.run("firm", ReturnAssignment(aidCase: id, ground: .conflict, reason: "与本案有利害关系。"))
    #expect(try await office.clocks(id) == ["TL08": .literal(2016, 5, 23)])
    try await office.run(
      "assigner", AssignCase(aidCase: id, choice: AssignmentChoice(unit: lawyer.unit), reason: "已排除。"))
    let person = try #require(lawyer.person)
    try await office.run("firm", NameUndertaker(aidCase: id, person: person, organ: "青禾县公安局"))
    #expect(try await office.clocks(id).keys.sorted() == ["TL11"])
    let letters = try await office.services.database.read { try PaperTable.of([.aidCase(id)], $0).map(\.form) }
    #expect(letters.contains("F11") && letters.contains("F13"))
  }
}
