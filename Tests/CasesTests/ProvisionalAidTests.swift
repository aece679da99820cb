import Cases
import Foundation
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 先行提供法律援助: aid before the decision, and what becomes of it (程序规定 2012, 18; 法律援助法 44; steps A13, A14).
@Suite struct ProvisionalAidTests {
  /// A13: seven days are not fewer than seven; the case opens on the day of the order. A14: the grant opens no second one.
  @Test(arguments: TestOffice.Engine.allCases)
  func aCaseOpensAtOnceAndTheGrantConfirmsIt(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let id = try await registered(office)
    #expect(try await order(office, id, periodEnds: nil) == ["provisional.period"])
    #expect(try await order(office, id, periodEnds: .literal(2016, 5, 13)) == ["provisional.notUrgent"])
    #expect(try await order(office, id, periodEnds: .literal(2016, 5, 5)) == ["provisional.period"])
    #expect(
      try await order(office, id, periodEnds: .literal(2016, 5, 12), supplyBy: .literal(2016, 5, 5), reason: "")
        == ["provisional.supplyBy", "provisional.reason"])
    #expect(try await order(office, id, periodEnds: .literal(2016, 5, 12)) == [])
    #expect(try await order(office, id, periodEnds: .literal(2016, 5, 12)) == ["provisional.known"])
    let opened = try #require(try await cases(office, id).first)
    #expect(opened.acceptedOn == .literal(2016, 5, 6) && opened.state == .opened)
    #expect(try await forms(office, id).contains("F09P"))

    try await office.run("receptionist", AcceptApplication(id))
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    office.clock.move(to: CaseFlow.granted)
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    #expect(try await cases(office, id).map(\.id) == [opened.id])
    #expect(try await forms(office, id).contains("F09"))
    #expect(try await order(office, id, periodEnds: .literal(2016, 5, 12)) == ["provisional.decided"])
  }

  /// A14: what fails is proposed for termination in the reviewer's name, and the head of the centre decides it (F18).
  @Test(arguments: TestOffice.Engine.allCases)
  func aRefusalProposesItsTermination(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let id = try await registered(office)
    try await office.run("receptionist", AcceptApplication(id))
    #expect(try await order(office, id, .urgent) == [])
    try await office.run("reviewer", ReviewApplication(id, .refuse, opinion: "不符合经济困难条件。"))
    try await office.run("director", ApproveApplication(id, .refuse, opinion: "同意。", reason: "不符合经济困难标准"))
    let opened = try #require(try await cases(office, id).first)
    let proposed = try await office.services.database.read { try TerminationTable.of(opened.id, $0) }
    #expect(proposed.map(\.ground) == [.otherByLaw])
    #expect(proposed.map(\.proposer) == [try await office.principal("reviewer").user])
    try await office.run("director", DecideTermination(aidCase: opened.id, isApproved: true, opinion: "同意终止。"))
    #expect(try await cases(office, id).map(\.state) == [.terminated])
  }

  @Test func withoutItsCaseNothingIsProposed() async throws {
    let office = try await CaseFlow.office()
    let id = try await registered(office)
    try await office.run("clerk", WithdrawApplication(id, reason: "本人书面撤回。"))
    #expect(try await cases(office, id).isEmpty)
  }

  @Test func throughThePages() async throws {
    let office = try await CaseFlow.office()
    let id = try await registered(office)
    let path = "/applications/\(id)/provisional-aid"
    try await office.browse { open in
      let director = open()
      try await director.signIn("director")
      #expect(try await director.get("/applications/\(id)").text.contains("先行提供法律援助"))
      let form = try await director.get(path).form(action: path)
      let typed = ["ground": "limitation", "periodEnds": "2016-06-30", "reason": "明日将过仲裁时效。"]
      let refused = try await form.fill(typed).submit()
      #expect(refused.status == 422 && refused.text.contains("明日将过仲裁时效。"))
      let done = try await form.fill(["ground": "limitation", "periodEnds": "2016-05-08", "reason": "仲裁时效将过。"])
        .submit()
      #expect(done.text.contains("先行提供法律援助决定书") && done.text.contains("仲裁时效将过。"))
      #expect(try await director.get(path).text.contains("已经先行提供法律援助"))
    }
    let opened = try #require(try await cases(office, id).first)
    office.clock.move(to: .literal(2016, 5, 12))
    try await office.browse { open in
      let reviewer = open()
      try await reviewer.signIn("reviewer")
      #expect(try await reviewer.get("/work").text.contains("先行提供法律援助，补充期限将到"))
      let assigner = open()
      try await assigner.signIn("assigner")
      #expect(try await assigner.get("/cases/\(opened.id)").text.contains("先行提供法律援助"))
    }
  }

  private func registered(_ office: TestOffice) async throws -> ApplicationID {
    try await office.run(
      "clerk",
      RegisterApplication(
        PersonTold(name: "赵春兰", phone: "13900006210", township: "河东镇", groups: [.migrantWorker]),
        ApplicationTold(
          matterCode: .labourPay, cause: "追索劳动报酬", opposing: "青禾宏达建筑劳务有限公司", facts: "拖欠九个月工资。",
          form: .civilLitigationAgency, stage: .firstInstance, claims: [.livingAllowance])))
  }

  private func order(
    _ office: TestOffice, _ id: ApplicationID, _ ground: ProvisionalGround = .limitation, periodEnds: Day? = nil,
    supplyBy: Day = .literal(2016, 5, 13), reason: String = "仲裁时效将过。"
  ) async throws -> [String] {
    try await refusedKeys {
      try await office.run(
        "director", OrderProvisionalAid(id, ground, periodEnds: periodEnds, supplyBy: supplyBy, reason: reason))
    }
  }

  private func cases(_ office: TestOffice, _ id: ApplicationID) async throws -> [AidCase] {
    try await office.services.database.read { [county = office.county] in
      try CaseTable.of(id, for: .system(county), $0)
    }
  }

  private func forms(_ office: TestOffice, _ id: ApplicationID) async throws -> [String] {
    try await office.services.database.read { try PaperTable.of([.application(id)], $0).map(\.form) }
  }
}
