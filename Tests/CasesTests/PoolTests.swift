import App
import Cases
import Intake
import Kernel
import Localization
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 承办人才库 · Who is in a pool follows from the records of the day, the director may take out, and a plan keeps to one.
@Suite struct PoolTests {
  private static let sources = Capabilities.all.flatMap(\.pools)

  /// 沈洁, `lawyer3`, knows minors; 张静, `lawyer`, has defended for three years to the day, `lawyer2` one day less.
  private func office(_ engine: TestOffice.Engine = .sqlite) async throws -> TestOffice {
    let office = try await CaseFlow.office(engine)
    for (login, since, evidence) in [
      ("lawyer", "2013-05-12", ""), ("lawyer2", "2013-05-13", ""), ("lawyer3", nil as String?, "2015年未成年人保护培训"),
    ] {
      let person = try await office.principal(login).undertaker
      try await office.meddle(
        """
        UPDATE legal_aid_person SET criminal_since = \(since), juvenile_evidence = \(evidence),
          licence_valid_to = '2016-05-12' WHERE id = \(person)
        """)
    }
    office.clock.move(to: CaseFlow.assigned)
    return office
  }

  private func members(_ key: String, _ office: TestOffice, on day: Day = CaseFlow.assigned) async throws
    -> [String]
  {
    try await office.services.database.read { [county = office.county] reader in
      let pool = try PoolMembers.all(Self.sources, in: county, on: day, reader).first { $0.source.key == key }
      return try LegalAidPersonTable.all(county, reader).filter { pool?.holds($0.id) == true }.map(\.name)
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func membersFollowFromTheRecords(_ engine: TestOffice.Engine) async throws {
    let office = try await office(engine)
    #expect(try await members("criminal", office) == ["张静"])
    #expect(try await members("juvenile", office) == ["沈洁"])
    #expect(try await members("onCall", office) == [])
    // The licence ran out the day before.
    #expect(try await members("criminal", office, on: CaseFlow.assigned.next) == [])
    try await office.browse { open in
      let assigner = open()
      try await assigner.signIn("assigner")
      let page = try await assigner.get("/assignments/pools")
      #expect(page.text.contains("刑事辩护律师库1人") && page.text.contains("从事刑事辩护2年"))
      #expect(page.text.contains("依据：2015年未成年人保护培训") && page.text.contains("今天不值班"))
      #expect(try await assigner.get("/assignments/pools/membership").status == 403)
    }
  }

  /// The plan proposes nobody else, and the hard rules hold as ever.
  @Test(arguments: TestOffice.Engine.allCases)
  func thePlanKeepsToAPool(_ engine: TestOffice.Engine) async throws {
    let office = try await office(engine)
    let flow = try await CaseFlow.open(office, against: "沈洁")
    let other = try await CaseFlow.open(office, recipient: "钱某")
    let principal = try await office.principal("assigner")
    let lines = try await office.services.database.read {
      try AssignmentPlan.make(
        for: principal, on: CaseFlow.assigned, pools: Self.sources, keptTo: "juvenile", $0
      ).lines
    }
    #expect(lines.first { $0.aidCase.id == flow.id }?.proposed == nil)
    let proposed = lines.first { $0.aidCase.id == other.id }?.proposed
    #expect(proposed?.person.name == "沈洁" && proposed?.reasons.map(\.zh).contains("未成年人案件律师库") == true)
    try await office.browse { [id = other.id] open in
      let assigner = open()
      try await assigner.signIn("assigner")
      let form = try await assigner.get("/assignments?pool=juvenile").form(action: "/assignments?pool=juvenile")
      #expect(form.values("chosen").count == 1)
      let done = try await form.submit()
      #expect(done.status == 200 && done.text.contains("已指派1件"))
      let records = try await office.services.database.read { try AssignmentTable.of(id, $0) }
      #expect(records.map(\.personName) == ["沈洁"] && records.map(\.way) == [.plan])
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func theDirectorTakesOutAndPutsBack(_ engine: TestOffice.Engine) async throws {
    let office = try await office(engine)
    let person = try #require(try await office.principal("lawyer").undertaker)
    func narrow(_ leaves: Bool, _ reason: String = "", by login: String = "director") async throws -> [String] {
      try await refusedKeys {
        try await office.run(login, NarrowPool("criminal", person, leaves: leaves, reason: reason))
      }
    }
    #expect(try await narrow(true, "轮休", by: "assigner") == ["not-allowed"])
    #expect(try await narrow(true) == ["pool.reason"])
    #expect(try await narrow(false) == ["pool.notOut"])
    try await office.browse { open in
      let director = open()
      try await director.signIn("director")
      let form = try await director.get("/assignments/pools/membership").form(
        action: "/assignments/pools/membership")
      let empty = try await form.submit()
      #expect(try empty.status == 422 && !empty.error(at: "pool").isEmpty && !empty.error(at: "decision").isEmpty)
      let page = try await form.fill(
        ["pool": "criminal", "person": person.description, "decision": "out", "reason": "本季度轮休"]
      ).submit()
      #expect(page.text.contains("已移出") && page.text.contains("本季度轮休"))
    }
    #expect(try await members("criminal", office) == [])
    #expect(try await narrow(true, "再次") == ["pool.outAlready"])
    #expect(try await narrow(false) == [])
    #expect(try await members("criminal", office) == ["张静"])
    let events = try await office.events("pool.left")
    #expect(events.count == 1 && !events.contains { $0.facts.description.contains("轮休") })
  }
}
