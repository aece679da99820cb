import Cases
import Foundation
import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 指派方案 · A day's grants as one plan: every hard rule holds, among the cases of the plan too, and the work is spread.
@Suite struct AssignmentPlanTests {
  private func plan(_ office: TestOffice) async throws -> AssignmentPlan {
    let principal = try await office.principal("assigner")
    return try await office.services.database.read {
      try AssignmentPlan.make(for: principal, on: CaseFlow.assigned, $0)
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func spreadsTheWork(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    for order in 1...8 { _ = try await CaseFlow.open(office, recipient: "受援人\(order)", against: "对方\(order)") }
    office.clock.move(to: CaseFlow.assigned)
    let plan = try await plan(office)
    let taken = Dictionary(grouping: plan.lines.compactMap(\.proposed?.person.id)) { $0 }.mapValues(\.count)
    #expect(plan.lines.count == 8 && taken.values.reduce(0, +) == 8)
    // Nobody is given a third case before everybody who may take one has two, but for a specialty's weight.
    let load = plan.lines.compactMap(\.proposed).map { $0.score.points }
    #expect(load == load.sorted(by: >))
    #expect(taken.count > 1 && (taken.values.max() ?? 0) < 8)
  }

  /// 律师法 39 (Q6, Q7): both sides of one dispute wait at once; in the plan they go to different units, though no
  /// assignment stands yet.
  @Test(arguments: TestOffice.Engine.allCases)
  func keepsTheSidesApart(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    _ = try await CaseFlow.open(office, recipient: "赵春兰", against: "李建国")
    _ = try await CaseFlow.open(office, recipient: "李建国", against: "赵春兰")
    office.clock.move(to: CaseFlow.assigned)
    let units = try await plan(office).lines.compactMap(\.proposed?.person.unit)
    #expect(units.count == 2 && Set(units).count == 2)
  }

  /// Whom few may take comes first, so that nobody is left over.
  @Test func theHardestCaseComesFirst() async throws {
    let office = try await CaseFlow.office()
    _ = try await CaseFlow.open(office, recipient: "甲", against: "丁")
    let hard = try await CaseFlow.open(office, recipient: "乙", against: "丙")
    let other = try await CaseFlow.open(office, recipient: "丙", against: "乙")
    try await other.assign("lawyer")
    let plan = try await plan(office)
    #expect(plan.lines.map(\.aidCase.id).first == hard.id)
    #expect(plan.lines.allSatisfy { $0.proposed != nil })
  }

  /// Through the page: the plan is carried out as it stands, one choice changed with its reason; each stands with its way.
  @Test(arguments: TestOffice.Engine.allCases)
  func isCarriedOut(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    var flows: [CaseFlow] = []
    for order in 1...4 {
      flows.append(try await CaseFlow.open(office, recipient: "受援人\(order)", against: "对方\(order)"))
    }
    office.clock.move(to: CaseFlow.assigned)
    let planned = try await plan(office)
    let first = try #require(planned.lines.first)
    let second = try #require(first.candidates.dropFirst().first { $0.isEligible })
    try await office.browse { open in
      let assigner = open()
      try await assigner.signIn("assigner")
      let page = try await assigner.get("/assignments")
      let form = try page.form(action: "/assignments")
      #expect(form.values("chosen").count == 4)
      let choice = "choice-\(first.aidCase.id)"
      let changed = [choice: "\(second.person.unit)/\(second.person.id)"]
      // Another than the plan's: without a reason that one is not done, and the others are.
      let partly = try await form.fill(changed).submit()
      #expect(partly.status == 422 && partly.text.contains("没有选择排在第一位的候选人"))
      #expect(try await assigner.get("/assignments").form(action: "/assignments").values("chosen").count == 1)
      let again = try await assigner.get("/assignments").form(action: "/assignments")
      let done = try await again.fill(changed.merging(["reason": "当事人就近。"]) { $1 }).submit()
      #expect(done.status == 200 && done.text.contains(first.aidCase.number))
      #expect(try await assigner.get("/assignments").text.contains("没有待指派的案件"))
    }
    let records = try await office.services.database.read { [flows] reader in
      try flows.map { try AssignmentTable.of($0.id, reader) }
    }
    let ways = records.flatMap { $0.map(\.way) }
    #expect(ways.count == 4 && ways.filter { $0 == .plan }.count == 3)
    #expect(records.flatMap { $0.map(\.reason) }.filter { !$0.isEmpty } == ["当事人就近。"])
  }

  /// 程序规定 2012, 21: the recipient's wish stands in place of a reason.
  @Test func theRecipientsChoiceIsAReason() async throws {
    let office = try await CaseFlow.office()
    let flow = try await CaseFlow.open(office)
    office.clock.move(to: CaseFlow.assigned)
    let line = try #require(try await plan(office).lines.first)
    let second = try #require(line.candidates.dropFirst().first { $0.isEligible })
    try await office.run(
      "assigner",
      AssignCase(aidCase: flow.id, choice: second.choice, organ: "青禾县人民法院", way: .recipientChoice))
    let records = try await office.services.database.read { [id = flow.id] in try AssignmentTable.of(id, $0) }
    #expect(records.map(\.way) == [.recipientChoice])
  }
}
