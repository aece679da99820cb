import Cases
import Intake
import Kernel
import Localization
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// Who may be given a case, and who comes first.
@Suite struct CaseAssignmentTests {
  /// 律师法 39 (Q6); the unit by Q7.
  @Test func neitherLawyerNorFirmActsForBothSides() async throws {
    let office = try await CaseFlow.office()
    let first = try await CaseFlow.open(office, recipient: "赵春兰", against: "李建国")
    try await first.assign("lawyer")
    let other = try await CaseFlow.open(office, recipient: "李建国", against: "赵春兰")
    #expect(try await refusedKeys { try await other.assign("lawyer") } == ["assignment.Q6", "assignment.Q7"])
    #expect(try await refusedKeys { try await other.assign("lawyer2") } == ["assignment.Q7"])
    let unit = try await other.lawyer("lawyer").unit
    #expect(
      try await refusedKeys {
        try await office.run("assigner", AssignCase(aidCase: other.id, choice: .init(unit: unit), reason: "就近"))
      } == ["assignment.Q7"])
    try await other.assign("lawyer3")
    #expect(try await other.aidCase.state == .assignedToPerson)
  }

  /// 律师法 39 (Q6): who acts, or acted, beside the undertaker acts for that side too; he stays excluded when he is taken
  /// off and when the case is with another unit.
  @Test(arguments: TestOffice.Engine.allCases)
  func norDoesTheSecondUndertaker(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let first = try await CaseFlow.open(office, recipient: "赵春兰", against: "李建国")
    try await first.assign("lawyer")
    let second = try #require(try await first.lawyer("lawyer2").person)
    try await office.run("firm", NameCoUndertaker(aidCase: first.id, person: second))
    let other = try await CaseFlow.open(office, recipient: "李建国", against: "赵春兰")
    let both = ["assignment.Q6", "assignment.Q7"]
    #expect(try await refusedKeys { try await other.assign("lawyer2") } == both)
    try await office.run("firm", NameCoUndertaker(aidCase: first.id, person: nil))
    #expect(try await refusedKeys { try await other.assign("lawyer2") } == both)
    let blocks = try await office.services.database.read { [id = other.id, county = office.county] reader in
      let found = try CaseTable.one(id, for: .system(county), reader)
      return try Candidates.of(found, on: CaseFlow.assigned, reader).first { $0.person.id == second }?.blocks ?? []
    }
    #expect(blocks.map(\.key) == ["Q6", "Q7"] && blocks.first?.basis == [LegalBasis(.lawyers, "39")])
    #expect(blocks.first?.reason.zh == "担任过对方当事人赵春兰案件的共同承办人员。")
    try await other.assign("lawyer3")
    #expect(try await other.aidCase.state == .assignedToPerson)
  }

  @Test func anotherDisputeOfTheSamePersonBlocksNobody() async throws {
    let office = try await CaseFlow.office()
    let first = try await CaseFlow.open(office, recipient: "赵春兰", against: "李建国")
    try await first.assign("lawyer")
    let other = try await CaseFlow.open(office, recipient: "李建国", against: "王某公司")
    try await other.assign("lawyer")
    #expect(try await other.aidCase.state == .assignedToPerson)
  }

  @Test func nobodyActsAgainstHimself() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(), against: "张静")
    #expect(try await refusedKeys { try await flow.assign("lawyer") } == ["assignment.Q6"])
  }

  /// Q10: the licence on the day, the unit on the list.
  @Test func licenceAndUnitMustBeGood() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    let choice = try await flow.lawyer("lawyer")
    try await write(flow, "UPDATE legal_aid_person SET licence_valid_to = '2016-05-11' WHERE id = \(choice.person)")
    #expect(try await refusedKeys { try await flow.assign("lawyer") } == ["assignment.Q10"])
    try await write(flow, "UPDATE legal_aid_person SET licence_valid_to = '2016-05-12' WHERE id = \(choice.person)")
    try await write(flow, "UPDATE agency SET is_active = 0 WHERE id = \(choice.unit)")
    #expect(try await refusedKeys { try await flow.assign("lawyer") } == ["assignment.Q10"])
  }

  /// Q14: nothing is assigned to somebody on leave; the day after, it is.
  @Test(arguments: TestOffice.Engine.allCases)
  func nobodyIsAssignedOnLeave(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    let person = try #require(try await flow.lawyer("lawyer").person)
    try await flow.office.run(
      "admin", RecordLeave(of: person, days: .literal(2016, 5, 9) ... .literal(2016, 5, 12)))
    #expect(try await refusedKeys { try await flow.assign("lawyer") } == ["assignment.Q14"])
    flow.office.clock.move(to: .literal(2016, 5, 13))
    #expect(try await refusedKeys { try await flow.assign("lawyer") } == [])
  }

  @Test func passingOverTheFirstNeedsAReason() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    let found = try await flow.aidCase
    let candidates = try await flow.office.services.database.read {
      try Candidates.of(found, on: CaseFlow.assigned, $0)
    }
    let (first, second) = (try #require(candidates.first), try #require(candidates.dropFirst().first))
    #expect(try await assign(flow, second.person) == ["assignment.reason"])
    #expect(try await assign(flow, first.person) == [])
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func theLoadedComeLaterAndTheExcludedLast(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let busy = try await CaseFlow.open(office, recipient: "钱某", against: "李建国")
    try await busy.assign("lawyer3")
    let flow = try await CaseFlow.open(office, recipient: "李建国", against: "钱某")
    let found = try await flow.aidCase
    let candidates = try await office.services.database.read { try Candidates.of(found, on: CaseFlow.assigned, $0) }
    let last = try #require(candidates.last)
    #expect(last.person.name == "沈洁" && last.blocks.map(\.key) == ["Q6", "Q7"])
    #expect(last.casesThisYear == 1)
    #expect(candidates.dropLast().allSatisfy { $0.isEligible })
    #expect(last.blocks.first?.basis.first?.name.zh.contains("律师法") == true)
  }

  @Test func litigationNeedsTheOrgan() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    let choice = try await flow.lawyer("lawyer")
    let keys = try await refusedKeys {
      try await flow.office.run("assigner", AssignCase(aidCase: flow.id, choice: choice, reason: "专长"))
    }
    #expect(keys == ["assignment.organ"])
  }

  @Test func aPersonOfAnotherUnitIsRefused() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    let (unit, person) = (try await flow.lawyer("lawyer").unit, try await flow.lawyer("lawyer3").person)
    let keys = try await refusedKeys {
      try await flow.office.run("assigner", AssignCase(aidCase: flow.id, choice: .init(unit: unit, person: person)))
    }
    #expect(keys == ["assignment.otherUnit"])
  }

  @Test func theSecondOfTwoAssignersSeesTheFirst() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    let choice = try await flow.lawyer("lawyer")
    let action = AssignCase(aidCase: flow.id, choice: choice, reason: "专长", organ: "青禾县人民法院")
    try await flow.office.run("assigner", action, Submission(token: "a", version: 1))
    #expect(
      try await refusedKeys {
        try await flow.office.run("assigner", action, Submission(token: "b", version: 1))
      }
        == ["changed-meanwhile"])
    // The same form again is answered with what it did.
    try await flow.office.run("assigner", action, Submission(token: "a", version: 1))
    #expect(try await flow.aidCase.version == 2)
  }

  private func assign(_ flow: CaseFlow, _ person: LegalAidPerson) async throws -> [String] {
    try await refusedKeys {
      try await flow.office.run(
        "assigner",
        AssignCase(aidCase: flow.id, choice: .init(unit: person.unit, person: person.id), organ: "青禾县人民法院"))
    }
  }

  private func write(_ flow: CaseFlow, _ sql: SQL) async throws {
    _ = try await flow.office.services.database.write(serial: nil) { try $0.run(sql) }
  }
}
