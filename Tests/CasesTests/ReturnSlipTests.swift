import Cases
import Intake
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 退回卷宗 · One slip lists everything; what comes later needs a reason.
@Suite struct ReturnSlipTests {
  /// AT-12.6: three items on one slip; a fourth later needs the supervisor's written reason.
  @Test(arguments: TestOffice.Engine.allCases)
  func aFourthItemLaterNeedsAWrittenReason(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.submit()
    let office = flow.office
    try await office.run(
      "supervisor",
      ReturnDossier(
        aidCase: flow.id, items: ["instrument", "meeting", "F21"], reason: "材料不全",
        itemReasons: ["meeting": "受援人没有签名"]))
    let first = try #require(try await slips(flow).first)
    #expect(first.lines.map(\.item) == ["meeting", "instrument", "F21"])
    #expect(first.lines.first?.reason == "受援人没有签名" && first.addedBecause == nil)
    try await office.run("lawyer", SubmitDossier(aidCase: flow.id))

    let more = ReturnDossier(aidCase: flow.id, items: ["F21", "agreement"], reason: "仍缺")
    #expect(try await refusedKeys { try await office.run("supervisor", more) } == ["dossier.added"])
    #expect(try await flow.aidCase.state == .dossierSubmitted)
    try await office.run(
      "supervisor", ReturnDossier(aidCase: flow.id, items: ["F21"], reason: "仍未签名"))
    try await office.run("lawyer", SubmitDossier(aidCase: flow.id))
    try await office.run(
      "supervisor",
      ReturnDossier(aidCase: flow.id, items: more.items, reason: more.reason, addedBecause: "复核时发现协议缺页"))
    let all = try await slips(flow)
    #expect(all.map(\.lines.count) == [3, 1, 2])
    #expect(all.last?.addedBecause == "复核时发现协议缺页")
    let papers = try await office.services.database.read { try PaperTable.of([.aidCase(flow.id)], $0) }
    #expect(papers.count { $0.form == "RETURN" } == 3)
  }

  /// AT-12.6: the undertaker sees every reason, each with the link that adds the item.
  @Test func theUndertakerSeesWhatToMend() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.submit()
    let path = "/cases/\(flow.id)"
    try await flow.office.browse { browser in
      let supervisor = browser()
      try await supervisor.signIn("supervisor")
      let check = try await supervisor.get("\(path)/dossier-check").form(action: "\(path)/dossier-check")
      _ = try await check.send([
        "items": ["meeting", "F21"], "why.meeting": ["受援人没有签名"], "reason": ["补齐后再交"], "result": ["return"],
      ]).submit()
      let undertaker = browser()
      try await undertaker.signIn("lawyer")
      let page = try await undertaker.get(path)
      #expect(try page.words().contains("受援人没有签名"))
      #expect(try page.links().contains("\(path)/files?item=meeting"))
      let files = try await undertaker.get("\(path)/files?item=F21").form(action: "\(path)/files")
      #expect(files.value("item") == "F21")
      #expect(try await undertaker.get("\(path)/dossier").words().contains("补齐后再交"))

      _ = try await undertaker.get("\(path)/dossier").form(action: "\(path)/dossier").submit()
      let again = try await supervisor.get("\(path)/dossier-check").form(action: "\(path)/dossier-check")
      let refused = try await again.send(["items": ["identity"], "reason": ["不清楚"], "result": ["return"]]).submit()
      #expect(refused.status == 422)
      #expect(try !refused.error(at: "addedBecause").isEmpty)
    }
  }

  private func slips(_ flow: CaseFlow) async throws -> [ReturnSlip] {
    try await flow.office.services.database.read { [id = flow.id] in try ReturnSlipTable.of(id, $0) }
  }
}
