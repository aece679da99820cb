import Cases
import Intake
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 终止案件的卷宗: it is handed in from the day the termination was received, with what was made (程序规定 2012, 34; 2023, 41).
@Suite struct TerminatedDossierTests {
  /// TL18: thirty days from the receipt; refused before it; returned, mended and accepted as any other dossier.
  @Test(arguments: TestOffice.Engine.allCases)
  func tl18_ofATerminatedCaseRunsFromTheReceipt(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.begin()
    try await terminate(flow, proposedBy: "lawyer")
    let submit = SubmitDossier(aidCase: flow.id)
    let upload = UploadToCase(aidCase: flow.id, item: "evidence", file: flow.scan)
    #expect(
      try await refusedKeys { try await flow.office.run("lawyer", submit) } == [
        "dossier.terminationNotReceived"
      ])
    #expect(try await refusedKeys { try await flow.office.run("lawyer", upload) } == ["dossier.closed"])
    #expect(try await flow.clocks.isEmpty)
    #expect(try await items(flow, "lawyer").map(\.path) == ["/cases/\(flow.id)/termination-receipt"])
    #expect(try await receive(flow) == .literal(2016, 5, 18))
    #expect(try await flow.clocks == ["TL18": .literal(2016, 6, 17)])
    let item = try #require(try await items(flow, "lawyer").first)
    #expect(item.path == "/cases/\(flow.id)/dossier" && item.limitKey == "TL18")
    #expect(item.dueOn == .literal(2016, 6, 17))
    #expect(try await items(flow, "firm").isEmpty)
    try await flow.office.run("lawyer", upload)
    try await flow.office.run("lawyer", submit)
    #expect(try await flow.clocks.map(\.key) == ["TL19"])
    try await flow.office.run("supervisor", ReturnDossier(aidCase: flow.id, items: ["evidence"], reason: "缺页"))
    try await flow.office.run("lawyer", upload)
    try await flow.office.run("lawyer", submit)
    try await flow.office.run("supervisor", AcceptDossier(aidCase: flow.id))
    let accepted = try await flow.aidCase
    #expect(accepted.state == .dossierAccepted && accepted.ended == .terminated)
    #expect(accepted.closedOn == .literal(2016, 5, 18))
  }

  /// TL18, AT-3.7: nothing of a closing is asked for, and the decision is always in it.
  @Test func whatItsDossierHolds() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    try await terminate(flow, proposedBy: "lawyer")
    _ = try await receive(flow)
    let standing = try await standing(flow)
    #expect(standing.missing.isEmpty)
    let codes = Set(standing.items.map(\.code))
    #expect(codes.isSuperset(of: ["F09", "F11", "F18", "F19", "agreement", "meeting"]))
    #expect(codes.isDisjoint(with: ["F21", "instrument", "opinion", "settlement"]))
    let facts = DossierChecklist.Facts(isHeard: true, isExempt: true, closedBy: .terminationNotice)
    for form in CaseForm.allCases {
      #expect(DossierChecklist.missing(form, facts, given: []).map(\.code) == ["F18"])
    }
  }

  @Test func theLawyersNextStepIsOnHisPhone() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    try await terminate(flow, proposedBy: "lawyer")
    let path = "/cases/\(flow.id)"
    try await flow.office.browse { browser in
      let lawyer = browser()
      try await lawyer.signIn("lawyer")
      let waiting = try await lawyer.get("/my-cases")
      #expect(try waiting.words().contains("待登记收到终止公函"))
      #expect(try waiting.links().contains("\(path)/termination-receipt"))
      #expect(try await !lawyer.get(path).links().contains("\(path)/dossier"))
      #expect(try await lawyer.get("\(path)/dossier").words().contains("还没有登记收到终止公函"))
      _ = try await lawyer.get("\(path)/termination-receipt").form(action: "\(path)/termination-receipt")
        .fill(["receivedOn": "2016-05-12"]).submit()
      let mine = try await lawyer.get("/my-cases").words()
      #expect(mine.contains("已终止，待提交卷宗") && mine.contains("提交立卷材料") && !mine.contains("结案法律文书"))
      let handedIn = try await lawyer.get("\(path)/dossier").form(action: "\(path)/dossier").submit()
      let stages = try handedIn.root().all("ol").filter { $0["class"] == "steps" }.map(\.text)
      #expect(stages.count == 1 && stages.allSatisfy { $0.contains("已终止") && $0.contains("提交卷宗") })
      #expect(try await !lawyer.get("/my-cases").links().contains("\(path)/dossier"))
    }
  }

  /// TL18: before a unit was named nobody has a dossier to hand in, so no clock runs and the page says so.
  @Test func nobodyHandsInWhatNobodyUndertook() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await terminate(flow, proposedBy: "assigner")
    #expect(try await flow.clocks.isEmpty)
    #expect(try await flow.aidCase.closedOn == flow.office.clock.now.day)
    for login in ["assigner", "lawyer", "firm"] { #expect(try await items(flow, login).isEmpty) }
    try await flow.office.browse { browser in
      let assigner = browser()
      try await assigner.signIn("assigner")
      #expect(try await assigner.get("/cases/\(flow.id)").words().contains("不计算立卷期限"))
    }
  }

  /// TL18: a unit that had named nobody yet hands it in itself.
  @Test func aUnitWithoutAnUndertakerHandsItIn() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    flow.office.clock.move(to: CaseFlow.assigned)
    let unit = try await flow.lawyer("lawyer").unit
    try await flow.office.run(
      "assigner",
      AssignCase(aidCase: flow.id, choice: AssignmentChoice(unit: unit, person: nil), reason: "就近", organ: nil))
    try await terminate(flow, proposedBy: "firm")
    _ = try await receive(flow)
    let item = try #require(try await items(flow, "firm").first)
    #expect(item.path == "/cases/\(flow.id)/dossier" && item.limitKey == "TL18")
    try await flow.office.run("firm", SubmitDossier(aidCase: flow.id))
    #expect(try await flow.aidCase.state == .dossierSubmitted)
  }

  private func terminate(_ flow: CaseFlow, proposedBy login: String) async throws {
    try await flow.office.run(
      login, ProposeTermination(aidCase: flow.id, ground: .ownCounsel, facts: "受援人已自行委托律师。"))
    try await flow.office.run("director", DecideTermination(aidCase: flow.id, isApproved: true, opinion: "同意"))
  }

  private func receive(_ flow: CaseFlow) async throws -> Day? {
    flow.office.clock.move(to: .literal(2016, 5, 20))
    try await flow.office.run(
      "firm", RecordTerminationReceived(aidCase: flow.id, receivedOn: .literal(2016, 5, 18)))
    return try await flow.aidCase.closedOn
  }

  private func standing(_ flow: CaseFlow) async throws -> DossierStanding {
    let (found, services) = (try await flow.aidCase, flow.office.services)
    return try await services.database.read { try DossierStanding.of(found, services, $0) }
  }

  private func items(_ flow: CaseFlow, _ login: String) async throws -> [WorkItem] {
    let (principal, today) = (try await flow.office.principal(login), flow.office.clock.now.day)
    return try await flow.office.services.database.read { reader in
      try Cases.capability.workItems.filter { principal.holds($0.permission) }
        .flatMap { try $0.load(reader, principal, today) }
    }
  }
}
