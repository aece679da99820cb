import App
import Foundation
import HummingbirdTesting
import Kernel
import Logging
import Storage
import TestSupport
import Web
import WorkCalendar

/// 空办公室 · An office nobody has set up, as `serve --create` makes it.
final class EmptyOffice: Sendable {
  let office: Office
  let code: String
  let clock: TestClock
  private let pages: WebServer.WebApplication
  private let folder: URL

  init(_ engine: TestOffice.Engine, on day: Day) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "legalaid-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let database =
      engine == .sqlite ? "sqlite:\(folder.path)/office.sqlite" : try await PostgresServer.freshSchema().address
    let settings = try Settings(
      Settings.Flags(database: database, data: folder.path + "/data"), environment: [:], file: "/nonexistent")
    clock = TestClock(Instant(day, hour: 9))
    office = try await Office.open(settings, create: true, clock: clock.wall)
    var web = office.webSettings(settings)
    (web.clock, web.port) = (clock.wall, 0)
    pages = try WebServer.makeApplication(
      table: RouteTable(Capabilities.routes()), services: office.services, authority: office.authority,
      settings: web, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    code = try SetupCode(office.services.directory).issue()
  }

  deinit {
    let (database, folder) = (office.services.database, folder)
    Task {
      await database.close()
      try? FileManager.default.removeItem(at: folder)
    }
  }

  func browse(
    _ body: @escaping @Sendable (@escaping @Sendable () -> Browser) async throws -> Void
  ) async throws {
    try await pages.test(.router) { client in try await body { Browser(client) } }
  }

  func count(_ sql: SQL) async throws -> Int {
    try await office.services.database.read { try $0.value(sql, as: Int.self) ?? 0 }
  }
}
