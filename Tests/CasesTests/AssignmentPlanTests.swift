import Cases
import Intake
import Kernel
import Localization
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

/// 权重与资格 · What ranks is the office's data, and what an undertaker was that day stays with the case.
@Suite struct AssignmentWeightTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func theOfficeSetsThem(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let flow = try await CaseFlow.open(office)
    let specialist = try #require(try await ranked(flow).first)
    #expect(specialist.person.specialties.contains("labour"))
    // Nothing weighs: it is the turn of whoever had none, and the specialist's case counts as one.
    try await flow.assign("lawyer")
    let turn = SoftWeights.of {
      ($0.knowsMatter, $0.specialty, $0.language, $0.senior, $0.openCase) = (0, 0, 0, 0, 0)
    }
    try await office.run("director", SetSoftWeights(turn))
    let next = try await CaseFlow.open(office, recipient: "李四", against: "某公司")
    let busy = try await flow.lawyer("lawyer").person
    let order = try await ranked(next).filter(\.isEligible)
    #expect(order.last?.person.id == busy && Set(order.map(\.score.points)) == [0])
    let wrong = SoftWeights.of { ($0.specialty, $0.seniorYears) = (101, 0) }
    #expect(
      try await refusedKeys { try await office.run("director", SetSoftWeights(wrong)) }
        == ["assignmentWeights.range", "assignmentWeights.range"])
    #expect(try await refusedKeys { try await office.run("assigner", SetSoftWeights(turn)) } == ["not-allowed"])
  }

  private func ranked(_ flow: CaseFlow) async throws -> [Candidate] {
    let found = try await flow.aidCase
    return try await flow.office.services.database.read { try Candidates.of(found, on: CaseFlow.assigned, $0) }
  }

  /// 计划 2016, 6: a senior lawyer goes first in criminal work, from the years the office says, and never elsewhere.
  @Test func seniorLawyersAreLedToCriminalWork() {
    let old = SoftScore.of(specialties: [], wanted: .criminal, practiceYears: 5, openCases: 2)
    let young = SoftScore.of(specialties: [], wanted: .criminal, practiceYears: 4, openCases: 0)
    #expect(old.points == 1 && young.points == 0)
    #expect(old.reasons.first?.zh == "资深律师，执业5年" && young.reasons.count == 1)
    #expect(SoftScore.of(specialties: [], wanted: nil, openCases: 0).points == 0)
  }

  /// K10: as it was on the day of the assignment, whatever the profile says afterwards.
  @Test(arguments: TestOffice.Engine.allCases)
  func seniorityStaysAsItWas(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let flow = try await CaseFlow.open(office)
    try await office.meddle("UPDATE aid_case SET track = 'criminalApplied', form = 'criminalDefence'")
    let person = try #require(try await flow.lawyer("lawyer").person)
    try await office.meddle("UPDATE legal_aid_person SET first_licensed_on = '2011-05-12' WHERE id = \(person)")
    try await flow.assign("lawyer")
    let senior = try #require(CaseMeasures.all.first { $0.key == "K10" })
    let scope = MeasureScope(county: office.county, from: .literal(2016, 1, 1), to: .literal(2016, 12, 31))
    func figures() async throws -> [Int] {
      try await office.services.database.read { reader in
        [try senior.numerator.count(scope, reader), try #require(senior.denominator).count(scope, reader)]
      }
    }
    #expect(try await figures() == [1, 1])
    try await office.meddle("UPDATE legal_aid_person SET first_licensed_on = '2016-01-01' WHERE id = \(person)")
    #expect(try await figures() == [1, 1])
    // Five years to the day; one day short is not senior.
    #expect(Self.standing("2011-05-12") == [.experienced, .senior])
    #expect(Self.standing("2011-05-13") == [.experienced] && Self.standing("2013-05-13") == [])
  }

  private static func standing(_ licensed: String) -> [UndertakerStanding] {
    UndertakerStanding.of(
      practisingSince: Day(licensed), knowsMinors: false, on: CaseFlow.assigned, seniorYears: 5)
  }

  @Test func throughThePages() async throws {
    let office = try await CaseFlow.office()
    let flow = try await CaseFlow.open(office)
    try await flow.assign("lawyer")
    try await office.browse { open in
      let director = open()
      try await director.signIn("director")
      let form = try await director.get("/settings/assignment").form(action: "/settings/assignment")
      let wrong = try await form.fill(["specialty": "-1"]).submit()
      #expect(try wrong.status == 422 && !wrong.error(at: "specialty").isEmpty)
      #expect(try await form.fill(["specialty": "7"]).submit().text.contains("已保存"))
      let shares = try await director.get("/assignments/shares")
      #expect(shares.text.contains("本年指派1件") && shares.text.contains("专长相符"))
    }
  }
}

extension SoftWeights {
  fileprivate static func of(_ change: (inout SoftWeights) -> Void) -> SoftWeights {
    var weights = SoftWeights()
    change(&weights)
    return weights
  }
}
