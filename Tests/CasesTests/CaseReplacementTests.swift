import App
import Cases
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 更换法律援助人员: who may ask, who decides, and what it does to the case (程序规定 2012, 30, 31; 法律援助法 55).
@Suite struct CaseReplacementTests {
  /// B8: the unit names another; the old undertaker sees the case no longer.
  @Test(arguments: TestOffice.Engine.allCases)
  func theUnitNamesAnother(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.begin()
    try await ask(flow)
    // Five working days from 12 May 2016.
    #expect(try await flow.clocks == ["TL14": .literal(2016, 5, 19)])
    try await decide(flow, .unitReplaces)
    let replacing = try await flow.aidCase
    #expect(replacing.state == .replacing && replacing.undertaker == nil && replacing.engagedOn == nil)
    #expect(try await flow.clocks == ["TL11": .literal(2016, 5, 19)])
    #expect(try await sees(flow, "lawyer") == false)
    #expect(try await sees(flow, "firm"))

    let old = try #require(try await flow.lawyer("lawyer").person)
    let new = try #require(try await flow.lawyer("lawyer2").person)
    func name(_ person: LegalAidPersonID) -> NameUndertaker {
      NameUndertaker(aidCase: flow.id, person: person, organ: "青禾县人民法院")
    }
    #expect(try await refusedKeys { try await flow.office.run("firm", name(old)) } == ["assignment.Q13"])
    try await flow.office.run("firm", name(new))
    #expect(try await flow.aidCase.state == .assignedToPerson)
    #expect(try await sees(flow, "lawyer2"))
    try await flow.office.run(
      "lawyer2", RecordHandover(aidCase: flow.id, handedOverOn: CaseFlow.assigned, note: "卷宗一册", list: flow.scan))

    let (id, subjects) = (flow.id, try await flow.aidCase.subjects)
    let (assignments, replacements, papers) = try await flow.office.services.database.read { reader in
      (
        try AssignmentTable.of(id, reader), try ReplacementTable.of(id, reader),
        try PaperTable.of(subjects, reader).filter { ["F16", "F17"].contains($0.form) }
      )
    }
    #expect(assignments.map(\.personName) == ["张静", "何涛"])
    #expect(assignments.map(\.endedBecause) == ["replaced", nil])
    #expect(replacements.map(\.state) == [.handedOver] && replacements.map(\.oldPersonName) == ["张静"])
    #expect(papers.map(\.form) == ["F16", "F17"] && papers.map(\.number) == [nil, "青援更字〔2016〕第1号"])
    #expect(papers.allSatisfy { $0.approverName == "刘卫国" })
    // The new undertaker signs an agreement of his own.
    try await flow.office.run(
      "lawyer2", EngageRecipient(aidCase: flow.id, engagedOn: CaseFlow.assigned, agreement: flow.scan))
    #expect(try await flow.aidCase.state == .engaged)
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func theUnitDropsTheCaseAndItIsAssignedAnew(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.assign()
    try await flow.office.run(
      "lawyer", RequestReplacement(aidCase: flow.id, ground: .conflict, reason: "对方是本所顾问单位。"))
    try await decide(flow, .unitDrops)
    let opened = try await flow.aidCase
    #expect(opened.state == .opened && opened.unit == nil && opened.assignedOn == nil)
    #expect(try await flow.clocks == ["TL05": .literal(2016, 5, 23)])
    for login in ["lawyer", "firm"] { #expect(try await sees(flow, login) == false) }
    #expect(try await refusedKeys { try await flow.assign("lawyer") } == ["assignment.Q13"])
    try await flow.assign("lawyer3")
    #expect(try await flow.aidCase.state == .assignedToPerson)
  }

  @Test func refusedTheUndertakerGoesOn() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    let before = try await flow.aidCase
    try await ask(flow)
    try await decide(flow, .refused)
    let after = try await flow.aidCase
    #expect(
      after.state == .inProgress && after.undertaker == before.undertaker && after.engagedOn == before.engagedOn)
    #expect(try await flow.clocks.isEmpty)
    try await ask(flow)
  }

