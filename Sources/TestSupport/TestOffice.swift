package import App
import Foundation
import Hummingbird
import HummingbirdTesting
package import Kernel
import Papers
import Registry
package import Storage
package import Web
package import WorkCalendar

/// 测试办公室 · Test office: a whole office on a real database in a folder of its own, staffed as the demo is, at a clock
/// the test moves.
package final class TestOffice: Sendable {
  package enum Engine: String, Sendable, CaseIterable { case sqlite, postgres }

  package let office: Office
  package let staff: DemoStaff
  package let clock: TestClock
  private let settings: Settings
  private let folder: URL

  package var county: CountyID { staff.county }
  package var services: Services { office.services }

  /// `seal`: opens the centre's seal for every sealed form of that year and the next.
  package init(_ engine: Engine = .sqlite, at start: Instant, seal: Bool = true) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "legalaid-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let database =
      engine == .sqlite ? "sqlite:\(folder.path)/office.sqlite" : try await PostgresServer.freshSchema().address
    settings = try Settings(
      Settings.Flags(database: database, data: folder.path + "/data"), environment: [:], file: "/nonexistent")
    clock = TestClock(start)
    office = try await Office.open(settings, create: true, clock: clock.wall)
    staff = try await DemoStaff.found(office, on: start.day)
    if seal { try await Demo.openSeal(staff, office) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  package func principal(_ login: String) async throws -> Principal { try await staff.principal(login, office) }

  /// Runs an action as one of the staff.
  @discardableResult
  package func run<A: Action>(
    _ login: String, _ action: A, _ submission: Submission = .none
  ) async throws -> A.Outcome {
    try await office.runner.run(action, as: principal(login), submission)
  }

  /// Opens the office's pages; `body` gets browsers that are not signed in.
  package func browse(_ body: @escaping @Sendable (@escaping @Sendable () -> Browser) async throws -> Void)
    async throws
  {
    var web = office.webSettings(settings)
    web.clock = clock.wall
    let application = try WebServer.makeApplication(
      table: RouteTable(Capabilities.routes()), services: services, authority: office.authority, settings: web)
    try await application.test(.router) { client in
      try await body { Browser(client) }
    }
  }

  /// The first column of the first row; for looking behind the pages.
  package func value<T: SQLConvertible & Sendable>(_ sql: SQL, as type: T.Type = T.self) async throws -> T? {
    try await services.database.read { try $0.value(sql, as: type) }
  }
}

extension Browser {
  /// Signs in as one of the demo's people.
  @discardableResult
  package func signIn(_ login: String) async throws -> Page {
    try await get("/sign-in").form(action: "/session").fill(["login": login, "password": DemoStaff.password])
      .submit()
  }
}
