import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 群体申请 · Several apply together: who may join, each put to the tests, a list read whole or not at all.
@Suite struct GroupTests {
  private static func member(_ order: Int, _ name: String? = nil) -> GroupMemberTold {
    GroupMemberTold(
      PersonTold(name: name ?? "工友\(order)", identityNumber: MadeNumbers.identity(order), groups: [.migrantWorker]),
      claims: [.livingAllowance])
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func joinAndLeave(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.register()
    try await office.run("clerk", AddGroupMembers(id, [Self.member(1), Self.member(2)]))
    #expect(try await office.application(id).nameOnPapers == "赵春兰等3人")
    // The head, whoever is there already, the same twice, an opposing party.
    func refused(_ told: [GroupMemberTold]) async throws -> [String] {
      try await refusedKeys { try await office.run("clerk", AddGroupMembers(id, told)) }
    }
    var head = Self.member(1)
    head.person.identityNumber = Fixture.identityNumber
    #expect(try await refused([head]) == ["group.twice"])
    #expect(try await refused([Self.member(1)]) == ["group.twice"])
    #expect(try await refused([Self.member(3), Self.member(3)]) == ["group.twice"])
    #expect(try await refused([Self.member(3, "王五")]) == ["group.opposing"])
    #expect(try await office.application(id).groupSize == 3)
    let members = try await office.services.database.read { [county = office.county] in
      try GroupMemberTable.of(id, for: .system(county), $0)
    }
    #expect(members.map(\.name) == ["工友1", "工友2"])
    try await office.run("clerk", RemoveGroupMembers(id, [members[0].id], reason: "本人撤回。"))
    #expect(try await office.application(id).nameOnPapers == "赵春兰等2人")
    #expect(
      try await refusedKeys {
        try await office.run("clerk", RemoveGroupMembers(id, [members[0].id], reason: "再次。"))
      } == ["not-found"])
    // Who left may join again; after the review the list stands.
    try await office.run("clerk", AddGroupMembers(id, [Self.member(1)]))
    try await office.run("receptionist", AcceptApplication(id))
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    #expect(try await refused([Self.member(3)]) == ["group.closed"])
    #expect(try await office.events("application.groupJoined").count == 2)
    #expect(try await office.firstFault() == nil)
  }

  @Test func criminalCasesHaveNoGroups() async throws {
    let office = try await Fixture.office()
    var told = Fixture.told
    (told.track, told.form, told.matterCode, told.stage) = (
      .criminalApplied, .criminalDefence, .criminalDefence, .investigation
    )
    let id = try await office.register(Fixture.person, told)
    #expect(
      try await refusedKeys { try await office.run("clerk", AddGroupMembers(id, [Self.member(1)])) }
        == ["group.criminal"])
  }

  /// Every line that is wrong is named, and then nothing is recorded; a list that is right is recorded whole.
  @Test(arguments: TestOffice.Engine.allCases)
  func aListIsReadWhole(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.register()
    let path = "/applications/\(id)/group"
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn("clerk")
      #expect(try await clerk.get("/applications/\(id)").links().contains(path))
      #expect(try await clerk.get(path).links().contains(path + "/new"))
      func send(_ text: String) async throws -> Page {
        let form = try await clerk.get(path + "/new").form(action: path + "/new")
        return try await form.attach(.init("list", "名单.csv", [UInt8](text.utf8))).submit()
      }
      let header = "姓名,证件号码,联系电话,人群类别,免予经济困难审查,请求金额（元）\n"
      let wrong = try await send(
        header
          + "工友1,\(MadeNumbers.identity(1)),139,农民工,,18640\n工友2,\(MadeNumbers.identity(2)),,外星人,,\n,\(MadeNumbers.identity(3)),,,,\n"
      )
      #expect(wrong.status == 422)
      let words = try wrong.error(at: "list")
      #expect(words.contains("第2行") && words.contains("第3行") && words.contains("第4行"))
      #expect(try await office.application(id).groupSize == 1)
      let unknown = try await send("姓名,身份证\n工友1,\(MadeNumbers.identity(1))\n")
      #expect(try unknown.error(at: "list").contains("没有这个列名"))
      #expect(try await send(header).error(at: "list").contains("名单里没有人"))
      let good = try await send(
        header + (1...3).map { "工友\($0),\(MadeNumbers.identity($0)),,农民工；残疾人,,18640.50\n" }.joined())
      #expect(good.status == 200 && good.text.contains("工友3") && good.text.contains("¥18,640.50"))
      #expect(try await office.application(id).groupSize == 4)
      // The same list again changes nothing and says why.
      let again = try await send(header + "工友1,\(MadeNumbers.identity(1)),,,,\n")
      #expect(try again.error(at: "list").contains("第2行"))
      // Nobody's number stands there whole.
      #expect(!good.text.contains(MadeNumbers.identity(1)))
      // One by hand, with what is wrong said at the field and what was typed kept.
      let form = try await clerk.get(path + "/new").form(action: path + "/new")
      let bad = try await form.fill(["name": "工友4", "identityNumber": "123"]).submit()
      #expect(try bad.status == 422 && !bad.error(at: "identityNumber").isEmpty && bad.text.contains("工友4"))
      let joined = try await form.fill(["name": "工友4", "identityNumber": MadeNumbers.identity(4)]).submit()
      #expect(joined.status == 200 && joined.text.contains("工友4"))
      let leave = try await clerk.get(path + "/leave").form(action: path + "/leave")
      let nobody = try await leave.fill(["reason": "条件不符。"]).submit()
      #expect(try nobody.error(at: "members").contains("请选择"))
      let ids = try await office.services.database.read { [county = office.county] in
        try GroupMemberTable.of(id, for: .system(county), $0).map(\.id.description)
      }
      let left = try await leave.fill(["members": Array(ids.suffix(2)), "reason": ["条件不符。"]]).submit()
      #expect(left.status == 200 && !left.text.contains("工友4"))
      #expect(try await office.application(id).groupSize == 3)
      // A reviewer reads the list and changes nothing in it.
      let reviewer = open()
      try await reviewer.signIn("reviewer")
      #expect(try await reviewer.get(path).status == 200)
      #expect(try await reviewer.get(path + "/new").status == 403)
      // Once it is reviewed, a form that would be refused is not offered, and the page says why.
      try await office.run("receptionist", AcceptApplication(id))
      try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
      for page in ["/new", "/leave"] {
        let closed = try await clerk.get(path + page)
        #expect(closed.status == 200 && closed.text.contains("名单不能再改"))
        #expect(try !closed.root().all("form").contains { $0["action"] == path + page })
      }
    }
  }
}
