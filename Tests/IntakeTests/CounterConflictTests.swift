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
}
