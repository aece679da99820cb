import Cases
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 群体性案件 · A wage claim of twenty-three workers against one employer (AT-7.2).
@Suite struct GroupCaseTests {
  /// AT-7.2: one case, one dossier and twenty-three recipients either way; as how many it counts is the office's to say, and the
  /// head of the centre is told of a group incident at once.
  @Test(arguments: TestOffice.Engine.allCases)
  func at_7_2_countsByInstrumentOrByRecipient(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let single = try await CaseFlow.open(office, recipient: "钱单独")
    let group = try await GroupFlow.open(office, others: 22)
    let found = try await group.aidCase
    #expect(found.recipients == 23 && found.nameOnPapers == "赵春兰等23人")
    #expect(try await single.aidCase.recipients == 1)
    let accepted = try #require(CaseMeasures.all.first { $0.key == "K1" })
    let scope = MeasureScope(county: office.county, from: .literal(2016, 1, 1), to: .literal(2016, 12, 31))
    func figures() async throws -> [Int] {
      try await office.services.database.read { reader in
        [
          try accepted.numerator.count(scope, reader), try accepted.numerator.counted(scope, reader),
          try reader.rows(accepted.numerator(scope)).count,
        ]
      }
    }
    #expect(try await figures() == [2, 2, 2])
    try await office.run("admin", SetGroupRules(GroupRules(counting: .byRecipient, alertFrom: 10)))
    #expect(try await figures() == [24, 24, 24])
    let (services, county) = (office.services, office.county)
    #expect(try await services.database.read { try Totals.faults(county, services.facts, $0) } == 0)
    try await office.run("admin", SetGroupRules(GroupRules(counting: .byInstrument, alertFrom: 10)))
    #expect(try await figures() == [2, 2, 2])
    // B7: without anybody reporting it.
    let reports = try await services.database.read { [id = group.id] in try MajorCaseTable.of(id, $0) }
    #expect(reports.map(\.ground) == [.group] && reports.first?.content.contains("23名申请人") == true)
    try await office.run("director", AnswerMajorCase(aidCase: group.id, answer: "统一协调。"))
  }

  /// One decision for all, and a sealed list of all with it.
  @Test func theDecisionNamesEverybody() async throws {
    let office = try await CaseFlow.office(seal: true)
    let group = try await GroupFlow.open(office, others: 2)
    let application = try #require(try await group.aidCase.application)
    let papers = try await office.services.database.read { try PaperTable.of([.application(application)], $0) }
    let list = try #require(papers.first { $0.form == "GROUP" })
    #expect(list.number?.contains("名") == true && papers.contains { $0.form == "F09" })
    let fields = try list.fields(office.services.keys)
    #expect(fields["count"] == "3" && fields["applicant"] == "赵春兰等3人")
    let lines = (fields["members"] ?? "").split(separator: "\n")
    let names = lines.map { String($0.prefix { $0 != "，" }) }
    #expect(names == ["1．赵春兰", "2．工友1", "3．工友2"])
    #expect(lines.last?.contains(GroupFlow.numbers[1]) == true)
    // A small group is no incident.
    let reports = try await office.services.database.read { [id = group.id] in try MajorCaseTable.of(id, $0) }
    #expect(reports.isEmpty)
  }

  /// 律师法 39 (Q6): who acts for one of a group does not act against any of them.
  @Test func nobodyActsAgainstAnyOfThem() async throws {
    let office = try await CaseFlow.office()
    let group = try await GroupFlow.open(office, others: 2, against: "李建国")
    try await group.assign("lawyer")
    let other = try await CaseFlow.open(office, recipient: "李建国", against: "工友2")
    #expect(try await refusedKeys { try await other.assign("lawyer") } == ["assignment.Q6", "assignment.Q7"])
  }

