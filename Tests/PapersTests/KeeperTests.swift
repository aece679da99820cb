import Foundation
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Seal keepers", .timeLimit(.minutes(3)))
struct KeeperTests {
  private static func add(_ login: String, _ desk: Desk) async throws {
    try await AddSeal.run(
      agency: desk.centre, agencyName: "青禾县法律援助中心", county: desk.office.county, name: "专用章",
      keeper: #require(try await desk.office.principal(login).user), from: .literal(2016, 1, 1),
      to: .literal(2019, 12, 31), as: .system(desk.office.county), ActionRunner(desk.office.services))
  }

  @Test(
    "A seal is kept by a seal keeper, and by nobody who approves", arguments: ["director", "reviewer", "clerk"])
  func keeper(login: String) async throws {
    let desk = try await Desk(.sqlite, seal: false)
    let refusal = await #expect(throws: Refusal.self) { try await Self.add(login, desk) }
    #expect(refusal?.key == "seal.keeper")
    #expect(try await desk.office.value("SELECT COUNT(*) FROM seal", as: Int.self) == 0)
    #expect(try await desk.office.events("action.refused").count == 1)
  }

  @Test("Only its own keeper opens and ends a seal; who tries is in the log", arguments: TestOffice.Engine.allCases)
  func own(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine, seal: false)
    let seal = try await desk.closedSeal()
    try await desk.office.run(
      "admin",
      AddUser(
        login: "keeper2", name: "另一位", passwordHash: "hash",
        grants: [Grant(role: .sealKeeper, agency: desk.centre)],
        from: Desk.morning.day))
    let other = try await desk.office.services.database.read {
      try UserTable.withLogin("keeper2", $0).flatMap { [reader = $0] in
        try UserTable.principal($0, at: nil, on: Desk.morning.day, reader)
      }
    }
    let open = OpenSealAuthorisation(
      seal: seal, forms: ["F09"], from: Desk.morning.day, to: Desk.morning.day.adding(days: 9))
    let runner = ActionRunner(desk.office.services)
    let refusal = await #expect(throws: Refusal.self) { try await runner.run(open, as: #require(other)) }
    #expect(refusal?.key == "seal.notKeeper")
    for login in ["director", "admin", "reviewer"] {
      await #expect(throws: Refusal.notAllowed) { try await desk.office.run(login, open) }
    }
    #expect(try await desk.office.events("action.refused").count == 4)
    #expect(try await desk.office.value("SELECT COUNT(*) FROM seal_authorisation", as: Int.self) == 0)
    try await desk.office.run("keeper", open)
    let authorisation = try #require(
      try await desk.office.value("SELECT id FROM seal_authorisation", as: UUIDv7.self))
    await #expect(throws: Refusal.notAllowed) {
      try await runner.run(EndSealAuthorisation(seal: seal, authorisation: authorisation), as: #require(other))
    }
  }

  @Test("An authorisation names forms and lies within the certificate's time")
  func period() async throws {
    let desk = try await Desk(.sqlite, seal: false)
    let seal = try await desk.closedSeal()
    func keys(_ forms: [String], _ from: String, _ to: String) async throws -> [String] {
      let open = OpenSealAuthorisation(
        seal: seal, forms: forms, from: try #require(Day(from)), to: try #require(Day(to)))
      do {
        try await desk.office.run("keeper", open)
        return []
      } catch let refusals as Refusals { return refusals.all.map(\.key) }
    }
    #expect(try await keys([], "2015-12-31", "2016-12-31") == ["seal.forms", "seal.period"])
    #expect(try await keys(["F09"], "2016-01-01", "2020-01-01") == ["seal.period"])
    #expect(try await keys(["F09"], "2016-05-02", "2016-05-01") == ["seal.period"])
    #expect(try await keys(["F09"], "2016-01-01", "2019-12-31") == [])
  }

  @Test("The register of seal uses only grows", arguments: TestOffice.Engine.allCases)
  func register(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    _ = try await desk.finished()
    for statement in ["DELETE FROM seal_use", "UPDATE seal_use SET keeper_name = '别人'"] as [SQL] {
      await #expect(throws: StorageError.appendOnly(table: "seal_use")) { try await desk.office.meddle(statement) }
    }
    #expect(try await desk.uses() == 1)
  }

  @Test("Keys lie in the keys directory, readable by their owner alone")
  func keyFiles() async throws {
    let desk = try await Desk(.sqlite)
    let folder = desk.office.services.directory.keys
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.contains { $0.hasPrefix("seal-") && $0.hasSuffix(".key") })
    #expect(names.contains { $0.hasPrefix("authority-") && $0.hasSuffix(".key") })
    for name in names {
      let mode =
        try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o600, "\(name)")
    }
    #expect(
      try await desk.office.value("SELECT certificate FROM seal", as: String.self)?.contains("PRIVATE") == false)
  }
}
