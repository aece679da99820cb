import App
import Cases
import Intake
import Kernel
import Objections
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 异议审查 · From the objection at the counter to the bureau's decision and what follows from it.
@Suite struct ObjectionTests {
  /// TL13 in both rule sets: five working days, then five days.
  @Test(
    arguments: [
      (Fixture.at(2016, 6, 8), Day.literal(2016, 6, 16)), (Fixture.at(2023, 10, 10), .literal(2023, 10, 16)),
    ])
  func theBureauHasFiveDays(_ start: Instant, _ due: Day) async throws {
    let (office, id) = try await TestOffice.refused(at: start)
    try await office.run(
      "receptionist", RegisterObjection(.application(id), receivedOn: start.day, grounds: "收入计算有误。"))
    #expect(try await office.clocks(.application(id)) == ["TL13": due])
  }

  /// 法律援助法 49: whoever is not content with an upheld decision may go on, since 2022.
  @Test(arguments: RuleSet.allCases)
  func whatThePaperSaysOfGoingOn(_ rules: RuleSet) {
    #expect(ObjectionForms.remedy(.uphold, rules).contains("行政复议") == [.rs2022, .rs2023, .rs2025].contains(rules))
    #expect(ObjectionForms.remedy(.correct, rules) == "特此通知。")
  }

  /// A12: upheld, the refusal stands, and nobody objects to the same decision twice.
  @Test(arguments: TestOffice.Engine.allCases)
  func upheld(_ engine: TestOffice.Engine) async throws {
    let (office, id) = try await TestOffice.refused(engine, at: Fixture.at(2023, 10, 10))
    let register = RegisterObjection(.application(id), receivedOn: .literal(2023, 10, 10), grounds: "收入计算有误。")
    let objection = try await office.run("receptionist", register)
    #expect(try await refusedKeys { try await office.run("clerk", register) } == ["objection.open"])
    try await office.run("objections", DecideObjection(objection, .uphold, opinion: "原决定认定事实清楚。"))
    #expect(try await office.application(id).state == .refused)
    #expect(try await office.clocks(.application(id)).isEmpty)
    let decided = try #require(try await office.objections(.application(id)).first)
    #expect(decided.state == .upheld && decided.number == "青援异字〔2023〕第1号" && decided.deciderName == "秦岚")
    try await office.office.jobs.drain()
    let papers = try await office.papers(.application(id))
    #expect(papers["F20"] == .finished && papers["F10"] == .finished)
    #expect(try await refusedKeys { try await office.run("receptionist", register) } == ["objection.decided"])
  }