  /// The next stage of a group's matter is applied for by all of them, with nothing typed twice; who leaves then is still a
  /// party of the case before.
  @Test(arguments: TestOffice.Engine.allCases)
  func theNextStageIsTheGroups(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let group = try await GroupFlow.open(office, others: 2)
    let earlier = try #require(try await group.aidCase.application)
    var told = ApplicationTold(
      matterCode: .labourPay, cause: "追索劳动报酬", opposing: "青禾宏达建筑劳务有限公司", facts: "对方上诉。",
      stage: .secondInstance, claims: [.livingAllowance])
    told.continues = earlier
    let next = try await office.run(
      "receptionist",
      RegisterApplication(PersonTold(name: "赵春兰", phone: "13900006210", groups: [.migrantWorker]), told))
    let (members, parties) = try await office.services.database.read { [county = office.county] reader in
      let found = try ApplicationTable.one(next, in: county, reader)
      return (
        try GroupMemberTable.of(next, for: .system(county), reader),
        try PartyTable.of(found.matter, in: county, reader).filter { $0.role == .recipient }.map(\.name)
      )
    }
    #expect(members.map(\.name) == ["工友1", "工友2"] && members.map(\.claimedFen) == [1_864_000, 1_864_000])
    #expect(parties.sorted() == ["工友1", "工友2", "赵春兰"])
    try await office.run("receptionist", RemoveGroupMembers(next, members.map(\.id), reason: "不再上诉。"))
    let left = try await office.services.database.read { [county = office.county] reader in
      let found = try ApplicationTable.one(next, in: county, reader)
      let parties = try PartyTable.of(found.matter, in: county, reader).filter { $0.role == .recipient }
      return (found.groupSize, parties.count)
    }
    #expect(left == (1, 3))
  }

  /// Whoever is of a group is found, and his page leads to the case.
  @Test(arguments: TestOffice.Engine.allCases)
  func eachOfThemIsFound(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let group = try await GroupFlow.open(office, others: 2)
    let number = try await group.aidCase.number
    let person = try await office.services.database.read { [county = office.county, keys = office.services.keys] in
      try PersonTable.byIdentity(GroupFlow.numbers[1], in: county, keys, $0)
    }
    try await office.browse { open in
      let director = open()
      try await director.signIn("director")
      #expect(try await director.get("/search?q=工友2").words().contains(number))
      let known = try #require(person)
      let page = try await director.get("/persons/\(known)")
      #expect(page.status == 200 && page.text.contains(number))
      let shown = try await director.get("/cases/\(group.id)").words()
      #expect(shown.contains("3人：赵春兰、工友1、工友2"))
      #expect(try await director.get("/cases").words().contains("共3人"))
    }
  }
}

/// 群体案件 · A group case on its way.
enum GroupFlow {
  static let numbers = (0..<30).map(MadeNumbers.identity)

  /// A group's granted application, and the case that opened with it.
  static func open(
    _ office: TestOffice, others: Int, against opposing: String = "青禾宏达建筑劳务有限公司"
  ) async throws -> CaseFlow {
    let scan = try await CaseFlow.scan(office)
    var told = ApplicationTold(
      matterCode: .labourPay, cause: "追索劳动报酬", opposing: opposing, facts: "拖欠九个月工资。",
      stage: .firstInstance, claims: [.livingAllowance])
    told.language = nil
    let application = try await office.run(
      "clerk",
      RegisterApplication(
        PersonTold(name: "赵春兰", phone: "13900006210", township: "河东镇", groups: [.migrantWorker]), told,
        materials: ["identity", "exemption", "case"].map { MaterialHandedIn(code: $0, name: $0, file: scan) }))
    try await office.run(
      "clerk",
      AddGroupMembers(
        application,
        (0..<others).map {
          GroupMemberTold(
            PersonTold(name: "工友\($0 + 1)", identityNumber: numbers[$0], groups: [.migrantWorker]),
            claims: [.livingAllowance], claimedFen: 18_640_00)
        }))
    try await office.run("receptionist", AcceptApplication(application))
    try await office.run("reviewer", ReviewApplication(application, .grant, opinion: "均符合条件。"))
    office.clock.move(to: max(CaseFlow.granted, office.clock.now.day))
    try await office.run("director", ApproveApplication(application, .grant, opinion: "同意。"))
    let cases = try await office.services.database.read { [county = office.county] reader in
      try CaseTable.of(application, for: .system(county), reader)
    }
    return CaseFlow(office: office, scan: scan, id: try #require(cases.first).id)
  }
}
