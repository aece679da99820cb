import Cases
import Intake
import Kernel
import Localization
import Storage
import TestSupport
import Testing
import Web
import WorkCalendar

/// 接收卷宗 · Several dossiers are accepted in one submission; one that lacks something is refused by its number.
@Suite struct DossiersTests {
  private let path = "/dossiers"

  /// Several dossiers that were handed in on one day.
  private func submitted(_ office: TestOffice, _ recipients: String...) async throws -> [CaseFlow] {
    var flows: [CaseFlow] = []
    for recipient in recipients { flows.append(try await CaseFlow.open(office, recipient: recipient)) }
    for flow in flows { try await flow.begin() }
    let day = Day.literal(2016, 7, 29)
    office.clock.move(to: day)
    for flow in flows {
      try await office.run(
        "lawyer",
        CloseCase(
          aidCase: flow.id, basis: .judgment, closedOn: day, result: .claimsWhole, outcome: "判决支持。",
          instrument: flow.scan))
      try await office.run("lawyer", SubmitDossier(aidCase: flow.id))
    }
    return flows
  }

  private func chosen(_ flow: CaseFlow) async throws -> String {
    ChosenRow(flow.id, try await flow.aidCase.version).description
  }

  /// A scan that is not in the dossier after all.
  private func lose(_ item: String, of flow: CaseFlow) async throws {
    try await flow.office.meddle("DELETE FROM attachment WHERE subject_id = \(flow.id) AND kind = \(item)")
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func severalAreAcceptedAndWhatLacksSomethingIsNot(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let flows = try await submitted(office, "赵春兰", "钱小明", "孙大勇")
    let (one, other, lacking) = (flows[0], flows[1], flows[2])
    let rows = [try await chosen(one), try await chosen(other), try await chosen(lacking)]
    let number = try await lacking.aidCase.number
    try await office.browse { open in
      let supervisor = open()
      try await supervisor.signIn("supervisor")
      let page = try await supervisor.get(path)
      #expect(try page.words().contains("可以一并接收3份"))
      let nothing = try await page.form(action: path).submit()
      #expect(nothing.status == 422)
      #expect(try nothing.words().contains("请至少选择一份卷宗。"))
      let form = try page.form(action: path).fill(["chosen": rows])
      try await lose("instrument", of: lacking)
      let done = try await form.submit()
      #expect(done.status == 422)
      let words = try done.words()
      #expect(words.contains("已接收2份"))
      #expect(words.contains("\(number)：卷宗缺少"))
      #expect(words.contains("可以一并接收0份，不能接收1份"))
      #expect(!done.text.contains("value=\"\(lacking.id)@"))
      // Sent twice, each is answered with its first result.
      _ = try await form.submit()
    }
    for flow in [one, other] { #expect(try await flow.aidCase.state == .dossierAccepted) }
    #expect(try await lacking.aidCase.state == .dossierSubmitted)
    #expect(try await office.value("SELECT COUNT(*) FROM event WHERE kind = 'case.dossierAccepted'") == 2)
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func whatChangedMeanwhileIsRefusedAndTheOthersGoOn(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let flows = try await submitted(office, "赵春兰", "钱小明")
    let (one, changed) = (flows[0], flows[1])
    let rows = [try await chosen(changed), try await chosen(one)]
    let number = try await changed.aidCase.number
    try await office.browse { open in
      let supervisor = open()
      try await supervisor.signIn("supervisor")
      let form = try await supervisor.get(path).form(action: path).fill(["chosen": rows])
      try await office.run("supervisor", ReturnDossier(aidCase: changed.id, items: ["F21"], reason: "缺签名"))
      try await office.run("lawyer", SubmitDossier(aidCase: changed.id))
      let page = try await form.submit()
      #expect(page.status == 422)
      let words = try page.words()
      #expect(words.contains("\(number)：在您填写期间"))
      #expect(words.contains("已接收1份"))
      // Looked at again and chosen anew, it is accepted.
      let again = try page.form(action: path).fill(["chosen": [try await chosen(changed)]])
      let done = try await again.submit()
      #expect(done.status == 200)
      #expect(try done.words().contains("已接收1份：\(number)"))
    }
    for flow in [one, changed] { #expect(try await flow.aidCase.state == .dossierAccepted) }
    #expect(try await office.value("SELECT COUNT(*) FROM event WHERE kind = 'case.dossierAccepted'") == 2)
  }

  @Test func moreThanAHundredAreNotDoneAtOnce() async throws {
    let office = try await CaseFlow.office()
    let flow = try #require(try await submitted(office, "赵春兰").first)
    try await office.browse { open in
      let supervisor = open()
      try await supervisor.signIn("supervisor")
      let rows = (0...100).map { _ in ChosenRow(CaseID(), 1).description }
      let page = try await supervisor.get(path).form(action: path).send(["chosen": rows]).submit()
      #expect(page.status == 422)
      #expect(try page.words().contains("一次最多选择100项，现在选了101项"))
      // Somebody else's, or nothing at all, is not found and named by nothing.
      let strange = try await supervisor.get(path).form(action: path).send(["chosen": [rows[0]]]).submit()
      #expect(try strange.words().contains("—：没有找到"))
    }
    #expect(try await flow.aidCase.state == .dossierSubmitted)
  }
}
