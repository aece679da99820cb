import Cases
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 退回指派: a unit gives a case back with its reason (法律援助法 62).
@Suite struct CaseReturnTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func itGoesBackToTheAssigner(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    let unit = try await flow.lawyer("lawyer").unit
    flow.office.clock.move(to: CaseFlow.assigned)
    try await flow.office.run("assigner", AssignCase(aidCase: flow.id, choice: .init(unit: unit), reason: "就近"))
    func giveBack(_ reason: String) -> ReturnAssignment {
      ReturnAssignment(aidCase: flow.id, ground: .noSuitablePerson, reason: reason)
    }
    #expect(try await refusedKeys { try await flow.office.run("firm", giveBack("")) } == ["return.reason"])
    #expect(try await refusedKeys { try await flow.office.run("firm2", giveBack("无人")) } == ["not-found"])
    #expect(try await refusedKeys { try await flow.office.run("lawyer", giveBack("无人")) } == ["not-allowed"])
    try await flow.office.run("firm", giveBack("劳动律师均在休假。"))
    let opened = try await flow.aidCase
    #expect(opened.state == .opened && opened.unit == nil && opened.assignedOn == nil)
    #expect(try await flow.clocks == ["TL05": .literal(2016, 5, 23)])
    let id = flow.id
    let assignments = try await flow.office.services.database.read { try AssignmentTable.of(id, $0) }
    #expect(assignments.map(\.endedBecause) == ["noSuitablePerson"])
    #expect(assignments.map(\.endedReason) == ["劳动律师均在休假。"])
  }

  @Test func notOnceTheAgreementIsSigned() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.engage()
    let back = ReturnAssignment(aidCase: flow.id, ground: .overload, reason: "忙")
    #expect(try await refusedKeys { try await flow.office.run("firm", back) } == ["wrong-state"])
  }

  @Test func throughThePage() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.assign()
    let path = "/cases/\(flow.id)/assignment-return"
    try await flow.office.browse { browser in
      let firm = browser()
      try await firm.signIn("firm")
      let form = try await firm.get(path).form(action: path)
      let returned = try await form.send(["ground": ["conflict"], "reason": [""]]).submit()
      #expect(returned.status == 422)
      #expect(try !returned.error(at: "reason").isEmpty)
      let after = try await returned.form(action: path).fill(["reason": "对方是本所顾问单位。"]).submit()
      // It is not the firm's case any more: the way leads on, not to a page that is not there.
      #expect(after.status == 200 && after.path == "/work")
      let assigner = browser()
      #expect(try await assigner.signIn("assigner").links().contains("/cases/\(flow.id)/assignment"))
      #expect(try await assigner.get("/cases/\(flow.id)").words().contains("对方是本所顾问单位。"))
    }
  }
}
