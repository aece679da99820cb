import App
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 刑事法律援助申请 · Criminal aid by application: from custody within hours, of victims from their day on.
@Suite struct CriminalTests {
  private static func told(_ custody: Custody?) -> ApplicationTold {
    var told = ApplicationTold(
      matterCode: .criminalDefence, cause: "盗窃罪", opposing: "", facts: "本人没有委托辩护人，家庭经济困难。",
      track: .criminalApplied, form: .criminalDefence, stage: .investigation,
      household: Household(members: 3, netIncomeFen: 3_000_000, months: 12))
    told.criminal = CriminalFacts(
      .accused, organKind: .police, organ: "青禾县公安局", organCase: "青公刑字〔2016〕12号", custody: custody)
    return told
  }

  /// TL01, TL02 to the minute: in time at the twenty-fourth hour, late after it; a duty lawyer is bound since 2022 only.
  @Test(
    arguments: [
      (CustodyChannel.organ, 2016, 1_440, nil), (.organ, 2016, 1_441, 1), (.supervisedPlace, 2023, 1_500, 1),
      (.supervisedPlace, 2023, 1_501, 2), (.dutyLawyer, 2016, 9_000, nil), (.dutyLawyer, 2023, 1_441, 1),
      (.relative, 2023, 9_000, nil),
    ] as [(CustodyChannel, Int, Int, Int?)])
  func hoursLate(_ through: CustodyChannel, _ year: Int, _ minutes: Int, _ late: Int?) {
    let handed = Instant(.literal(year, 5, 20), hour: 10)
    let custody = Custody(place: "青禾县看守所", through: through, handedOverAt: handed)
    #expect(custody.hoursLate(reachedAt: handed.adding(minutes: minutes), .official) == late)
  }

  @Test func nobodyKnowsWhenItWasHandedOver() {
    let custody = Custody(place: "青禾县看守所", through: .organ)
    #expect(custody.hoursLate(reachedAt: Instant(.literal(2016, 5, 20), hour: 10), .official) == nil)
  }

  /// TL04c: seven plain days in 2016, where a civil application has seven working days (V1); C1, C2.
  @Test(arguments: TestOffice.Engine.allCases)
  func fromCustodyToTheOrgan(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine, at: Fixture.at("2016-04-29", hour: 10), seal: true)
    let custody = Custody(
      place: "青禾县看守所", through: .organ, handedOverAt: Fixture.at("2016-04-27", hour: 9))
    let id = try await office.register(PersonTold(name: "王二"), Self.told(custody), by: "receptionist")
    try await office.run("receptionist", AcceptApplication(id))
    #expect(try await office.deadlines(id).map(\.key) == ["TL04c"])
    #expect(try await office.deadlines(id).map(\.dueOn) == [.literal(2016, 5, 6)])
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      let late = try await browser.get("/applications?custody=late").words()
      #expect(late.contains("盗窃罪"))
      let page = try await browser.get("/applications/\(id)").words()
      #expect(page.contains("青禾县看守所") && page.contains("迟25小时") && page.contains("青公刑字〔2016〕12号"))
      let reviewer = open()
      try await reviewer.signIn("reviewer")
      let work = try await reviewer.get("/work").words()
      #expect(work.contains("2016年5月6日"))
    }
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    #expect(try await office.deadlines(id).isEmpty)
    #expect(try await office.papers(id).map(\.form) == ["F02", "F05", "F08", "F09", "REPLY"])
    try await office.office.jobs.drain()
    #expect(try await office.papers(id).allSatisfy { $0.state == .finished })
    let reply = try #require(try await office.papers(id).last?.fields(office.services.keys))
    #expect(reply["organ"] == "青禾县公安局" && reply["place"] == "青禾县看守所")
    #expect(reply["decisionNumber"] == "青援决字〔2016〕第1号")
  }

  /// The clock of a criminal application stands still for a supplement like any other.
  @Test func theClockStandsStillForASupplement() async throws {
    let office = try await Fixture.office(at: Fixture.at("2016-04-29", hour: 10))
    let id = try await office.register(PersonTold(name: "王二"), Self.told(nil), by: "receptionist")
    try await office.run("receptionist", AcceptApplication(id))
    try await office.run("reviewer", RequestSupplement(id, needed: "拘留通知书", dueOn: .literal(2016, 5, 10)))
    #expect(try await office.deadlines(id).map(\.pausedOn) == [.literal(2016, 4, 29)])
    #expect(try await office.papers(id).map(\.form) == ["F02", "F05", "F06"])
  }

  /// AT-6.11 and the moments of the regulations of 2003; the law of 2021 names no moment.
  @Test(arguments: [
    (LegalPosition.victim, Stage.prosecutionReview, RuleSet.rs2012, true),
    (.victim, .investigation, .rs2012, false),
    (.victim, .investigation, .rs2022, true), (.privateProsecutor, .firstInstance, .rs2012, true),
    (.incidentalPlaintiff, .firstInstance, .rs2012, false), (.incidentalPlaintiff, .firstInstance, .rs2023, true),
    (.accused, .firstInstance, .rs2023, false),
  ])
  func fromWhenAVictimMayApply(_ position: LegalPosition, _ stage: Stage, _ rules: RuleSet, _ passes: Bool) throws {
    let facts = Eligibility.Facts(
      matter: .victims, household: Household(members: 3, netIncomeFen: 3_000_000, months: 12),
      track: .criminalAgency, position: position, stage: stage)
    let verdict = Eligibility.judge(
      facts, asOf: rules.from, rules: rules, line: HardshipLine(amountFen: 160_000, unit: .month, from: .earliest))
    #expect(verdict[.matter]?.result == (passes ? .pass : .fail))
    #expect(verdict[.hardship]?.result == .pass)
  }

  /// At the counter: track and form follow from the matter, a held person needs neither address nor telephone, and what a
  /// criminal case needs is asked for.
  @Test func atTheCounter() async throws {
    let office = try await Fixture.office(at: Fixture.at("2016-04-29", hour: 10))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      let form = try await browser.get("/applications/new").form(action: "/applications/new").fill([
        "name": "王二", "matter": "M15", "cause": "盗窃罪", "facts": "没有委托辩护人。", "members": "3", "months": "12",
        "netIncome": "30,000",
      ])
      let missing = try await form.fill(["custodyPlace": "青禾县看守所"]).submit()
      let words = try missing.words()
      #expect(missing.status == 422)
      #expect(words.contains("请选择申请人的诉讼地位") && words.contains("请选择办案阶段") && words.contains("转交途径"))
      #expect(!words.contains("请填写现住址"))
      let done = try await form.fill([
        "custodyPlace": "青禾县看守所", "custodyThrough": "organ", "custodyHandedOverAt": "2016-04-28 11:00",
        "position": "accused", "organKind": "police", "organ": "青禾县公安局", "stage": "investigation",
      ]).submit()
      let page = try done.words()
      #expect(done.status == 200 && page.contains("刑事（申请）") && page.contains("青禾县看守所"))
      #expect(!page.contains("转交迟延"))
    }
  }
}
