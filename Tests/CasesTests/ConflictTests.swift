import Cases
import Intake
import Kernel
import Localization
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 利益冲突核对 · Whom a name, a number or a past engagement puts on the other side, surely or perhaps.
@Suite struct ConflictTests {
  private func candidates(_ flow: CaseFlow) async throws -> [Candidate] {
    let found = try await flow.aidCase
    return try await flow.office.services.database.read { try Candidates.of(found, on: CaseFlow.assigned, $0) }
  }

  private func warnings(_ login: String, _ flow: CaseFlow) async throws -> [AssignmentRule.Block] {
    let person = try await flow.lawyer(login).person
    return try #require(try await candidates(flow).first { $0.person.id == person }).warnings
  }

  /// W3: a near name excludes nobody; he comes after the others, and who chooses him says that he has looked.
  @Test(arguments: TestOffice.Engine.allCases)
  func aNearNameWarns(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let first = try await CaseFlow.open(office, recipient: "张晓明", against: "李建国")
    try await first.assign("lawyer")
    let other = try await CaseFlow.open(office, recipient: "李建国", against: "张小明")
    let ranked = try await candidates(other)
    #expect(ranked.allSatisfy { $0.isEligible })
    let (own, colleague) = (try await warnings("lawyer", other), try await warnings("lawyer2", other))
    #expect(own.map(\.key) == ["W3"] && colleague.map(\.key) == ["W3"])
    let number = try await first.aidCase.number
    #expect(own.first?.reason.zh.contains(number) == true && own.first?.reason.zh.contains("张小明") == true)
    #expect(colleague.first?.reason.zh.contains("承办的案件") == true)
    let (clear, rest) = (ranked.prefix { !$0.warnings.needChecking }, ranked.drop { !$0.warnings.needChecking })
    #expect(!clear.isEmpty && rest.count > 1)
    #expect(rest.allSatisfy { $0.warnings.needChecking })
    #expect(try await warnings("lawyer3", other) == [])
    let choice = try await other.lawyer("lawyer")
    func assign(_ reason: String, _ choice: AssignmentChoice) async throws -> [String] {
      try await refusedKeys {
        try await office.run(
          "assigner",
          AssignCase(
            aidCase: other.id, choice: choice, reason: reason, organ: "青禾县人民法院", way: .recipientChoice))
      }
    }
    #expect(try await assign("", choice) == ["assignment.check"])
    #expect(try await assign("", AssignmentChoice(unit: choice.unit)) == ["assignment.check"])
    #expect(try await assign("已核对身份证，不是同一人。", choice) == [])
  }

  /// Two numbers are two people, however near their names; one number is one person, however far.
  @Test(arguments: TestOffice.Engine.allCases)
  func theIdentityNumberDecides(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let (one, two) = ("110105194912310021", "32099919800101123X")
    let first = try await CaseFlow.open(office, recipient: "张晓明", against: "李建国", number: one)
    try await first.assign("lawyer")
    let near = try await CaseFlow.open(office, recipient: "李建国", against: "张小明", opposingNumber: two)
    #expect(try await warnings("lawyer", near) == [])
    let same = try await CaseFlow.open(office, recipient: "李建国", against: "张大山", opposingNumber: one)
    #expect(try await refusedKeys { try await same.assign("lawyer") } == ["assignment.Q6", "assignment.Q7"])
  }

  /// 律师法 39 (Q6) and a near name of one's own.
  @Test func nobodyActsAgainstWhoMayBeHimself() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(), against: "张婧")
    let warned = try await warnings("lawyer", flow)
    #expect(warned.map(\.key) == ["W3"] && warned.first?.reason.zh == "姓名与对方当事人张婧相近，请核对是否本人。")
  }

  /// W4: closed or open, a case of the opposing party in another dispute is told and excludes nobody.
  @Test(arguments: TestOffice.Engine.allCases)
  func aPastEngagementWarns(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let first = try await CaseFlow.open(office, recipient: "李建国", against: "某公司")
    try await first.close()
    let other = try await CaseFlow.open(office, recipient: "钱某", against: "李建国")
    let (own, colleague) = (try await warnings("lawyer", other), try await warnings("lawyer2", other))
    #expect(own.map(\.key) == ["W4"] && colleague.map(\.key) == ["W4"])
    let number = try await first.aidCase.number
    #expect(own.first?.reason.zh == "在另一纠纷（\(number)）中承办李建国的案件，与对方当事人同名，请注意利益冲突。")
    #expect(try await warnings("lawyer3", other) == [])
    try await other.assign("lawyer")
    // What nobody may find is told without its number.
    let matter = try await first.aidCase.matter
    try await office.meddle(
      """
      INSERT INTO concealment (county, matter, ground, reason, set_by, set_on, last_event)
      VALUES (\(office.county), \(matter), 'sealed', '', '', '2016-05-12', 1)
      """)
    let third = try await CaseFlow.open(office, recipient: "孙某", against: "李建国")
    #expect(try await warnings("lawyer", third).allSatisfy { !$0.reason.zh.contains(number) })
  }

  /// An imported case has its recipient among the parties, and so has one that was imported before.
  @Test(arguments: TestOffice.Engine.allCases)
  func importedCasesAreKnown(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let ledger = try ImportLedger()
    _ = try await CaseImport.run(
      file: ledger.csv([["recipient": "李建国", "recipient_id": ""]]), county: office.county,
      runner: ActionRunner(office.services))
    let parties = try await office.services.database.read { [county = office.county] in
      try AlikeNames.of(["李健国"], in: county, $0)
    }
    #expect(parties == ["李健国": ["李建国"]])
    // As before there were near names: made when the office is opened again.
    try await office.meddle("UPDATE party SET near = NULL")
    let second = try await office.secondServices()
    let missing = try await second.database.read { [county = office.county] in try AlikeNames.missing(county, $0) }
    #expect(missing == 0)
    await second.database.close()
  }

  /// For any number of cases the same few statements, each by an index.
  @Test func everyPartyIsAskedByAnIndex() async throws {
    let office = try await CaseFlow.office()
    var cases: [AidCase] = []
    for order in 1...3 {
      cases.append(try await CaseFlow.open(office, recipient: "受援人\(order)", against: "对方\(order)").aidCase)
    }
    try await office.services.database.read { [cases, county = office.county] base in
      let counts = try [1, 3].map { count in
        let reader = PlanReader(base)
        _ = try AssignmentDesk(Array(cases.prefix(count)), in: county, on: CaseFlow.assigned, reader)
        let parties = reader.plans.filter { $0.contains { $0.contains(" party_") } }
        #expect(parties.count == 4)
        // Weights, people and leave are small; what is asked of cases and parties is not.
        let walks = reader.walks.filter { $0.contains("party") || $0.contains("case") || $0.hasPrefix("SCAN") }
        #expect(walks == [])
        return reader.plans.count
      }
      #expect(counts[0] == counts[1])
    }
  }
}