  /// TL37: upheld, the objector goes to court; the decision stands and can be taken further, or is annulled, and then the
  /// bureau decides anew within its time, with a new F20.
  @Test(arguments: TestOffice.Engine.allCases)
  func takenToCourt(_ engine: TestOffice.Engine) async throws {
    let (office, id) = try await TestOffice.refused(engine, at: Fixture.at(2023, 10, 10))
    let register = RegisterObjection(.application(id), receivedOn: .literal(2023, 10, 10), grounds: "收入计算有误。")
    let objection = try await office.run("receptionist", register)
    let early = ContestObjection(objection, .suit, body: "青禾县人民法院", filedOn: .literal(2023, 10, 10))
    #expect(try await !refusedKeys { try await office.run("receptionist", early) }.isEmpty)
    try await office.run("objections", DecideObjection(objection, .uphold, opinion: "原决定认定事实清楚。"))
    try await office.office.jobs.drain()
    office.clock.move(to: Fixture.at(2023, 11, 20))
    let before = ContestObjection(
      objection, .reconsideration, body: "青禾县人民政府", filedOn: .literal(2023, 10, 9))
    #expect(
      try await refusedKeys { try await office.run("receptionist", before) } == ["objection.contestedOn"])
    try await office.browse { open in
      let desk = open()
      try await desk.signIn("receptionist")
      let page = try await desk.get("/objections/\(objection)")
      let filed = try await page.press("登记复议、诉讼").form().fill([
        "remedy": "reconsideration", "body": "青禾县人民政府", "filedOn": "2023-10-30",
      ]).submit()
      #expect(try filed.words().contains("复议或者诉讼中") && filed.words().contains("处理结果维持原决定"))
      let stood = try await filed.press("登记复议、诉讼结果").form().fill([
        "outcome": "stand", "result": "青政复决〔2023〕5号", "endedOn": "2023-11-20",
      ]).submit()
      #expect(try stood.words().contains("维持原决定") && stood.words().contains("青政复决〔2023〕5号"))
    }
    #expect(try await refusedKeys { try await office.run("receptionist", register) } == ["objection.decided"])
    try await office.run(
      "receptionist", ContestObjection(objection, .suit, body: "青禾县人民法院", filedOn: .literal(2023, 11, 20)))
    #expect(try await refusedKeys { try await office.run("receptionist", register) } == ["objection.decided"])
    try await office.run(
      "receptionist",
      EndContest(objection, annulled: true, result: "（2023）青行初3号", receivedOn: .literal(2023, 11, 20)))
    #expect(try await office.papers(.application(id))["F20"] == .revoked)
    #expect(try await office.clocks(.application(id)) == ["TL13": .literal(2023, 11, 27)])
    try await office.browse { open in
      let desk = open()
      try await desk.signIn("receptionist")
      #expect(try await desk.get("/objections/\(objection)").words().contains("被撤销的审查决定处理结果维持原决定"))
    }
    try await office.run("objections", DecideObjection(objection, .correct, opinion: "按生效判决重新审查。"))
    #expect(try await office.application(id).state == .pendingApproval)
    #expect(try await office.clocks(.application(id)).isEmpty)
    let decided = try #require(try await office.objections(.application(id)).first)
    #expect(decided.state == .corrected && decided.number == "青援异字〔2023〕第2号")
    #expect(decided.contest?.result == "（2023）青行初3号")
  }

  /// Before 2022 no law that was read speaks of it, so none is cited; where and with what end must be told.
  @Test func takenToCourtBefore2022() async throws {
    let (office, id) = try await TestOffice.refused(.sqlite, at: Fixture.at(2016, 6, 8))
    let objection = try await office.run(
      "receptionist", RegisterObjection(.application(id), receivedOn: .literal(2016, 6, 8), grounds: "收入计算有误。"))
    try await office.run("objections", DecideObjection(objection, .uphold, opinion: "原决定认定事实清楚。"))
    func contest(_ body: String) async throws -> [String] {
      try await refusedKeys {
        try await office.run(
          "receptionist", ContestObjection(objection, .suit, body: body, filedOn: .literal(2016, 6, 8)))
      }
    }
    func end(_ result: String) async throws -> [String] {
      try await refusedKeys {
        try await office.run(
          "receptionist",
          EndContest(objection, annulled: false, result: result, receivedOn: .literal(2016, 6, 8)))
      }
    }
    #expect(try await contest("") == ["objection.contestBody"])
    #expect(try await contest("青禾县人民法院") == [])
    #expect(try await end("") == ["objection.contestResult"])
    #expect(try await end("（2016）青行初1号") == [])
    for kind in ["objection.contested", "objection.contestEnded"] {
      let event = try #require(try await office.events(kind).first)
      #expect(String(decoding: event.body, as: UTF8.self).contains(#""basis":[]"#))
    }
  }

  /// A12: corrected, the refusal is withdrawn and the director can only grant; then the case opens as after any grant.
  @Test(arguments: TestOffice.Engine.allCases)
  func corrected(_ engine: TestOffice.Engine) async throws {
    let (office, id) = try await TestOffice.refused(engine, at: Fixture.at(2016, 6, 8))
    let objection = try await office.run(
      "clerk", RegisterObjection(.application(id), receivedOn: .literal(2016, 6, 8), grounds: "本人持有低保证。"))
    try await office.run("objections", DecideObjection(objection, .correct, opinion: "应当免予审查。"))
    #expect(try await office.application(id).state == .pendingApproval)
    #expect(try await office.application(id).correctionOrder == "青援异字〔2016〕第1号")
    #expect(try await office.papers(.application(id))["F10"] == .revoked)
    let again = try await refusedKeys {
      try await office.run("director", ApproveApplication(id, .refuse, opinion: "不同意。", reason: "同前。"))
    }
    #expect(again == ["application.correctionOrdered"])
    try await office.browse { open in
      let director = open()
      try await director.signIn("director")
      let approval = try await director.get("/applications/\(id)/approval").words()
      #expect(approval.contains("青援异字〔2016〕第1号"))
    }
    try await office.run("director", ApproveApplication(id, .grant, opinion: "按异议审查决定给予。"))
    #expect(try await office.application(id).state == .granted)
    let county = office.county
    let cases = try await office.services.database.read { try CaseTable.of(id, for: .system(county), $0) }
    #expect(cases.count == 1)
  }

  /// A terminated case goes on: its papers are withdrawn, it waits to be assigned, and the time to assign begins.
  @Test(arguments: TestOffice.Engine.allCases)
  func aTerminatedCaseGoesOn(_ engine: TestOffice.Engine) async throws {
    let (office, id) = try await TestOffice.terminated(engine, at: Fixture.at(2023, 10, 10))
    let objection = try await office.run(
      "receptionist", RegisterObjection(.aidCase(id), receivedOn: .literal(2023, 10, 10), grounds: "并未另行委托。"))
    #expect(try await office.clocks(.aidCase(id)) == ["TL13": .literal(2023, 10, 16)])
    try await office.run("objections", DecideObjection(objection, .correct, opinion: "委托关系不存在。"))
    let found = try await office.aidCase(id)
    #expect(found.state == .opened && found.ended == nil && found.closedOn == nil && found.unit == nil)
    #expect(try await office.clocks(.aidCase(id)) == ["TL05": .literal(2023, 10, 13)])
    let papers = try await office.papers(.aidCase(id))
    #expect(papers["F18"] == .revoked && papers["F19"] == .revoked)
    try await office.assign(id)
    #expect(try await office.aidCase(id).state == .assignedToPerson)
    // A second termination of the same case is possible, and may be objected to.
    try await office.run("lawyer", ProposeTermination(aidCase: id, ground: .ownCounsel, facts: "现已委托。"))
    try await office.run("director", DecideTermination(aidCase: id, isApproved: true, opinion: "同意。"))
    try await office.run(
      "receptionist", RegisterObjection(.aidCase(id), receivedOn: .literal(2023, 10, 10), grounds: "不同意。"))
  }

  /// Whose dossier was handed in already gets another case of the same matter.
  @Test func whoseDossierIsHandedInGetsAnotherCase() async throws {
    let (office, id) = try await TestOffice.terminated(at: Fixture.at(2023, 10, 10))
    try await office.run("firm", RecordTerminationReceived(aidCase: id, receivedOn: .literal(2023, 10, 10)))
    let county = office.county
    _ = try await office.services.database.write(serial: county.uuid) { tx in
      try tx.run("UPDATE aid_case SET state = 'dossierSubmitted' WHERE id = \(id)")
    }
    let objection = try await office.run(
      "receptionist", RegisterObjection(.aidCase(id), receivedOn: .literal(2023, 10, 10), grounds: "并未另行委托。"))
    try await office.run("objections", DecideObjection(objection, .correct, opinion: "委托关系不存在。"))
    let old = try await office.aidCase(id)
    #expect(old.state == .dossierSubmitted && old.ended == .terminated)
    let all = try await office.services.database.read { try CaseTable.of(old.matter, for: .system(county), $0) }
    #expect(all.count == 2 && all.contains { $0.state == .opened && $0.id != id })
  }

  /// A terminated case is not put away before the bureau has decided.
  @Test(arguments: TestOffice.Engine.allCases)
  func anOpenObjectionHoldsTheArchiving(_ engine: TestOffice.Engine) async throws {
    let (office, id) = try await TestOffice.terminated(engine, at: Fixture.at(2023, 10, 10))
    try await office.run("firm", RecordTerminationReceived(aidCase: id, receivedOn: .literal(2023, 10, 10)))
    try await office.run("lawyer", SubmitDossier(aidCase: id))
    try await office.run("supervisor", AcceptDossier(aidCase: id))
    let objection = try await office.run(
      "receptionist", RegisterObjection(.aidCase(id), receivedOn: .literal(2023, 10, 10), grounds: "并未另行委托。"))
    let archive = ArchiveCase(aidCase: id, retention: .permanent)
    #expect(try await refusedKeys { try await office.run("archivist", archive) } == ["objection.undecided"])
    try await office.run("objections", DecideObjection(objection, .uphold, opinion: "维持。"))
    #expect(try await refusedKeys { try await office.run("archivist", archive) } == [])
    #expect(try await office.aidCase(id).state == .archived)
  }

  @Test func whatIsRefused() async throws {
    let (office, id) = try await TestOffice.refused(at: Fixture.at(2023, 10, 10))
    func registering(_ day: Day, _ grounds: String = "收入计算有误。") async throws -> [String] {
      try await refusedKeys {
        try await office.run("clerk", RegisterObjection(.application(id), receivedOn: day, grounds: grounds))
      }
    }
    #expect(try await registering(.literal(2023, 10, 9)) == ["objection.receivedOn"])
    #expect(try await registering(.literal(2023, 10, 11)) == ["objection.receivedOn"])
    #expect(try await registering(.literal(2023, 10, 10), "") == ["objection.grounds"])
    let granted = try await office.reviewed(.grant)
    let nothing = try await refusedKeys {
      try await office.run(
        "clerk", RegisterObjection(.application(granted), receivedOn: .literal(2023, 10, 10), grounds: "不服。"))
    }
    #expect(nothing == ["objection.nothingDecided"])

    let objection = try await office.run(
      "clerk", RegisterObjection(.application(id), receivedOn: .literal(2023, 10, 10), grounds: "不服。"))
    let byDirector = try await refusedKeys {
      try await office.run("director", DecideObjection(objection, .uphold, opinion: "维持。"))
    }
    #expect(byDirector == ["not-allowed"])
    try await office.run("clerk", WithdrawObjection(objection))
    #expect(try await office.clocks(.application(id)).isEmpty)
    let closed = try await refusedKeys {
      try await office.run("objections", DecideObjection(objection, .uphold, opinion: "维持。"))
    }
    #expect(closed == ["wrong-state"])
  }

  /// S3: at the bureau, and by nobody who had a part in the decision; the attempt is written into the audit log.
  @Test func whoTookPartDoesNotDecide() async throws {
    let (office, id) = try await TestOffice.refused(at: Fixture.at(2023, 10, 10))
    let objection = try await office.run(
      "clerk", RegisterObjection(.application(id), receivedOn: .literal(2023, 10, 10), grounds: "不服。"))
    for login in ["director", "reviewer"] {
      let known = try await office.principal(login)
      let (user, agency) = (try #require(known.user), try #require(known.agency))
      for kind in [AgencyKind.centre, .bureau] {
        let principal = Principal(
          user: user, name: known.name, county: known.county, agency: agency, agencyKind: kind,
          agencyName: known.agencyName, roles: [.objectionReviewer], agencies: known.agencies)
        let refused = try await refusedKeys {
          try await office.office.runner.run(DecideObjection(objection, .uphold, opinion: "维持。"), as: principal)
        }
        #expect(refused == ["objection.tookPart"])
      }
    }
    let kept = try await office.value("SELECT COUNT(*) FROM event WHERE kind = 'action.refused'", as: Int.self)
    #expect(kept == 4)
  }

  /// Through the pages: from the application to the bureau's decision.
  @Test(arguments: TestOffice.Engine.allCases)
  func throughThePages(_ engine: TestOffice.Engine) async throws {
    let (office, id) = try await TestOffice.refused(engine, at: Fixture.at(2023, 10, 10))
    try await office.browse { open in
      let counter = open()
      try await counter.signIn("receptionist")
      let page = try await counter.get("/applications/\(id)").words()
      #expect(page.contains("登记异议"))
      let path = "/applications/\(id)/objection"
      let shown = try await counter.get(path).form(action: path).fill(["grounds": "收入计算有误。"]).submit()
      let registered = try shown.words()
      #expect(registered.contains("审查中"))
      let bureau = open()
      try await bureau.signIn("objections")
      let work = try await bureau.get("/work").words()
      #expect(work.contains("审查异议"))
      let list = try await bureau.get("/objections")
      let shownList = try list.words()
      #expect(shownList.contains("审查中") && shownList.contains("2023年10月16日"))
      let found: ObjectionID = try #require(
        try await office.value("SELECT id FROM objection", as: ObjectionID.self))
      let decision = "/objections/\(found)/decision"
      let empty = try await bureau.get(decision).form(action: decision).submit()
      #expect(empty.status == 422)
      let decided = try await empty.form(action: decision).fill(["outcome": "correct", "opinion": "应当给予。"]).submit()
      let after = try decided.words()
      #expect(after.contains("责令改正") && after.contains("秦岚"))
    }
  }
}
