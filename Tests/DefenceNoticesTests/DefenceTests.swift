import Cases
import DefenceNotices
import Intake
import Kernel
import Localization
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 指派与拒绝 · Who may defend, by the situations of the notice; what a refusal does and does not; the next stage.
@Suite struct DefenceTests {
  /// AT-6.1 and AT-6.2, on the assigner's list and in the assignment itself.
  @Test(arguments: TestOffice.Engine.allCases)
  func lifeOrDeathNeedsThreeYears(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 5, 20), seal: true)
    try await office.correct("lawyer", licensed: .literal(2013, 6, 15), criminal: nil)
    let id = try await office.run("receptionist", RegisterNotice(Fixture.person, Fixture.told()))
    let found = try await office.aidCase(id)
    let person = try await office.lawyer("lawyer").person
    func blocks(_ day: Day) async throws -> [String]? {
      try await office.services.database.read { reader in
        try Candidates.of(found, on: day, reader).first { $0.person.id == person }?.blocks.map(\.key)
      }
    }
    #expect(try await blocks(.literal(2016, 5, 20)) == ["Q1"])
    #expect(try await blocks(.literal(2016, 6, 14)) == ["Q1"])
    #expect(try await blocks(.literal(2016, 6, 15)) == [])
    #expect(try await refusedKeys { try await office.assign(id) } == ["assignment.Q1"])
    // A corrected profile, not an override.
    try await office.correct("lawyer", licensed: .literal(2012, 6, 15), criminal: nil)
    #expect(try await refusedKeys { try await office.assign(id) } == [])

    office.clock.move(to: Fixture.at(2023, 10, 10))
    try await office.correct("lawyer", criminal: .literal(2021, 10, 10))
    let later = try await office.run(
      "receptionist", RegisterNotice(PersonTold(name: "李四"), Fixture.told(organCase: nil)))
    #expect(try await refusedKeys { try await office.assign(later) } == ["assignment.Q1"])
    try await office.correct("lawyer", criminal: .literal(2020, 10, 10))
    #expect(try await refusedKeys { try await office.assign(later) } == [])
  }

  /// Q9: whom the law keeps from being a defender, as his profile has it; corrected, he may be assigned.
  @Test(arguments: TestOffice.Engine.allCases, DefenderExclusion.allCases)
  func whoMayNotDefend(_ engine: TestOffice.Engine, _ exclusion: DefenderExclusion) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 5, 20), seal: true)
    let id = try await office.run("receptionist", RegisterNotice(Fixture.person, Fixture.told()))
    try await office.correct("lawyer", exclusion: exclusion)
    #expect(try await refusedKeys { try await office.assign(id) } == ["assignment.Q9"])
    try await office.correct("lawyer")
    #expect(try await refusedKeys { try await office.assign(id) } == [])
  }

  /// Q3 and Q8 by the profile, AT-6.4 by the kind.
  @Test func minorsAndFormerJudges() async throws {
    let office = try await TestOffice(at: Fixture.at(2016, 5, 20), seal: true)
    let young = PersonTold(name: "小李", birthOn: .literal(1999, 5, 21))
    let id = try await office.run("receptionist", RegisterNotice(young, Fixture.told(situations: [])))
    try await office.correct("lawyer")
    #expect(try await refusedKeys { try await office.assign(id) } == ["assignment.Q3"])
    try await office.correct("lawyer", minors: "2015年未成年人司法培训", judgeLeft: .literal(2014, 5, 21))
    #expect(try await refusedKeys { try await office.assign(id) } == ["assignment.Q8"])
    try await office.correct("lawyer", minors: "2015年未成年人司法培训", judgeLeft: .literal(2014, 5, 20))
    #expect(try await refusedKeys { try await office.assign(id) } == [])
  }

  /// AT-6.5: two in one case of the organ do not share a defender, nor somebody who defended one of them before; another of
  /// the same firm may.
  @Test(arguments: TestOffice.Engine.allCases)
  func coDefendantsDoNotShareADefender(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 5, 20), seal: true)
    for login in ["lawyer", "lawyer2"] { try await office.correct(login) }
    let first = try await office.run("receptionist", RegisterNotice(Fixture.person, Fixture.told()))
    let second = try await office.run("receptionist", RegisterNotice(PersonTold(name: "李四"), Fixture.told()))
    let other = try await office.run(
      "receptionist", RegisterNotice(PersonTold(name: "周五"), Fixture.told(organCase: "青公刑字〔2016〕89号")))
    try await office.assign(first)
    #expect(try await refusedKeys { try await office.assign(second) } == ["assignment.Q5"])
    let (found, colleague) = (try await office.aidCase(second), try await office.lawyer("lawyer2").person)
    let candidate = try await office.services.database.read { reader in
      try Candidates.of(found, on: .literal(2016, 5, 20), reader).first { $0.person.id == colleague }
    }
    #expect(candidate?.warnings.map(\.key) == ["W1"])
    #expect(candidate?.reasons.contains { $0.zh.hasPrefix("提示：") && $0.en.hasPrefix("Mind: ") } == true)
    #expect(try await refusedKeys { try await office.assign(second, to: "lawyer2") } == [])
    #expect(try await refusedKeys { try await office.assign(other) } == [])
  }

  /// AT-6.9: a refusal is reported in writing and ends nothing; what ends at the person's wish is not offered (D8).
  @Test(arguments: TestOffice.Engine.allCases)
  func aRefusalEndsNothing(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 5, 20), seal: true)
    try await office.correct("lawyer")
    let id = try await office.run("receptionist", RegisterNotice(Fixture.person, Fixture.told()))
    #expect(try await refusedKeys { _ = try await refuse(id, office) } == ["not-found"])
    try await office.assign(id)
    let paper = try await refuse(id, office)
    #expect(try await office.notice(id)?.state == .refusedByPerson)
    #expect(try await office.aidCase(id).state == .assignedToPerson)
    let record = try await office.services.database.read { try PaperTable.of([.aidCase(id)], $0) }.first {
      $0.id == paper
    }
    #expect(record?.form == "REFUSAL")
    #expect(!TerminationReason.recipientAsks.isAvailable(.rs2012, .criminalNotified))
    #expect(
      try await refusedKeys {
        try await office.run("lawyer", ProposeTermination(aidCase: id, ground: .recipientAsks, facts: "本人要求。"))
      } != [])

    // Not permitted: it goes on, and may be refused again.
    let day = Day.literal(2016, 5, 20)
    try await office.run("receptionist", AnswerRefusal(id, permitted: false, on: day, answer: "无正当理由。"))
    #expect(try await office.notice(id)?.state == .assigned)
    let scan = try await Fixture.scan(office)
    try await office.run(
      "lawyer", EngageRecipient(aidCase: id, engagedOn: day, agreement: scan, statement: "本人同意。"))
    #expect(try await office.notice(id)?.state == .consented)
    _ = try await refuse(id, office)
    try await office.run("receptionist", AnswerRefusal(id, permitted: true, on: day, answer: "准许，另行委托。"))
    #expect(try await office.notice(id)?.state == .handedBack)
    #expect(try await refusedKeys { _ = try await refuse(id, office) } == ["wrong-state"])
  }

  private func refuse(_ id: CaseID, _ office: TestOffice) async throws -> PaperID {
    try await office.run("lawyer", ReportRefusal(id, on: .literal(2016, 5, 20), reason: "不信任。"))
  }

  /// D9, D10: investigation, prosecution, trial are linked cases of one matter; the end of one lets the next be expected.
  @Test(arguments: TestOffice.Engine.allCases)
  func theStagesOfOneMatter(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 5, 20), seal: true)
    try await office.correct("lawyer")
    let first = try await office.run("receptionist", RegisterNotice(Fixture.person, Fixture.told()))
    try await office.assign(first)
    let (day, scan) = (Day.literal(2016, 5, 20), try await Fixture.scan(office))
    try await office.run(
      "lawyer", EngageRecipient(aidCase: first, engagedOn: day, agreement: nil, statement: "会见时本人同意辩护。"))
    try await office.run(
      "lawyer", AddHandlingRecord(aidCase: first, kind: .meeting, doneOn: day, content: "会见。", file: scan))
    office.clock.move(to: Fixture.at(2016, 7, 20))
    try await office.run(
      "lawyer",
      CloseCase(
        aidCase: first, basis: .prosecutionOpinion, closedOn: .literal(2016, 7, 20), result: .sentForProsecution,
        outcome: "移送审查起诉",
        instrument: scan))

    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      let page = try await browser.get("/cases/\(first)")
      #expect(try page.words().contains("等待通知"))
      let form = try await browser.get("/defence-notices/new?after=\(first)").form(action: "/defence-notices/new")
      for (name, value) in [
        "name": "王二", "identityNumber": "32099919880506213X", "charge": "故意杀人罪", "stage": "prosecutionReview",
        "organKind": "procuratorate", "continues": first.description,
      ] { #expect(form.value(name) == value, "\(name)") }
      #expect(form.values("situations") == ["lifeOrDeath"])
      let done = try await form.fill([
        "organ": "青禾县人民检察院", "organCase": "青检诉字〔2016〕12号", "contactName": "吴检察官", "contactPhone": "0513-88004321",
        "place": "青禾县看守所", "custody": "yes",
      ]).submit()
      #expect(done.status == 200 && done.path.hasPrefix("/cases/"))
      let words = [try done.words(), try await browser.get("/cases/\(first)").words()]
      #expect(words[0].contains("同一事项的案件") && !words[1].contains("等待通知"))
    }
    let matter = try await office.aidCase(first).matter
    let county = office.county
    let cases = try await office.services.database.read { try CaseTable.of(matter, for: .system(county), $0) }
    #expect(cases.map(\.stage) == [.investigation, .prosecutionReview])
    #expect(Set(cases.map(\.recipient)).count == 1)
  }
}