  @Test func whatARequestIsRefusedFor() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    func request(
      _ login: String, _ ground: ReplacementGround, _ reason: String = "理由", _ evidence: StoredUpload? = nil
    ) async throws -> [String] {
      try await refusedKeys {
        try await flow.office.run(
          login, RequestReplacement(aidCase: flow.id, ground: ground, reason: reason, evidence: evidence))
      }
    }
    #expect(try await request("reviewer", .organAsks) == ["replacement.state"])
    try await flow.assign()
    #expect(
      try await request("reviewer", .dutyNotDone, "") == ["replacement.reason", "replacement.evidence"])
    #expect(try await request("lawyer", .organAsks) == ["replacement.ground"])
    #expect(try await request("lawyer3", .conflict) == ["not-found"])
    #expect(try await request("lawyer", .inability) == [])
    #expect(try await request("reviewer", .organAsks) == ["replacement.open"])
  }

  @Test func theDecisionFollowsTheOpinion() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.assign()
    let decision = DecideReplacement(aidCase: flow.id, outcome: .unitReplaces, opinion: "同意")
    #expect(try await refusedKeys { try await flow.office.run("director", decision) } == ["replacement.none"])
    try await ask(flow)
    #expect(try await refusedKeys { try await flow.office.run("director", decision) } == ["wrong-state"])
    #expect(
      try await refusedKeys {
        try await flow.office.run("firm", ReturnAssignment(aidCase: flow.id, ground: .other, reason: "无人"))
      } == ["return.replacement"])
  }

  /// Separation of duties, 1: the opinion and the decision are of two persons; the attempt is written down.
  @Test func whoReviewedDoesNotDecide() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.assign()
    try await ask(flow)
    try await flow.office.run("reviewer", ReviewReplacement(aidCase: flow.id, recommends: true, opinion: "属实"))
    let (id, director) = (flow.id, try await flow.office.principal("director"))
    _ = try await flow.office.services.database.write(serial: nil) {
      try $0.run("UPDATE replacement SET reviewer = \(director.user) WHERE aid_case = \(id)")
    }
    let decision = DecideReplacement(aidCase: flow.id, outcome: .unitReplaces, opinion: "同意")
    #expect(
      try await refusedKeys { try await flow.office.run("director", decision) } == [
        "separation.reviewer-approves"
      ])
    #expect(
      try await flow.office.value("SELECT COUNT(*) FROM event WHERE kind = 'action.refused'", as: Int.self) == 1)
  }

  /// Nobody decides what he asked for himself.
  @Test(arguments: TestOffice.Engine.allCases)
  func whoAskedDoesNotDecide(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.assign()
    try await ask(flow)
    try await flow.office.run("reviewer", ReviewReplacement(aidCase: flow.id, recommends: true, opinion: "属实"))
    let (id, director) = (flow.id, try await flow.office.principal("director"))
    let asked = try await flow.office.services.database.read { try ReplacementTable.of(id, $0).map(\.requester) }
    #expect(asked == [try await flow.office.principal("receptionist").user])
    _ = try await flow.office.services.database.write(serial: nil) {
      try $0.run("UPDATE replacement SET requester = \(director.user) WHERE aid_case = \(id)")
    }
    let decision = DecideReplacement(aidCase: flow.id, outcome: .unitReplaces, opinion: "同意")
    #expect(
      try await refusedKeys { try await flow.office.run("director", decision) } == ["replacement.requester"])
    #expect(
      try await flow.office.value("SELECT COUNT(*) FROM event WHERE kind = 'action.refused'", as: Int.self) == 1)
  }

  /// Separation of duties, 2: a lawyer of the centre who also reviews there does not review whether he is replaced.
  @Test func theUndertakerDoesNotJudgeHimself() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.assign("lawyer4")
    try await ask(flow)
    let (own, one) = (try await flow.office.principal("lawyer4"), try await flow.office.principal("reviewer"))
    func reviewing(_ person: LegalAidPersonID?) throws -> Principal {
      Principal(
        user: try #require(one.user), name: one.name, county: one.county, agency: try #require(one.agency),
        agencyKind: one.agencyKind, agencyName: one.agencyName, roles: one.roles, agencies: one.agencies,
        undertaker: person)
    }
    let review = ReviewReplacement(aidCase: flow.id, recommends: false, opinion: "不属实")
    #expect(own.undertaker != nil)
    #expect(
      try await refusedKeys { try await flow.office.office.runner.run(review, as: reviewing(own.undertaker)) }
        == [
          "case.ownMatter"
        ])
    try await flow.office.office.runner.run(review, as: reviewing(nil))
  }

  /// Separation of duties, 2: who recused from the application decides nothing about its case.
  @Test(arguments: TestOffice.Engine.allCases)
  func aRecusalHoldsForTheCaseToo(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.assign()
    try await ask(flow)
    try await flow.office.run("reviewer", ReviewReplacement(aidCase: flow.id, recommends: true, opinion: "属实"))
    let (found, director) = (try await flow.aidCase, try await flow.office.principal("director"))
    _ = try await flow.office.services.database.write(serial: nil) {
      try $0.run(
        """
        INSERT INTO recusal (id, county, application, person, person_name, source, reason, raised_on, is_granted,
          last_event)
        VALUES (\(UUIDv7()), \(found.county), \(found.application), \(director.user), \(director.name),
          \(Recusal.Source.applicant), '与对方是同学', \(CaseFlow.assigned), 1, 1)
        """)
    }
    let decision = DecideReplacement(aidCase: flow.id, outcome: .unitReplaces, opinion: "同意")
    #expect(
      try await refusedKeys { try await flow.office.run("director", decision) } == [
        SeparationRules.interestedMustRecuse.key
      ])
  }

  /// The centre's own people are assigned by the centre.
  @Test func theCentreNamesItsOwnAnew() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.assign("lawyer4")
    try await ask(flow)
    #expect(try await refusedKeys { try await decide(flow, .unitReplaces) } == ["replacement.unit"])
  }

  /// 律师法 39: who once acted for one side does not act for the other, replaced or not.
  @Test(arguments: TestOffice.Engine.allCases)
  func whoWasReplacedDoesNotChangeSides(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let first = try await CaseFlow.open(office, recipient: "赵春兰", against: "李建国")
    try await first.assign("lawyer")
    try await ask(first)
    try await decide(first, .unitDrops)
    try await first.assign("lawyer3")
    let other = try await CaseFlow.open(office, recipient: "李建国", against: "赵春兰")
    #expect(try await refusedKeys { try await other.assign("lawyer") } == ["assignment.Q6", "assignment.Q7"])
  }

  @Test func throughThePages() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    let path = "/cases/\(flow.id)"
    try await flow.office.browse { browser in
      // What only the recipient or the organ may give is shown to the lawyer with its reason, and cannot be chosen.
      let own = browser()
      try await own.signIn("lawyer")
      let grounds = try await own.get("\(path)/replacement").root().all("input").filter { $0["name"] == "ground" }
      #expect(grounds.filter { $0["disabled"] != nil }.compactMap { $0["value"] } == ["RP1", "RP4"])
      let reviewer = browser()
      try await reviewer.signIn("reviewer")
      let asked = try await reviewer.get("\(path)/replacement").form(action: "\(path)/replacement")
        .fill(["ground": "RP1", "reason": "两次开庭均未到庭。"])
        .attach(.init("evidence", "申请.pdf", Array("%PDF-1.4 scan".utf8))).submit()
      #expect(try asked.words().contains("两次开庭均未到庭。"))
      #expect(try await reviewer.get("/work").links().contains("\(path)/replacement-review"))
      _ = try await reviewer.get("\(path)/replacement-review").form(action: "\(path)/replacement-review")
        .fill(["recommends": "yes", "opinion": "情况属实。"]).submit()

      let director = browser()
      #expect(try await director.signIn("director").links().contains("\(path)/replacement-decision"))
      let page = try await director.get("\(path)/replacement-decision")
      #expect(try page.words().contains("情况属实。"))
      let decided = try await page.form(action: "\(path)/replacement-decision")
        .fill(["outcome": "unitReplaces", "opinion": "同意。", "arrangeWithin": "5"]).submit()
      #expect(try decided.words().contains("更换承办人员"))

      let lawyer = browser()
      try await lawyer.signIn("lawyer")
      #expect(try await lawyer.get(path).status == 404)
      let firm = browser()
      #expect(try await firm.signIn("firm").links().contains("\(path)/undertaker"))
      _ = try await firm.get("/language?to=en&next=/work")
      #expect(try await firm.get(path).words().contains("Replacement and termination"))
    }
  }

  private func ask(_ flow: CaseFlow) async throws {
    try await flow.office.run(
      "receptionist",
      RequestReplacement(aidCase: flow.id, ground: .dutyNotDone, reason: "两次开庭未到庭。", evidence: flow.scan))
  }

  private func decide(_ flow: CaseFlow, _ outcome: ReplacementOutcome) async throws {
    try await flow.office.run("reviewer", ReviewReplacement(aidCase: flow.id, recommends: true, opinion: "属实"))
    try await flow.office.run("director", DecideReplacement(aidCase: flow.id, outcome: outcome, opinion: "同意"))
  }

  private func sees(_ flow: CaseFlow, _ login: String) async throws -> Bool {
    let (principal, id) = (try await flow.office.principal(login), flow.id)
    return try await flow.office.services.database.read { (try? CaseTable.one(id, for: principal, $0)) != nil }
  }
}
