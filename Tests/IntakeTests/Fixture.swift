import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import WorkCalendar

/// 测试县 · The office of these tests with one applicant: 赵春兰, unpaid for nine months of building work.
enum Fixture {
  static let identityNumber = "320999197002182184"
  static let person = PersonTold(
    name: "赵春兰", identityNumber: identityNumber, sex: .female, birthOn: Day("1970-02-18"), phone: "13912346210",
    address: "青禾县河东镇柳湾村三组", township: "河东镇", groups: [.woman, .migrantWorker])
  static let told = ApplicationTold(
    matterCode: .labourPay, cause: "追索劳动报酬", opposing: "宏达建筑劳务有限公司、王五", facts: "拖欠九个月工资。",
    household: Household(members: 3, netIncomeFen: 30_000_00, months: 12))

  static let line = HardshipLine(
    amountFen: 1_600_00, unit: .month, lookbackMonths: 12, from: Day("2016-01-01"), source: "县民政局〔2016〕1号")

  static func office(
    _ engine: TestOffice.Engine = .sqlite, at instant: Instant = at("2016-04-29", hour: 10), seal: Bool = false
  ) async throws -> TestOffice {
    let office = try await TestOffice(engine, at: instant, seal: seal)
    try await office.runner.run(SetHardshipLine(line), as: .system(office.county))
    return office
  }

  static func at(_ day: String, hour: Int) -> Instant { Instant(Day(day) ?? .earliest, hour: hour) }
}

extension TestOffice {
  var runner: ActionRunner { ActionRunner(services) }

  func register(
    _ person: PersonTold = Fixture.person, _ told: ApplicationTold = Fixture.told, by login: String = "clerk",
    materials: [MaterialHandedIn] = []
  ) async throws -> ApplicationID {
    try await run(login, RegisterApplication(person, told, materials: materials))
  }

  func accepted() async throws -> ApplicationID {
    let id = try await register()
    try await run("receptionist", AcceptApplication(id))
    return id
  }

  func reviewed(_ recommendation: Recommendation = .grant) async throws -> ApplicationID {
    let id = try await accepted()
    try await run("reviewer", ReviewApplication(id, recommendation, opinion: "三项审查均已核对。"))
    return id
  }

  func application(_ id: ApplicationID) async throws -> Application {
    let county = county
    return try await services.database.read { try ApplicationTable.one(id, in: county, $0) }
  }

  func papers(_ id: ApplicationID) async throws -> [PaperRecord] {
    try await services.database.read { try PaperTable.of([.application(id)], $0) }
  }

  func deadlines(_ id: ApplicationID) async throws -> [Deadline] {
    try await services.database.read { try Deadline.open(.application(id), $0) }
  }

  func events(_ id: ApplicationID) async throws -> [String] {
    let county = county
    return try await services.database.read {
      try EventTable.of(.application(id), in: county, $0).map(\.kind)
    }
  }

  func countOfEvents(_ kind: String) async throws -> Int {
    try await value("SELECT COUNT(*) FROM event WHERE kind = \(kind)", as: Int.self) ?? 0
  }
}
