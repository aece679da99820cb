package import App
package import Foundation
import Hummingbird
import HummingbirdTesting
package import Kernel
import Logging
import Papers
import Registry
package import Storage
import Web
package import WorkCalendar

/// 测试办公室 · Test office: a whole office on a real database in a folder of its own, staffed as the demo is, at a clock
/// the test moves.
package final class TestOffice: Sendable {
  package enum Engine: String, Sendable, CaseIterable { case sqlite, postgres }

  package let office: Office
  package let staff: DemoStaff
  package let clock: TestClock
  private let settings: Settings
  /// One server for all tests of this office: starting another would empty the spool under the first.
  private let pages: WebServer.WebApplication
  /// What its server would write into the log.
  package let log = TestLog()
  /// Everything of it lies here; it goes with the office.
  package let folder: URL

  package var county: CountyID { staff.county }
  package var services: Services { office.services }

  /// `seal`: opens the centre's seal for every sealed form of that year and the next.
  /// `own`: the address of a PostgreSQL that nobody else uses.
  package init(
    _ engine: Engine = .sqlite, at start: Instant, seal: Bool = true, on own: String? = nil
  ) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "legalaid-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let shared =
      engine == .sqlite ? "sqlite:\(folder.path)/office.sqlite" : try await PostgresServer.freshSchema().address
    settings = try Settings(
      Settings.Flags(database: own ?? shared, data: folder.path + "/data"), environment: [:], file: "/nonexistent")
    clock = TestClock(start)
    office = try await Office.open(settings, create: true, clock: clock.wall)
    staff = try await DemoStaff.found(office, on: start.day)
    pages = try Self.pages(of: office, settings, clock, log)
    if seal { try await Demo.openSeal(staff, office) }
  }

  deinit {
    let (database, folder) = (office.services.database, folder)
    Task {
      await database.close()
      try? FileManager.default.removeItem(at: folder)
    }
  }

  package func principal(_ login: String) async throws -> Principal { try await staff.principal(login, office) }

  /// Runs an action as one of the staff.
  @discardableResult
  package func run<A: Action>(
    _ login: String, _ action: A, _ submission: Submission = .none
  ) async throws -> A.Outcome {
    try await office.runner.run(action, as: principal(login), submission)
  }

  /// Opens the office's pages; `body` gets browsers that are not signed in.
  @discardableResult
  package func browse<T: Sendable>(
    _ body: @escaping @Sendable (@escaping @Sendable () -> Browser) async throws -> T
  ) async throws -> T {
    try await pages.test(.router) { client in
      try await body { Browser(client) }
    }
  }

  /// Serves the pages on a free port of this machine while `body` runs; it gets the address.
  package func serve(_ body: @escaping @Sendable (String) async throws -> Void) async throws {
    try await pages.test(.live) { client in
      try await body("http://127.0.0.1:\(client.port ?? 0)")
    }
  }

  private static func pages(
    of office: Office, _ settings: Settings, _ clock: TestClock, _ log: TestLog
  ) throws -> WebServer.WebApplication {
    var web = office.webSettings(settings)
    web.clock = clock.wall
    web.port = 0
    return try WebServer.makeApplication(
      table: RouteTable(Capabilities.routes()), services: office.services, authority: office.authority,
      settings: web,
      logger: log.logger)
  }

  /// The same office opened a second time, as another process would; whoever asks closes its database.
  package func secondServices() async throws -> Services {
    try await Office.open(settings, clock: clock.wall).services
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
