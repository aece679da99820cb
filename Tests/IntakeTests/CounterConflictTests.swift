import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing

/// 利益冲突提示: what is open on the other side is a warning; what is closed is history.
@Suite struct CounterConflictTests {
  private static let warning = "可能的利益冲突"
  private static let history = "另一方以前的事项（已结）"

  private func answer(_ office: TestOffice, _ login: String, _ told: [String: String]) async throws -> String {
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn(login)
      // What was told before stands in the draft.
      let form = try await clerk.get(CounterTests.path).form(action: CounterTests.path)
        .fill(["name": "", "opposing": ""].merging(told) { $1 })
      return try await clerk.post("/applications/new/verdict", form.fields).text
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func theOtherSideOfAnOpenMatterIsAWarning(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.register()
    let open = try await answer(office, "receptionist", ["opposing": "赵春兰"])
    #expect(open.contains(Self.warning) && !open.contains(Self.history))
    #expect(open.contains("对方当事人赵春兰在本县有在办的申请或者案件。") && open.contains("/applications/\(id)"))
    // Who is against somebody helped here and applies himself.
    let against = try await answer(office, "receptionist", ["name": "王五"])
    #expect(against.contains(Self.warning) && against.contains("申请人王五是本县在办申请或者案件的对方当事人。"))
    // Another person, and the applicant himself coming again, are no conflict.
    for told in [["opposing": "李四"], ["name": "赵春兰"], [:]] {
      #expect(try await !answer(office, "receptionist", told).contains(Self.warning), "\(told)")
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func whatIsClosedIsHistory(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.register()
    try await office.run("clerk", WithdrawApplication(id, reason: "本人撤回。"))
    let closed = try await answer(office, "receptionist", ["opposing": "赵春兰"])
    #expect(
      !closed.contains(Self.warning) && closed.contains(Self.history) && closed.contains("/applications/\(id)"))
  }

  /// A granted application is open as long as its case is.
  @Test func theCaseGoesOnWithTheWarning() async throws {
    let office = try await Fixture.office()
    let id = try await office.reviewed()
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    let open = try await answer(office, "receptionist", ["opposing": "赵春兰"])
    #expect(open.contains(Self.warning) && open.contains("案件在办") && open.contains("/applications/\(id)"))
    _ = try await office.services.database.write(serial: office.county.uuid) { tx in
      try tx.run("UPDATE aid_case SET closed_on = '2016-05-20' WHERE application = \(id)")
    }
    let closed = try await answer(office, "receptionist", ["opposing": "赵春兰"])
    #expect(!closed.contains(Self.warning) && closed.contains(Self.history) && closed.contains("案件已结"))
  }

  /// Out of the data scope of the station that asks: that it is there, and nothing more.
  @Test func anotherStationIsToldWithoutDetails() async throws {
    let office = try await Fixture.office()
    let id = try await office.register(by: "receptionist")
    let text = try await answer(office, "clerk", ["opposing": "赵春兰"])
    #expect(text.contains(Self.warning) && text.contains("不在您的数据范围内"))
    #expect(!text.contains("/applications/\(id)") && !text.contains("追索劳动报酬"))
  }

  /// The same person under another spelling is told of, as what is to be looked at; another name of one sound is not.
  @Test(arguments: TestOffice.Engine.allCases)
  func aNearNameIsAWarning(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.register()
    let number = try await office.application(id).receiptNumber
    let near = try await answer(office, "receptionist", ["opposing": "趙春蘭"])
    #expect(near.contains(Self.warning) && near.contains("登记的姓名或者名称与趙春蘭读音相同"))
    #expect(near.contains(number) && near.contains("/applications/\(id)"))
    let against = try await answer(office, "receptionist", ["name": "王武"])
    #expect(against.contains(Self.warning) && against.contains("申请人王武是本县在办申请或者案件的对方当事人。"))
    for told in [["opposing": "赵纯岚"], ["name": "汪伍"], ["opposing": "赵春"]] {
      #expect(try await !answer(office, "receptionist", told).contains(Self.warning), "\(told)")
    }
  }

  /// By the keyed hash of the number, whatever the name: of an opposing party whose number was told, of the applicant, and
  /// under a name that the applicant bore before.
  @Test(arguments: TestOffice.Engine.allCases)
  func theIdentityNumberFindsUnderAnyName(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let (one, other) = (Fixture.identityNumber, "320999196506061218")
    _ = try await office.register()
    let known = "证件号码相同"
    let opposing = try await answer(office, "receptionist", ["opposing": "李某", "opposingNumber": one])
    #expect(opposing.contains(Self.warning) && opposing.contains(known) && opposing.contains("对方当事人李某"))
    // Of several nobody can tell whose number it is.
    let several = try await answer(office, "receptionist", ["opposing": "李某、张某", "opposingNumber": one])
    #expect(!several.contains(known))
    var told = Fixture.told
    (told.opposing, told.opposingNumber) = ("钱大", other)
    _ = try await office.register(Fixture.person, told)
    let applicant = try await answer(
      office, "receptionist", ["name": "孙二", "identityNumber": other, "opposingNumber": ""])
    #expect(applicant.contains(known) && applicant.contains("申请人孙二"))
    // 赵春兰 was sued under that name; now she is called otherwise.
    (told.opposing, told.opposingNumber) = ("赵春兰", nil)
    var somebody = Fixture.person
    (somebody.name, somebody.identityNumber) = ("周五", "32099919800101123X")
    _ = try await office.register(somebody, told)
    let renamed = try await answer(office, "receptionist", ["name": "赵新名", "identityNumber": one])
    #expect(renamed.contains(known) && renamed.contains("申请人赵新名"))
    let hashes = try await office.value("SELECT COUNT(*) FROM party WHERE identity_hash IS NOT NULL", as: Int.self)
    #expect(hashes == 1)
  }

  @Test func theNumberIsOfOneOpposingParty() async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn("receptionist")
      let form = try await clerk.get(CounterTests.path).form(action: CounterTests.path)
      let sent = try await form.fill(["opposing": "甲、乙", "opposingNumber": Fixture.identityNumber]).submit()
      #expect(sent.status == 422)
      #expect(try sent.error(at: "opposingNumber").contains("只有一个对方当事人"))
    }
  }

  /// A million people are asked by their indexes, in as many statements whatever is asked.
  @Test func everybodyIsAskedByAnIndex() async throws {
    let office = try await Fixture.office()
    _ = try await office.register()
    let reception = try await office.principal("receptionist")
    let hash = PersonTable.identityHash(Fixture.identityNumber, office.services.keys)
    try await office.services.database.read { base in
      for names in [[], ["赵春兰"], ["赵春蓝", "王五", "宏达建筑劳务有限公司"]] {
        let reader = PlanReader(base)
        let found = try OtherSideTable.of(
          .init(opposing: names, applicant: "王五", opposingHash: hash, applicantHash: hash), for: reception, reader)
        #expect(!found.isEmpty && reader.plans.count == 4)
        #expect(reader.walks == [])
      }
    }
  }
}
