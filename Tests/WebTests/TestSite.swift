import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import Storage
import Synchronization
import TestSupport
import WorkCalendar

@testable import Web

/// A whole server over a real database in a folder of its own, with the notes of `TestNotes`.
struct TestSite {
  let services: Services
  let table: RouteTable
  let county: CountyID
  let clock: TestClock
  let log: TestLog
  private let folder: URL

  /// Runs a test against it and clears up.
  static func run(
    baseURL: String = "http://127.0.0.1:8080", routes: [Route] = [], live: Bool = false,
    _ change: (inout WebSettings) -> Void = { _ in },
    test: @escaping @Sendable (TestSite, any TestClientProtocol) async throws -> Void
  ) async throws {
    let site = try await TestSite(baseURL: baseURL, routes: routes)
    var settings = WebSettings()
    settings.clock = site.clock.wall
    settings.port = 0
    change(&settings)
    let log = site.log
    var logger = Logger(label: "test") { _ in log }
    logger.logLevel = .info
    let application = try WebServer.makeApplication(
      table: site.table, services: site.services, authority: TestPeople.authority(site.county), settings: settings,
      logger: logger)
    try await application.test(live ? .live : .router) { client in try await test(site, client) }
    await site.services.database.close()
    try FileManager.default.removeItem(at: site.folder)
  }

  private init(baseURL: String, routes: [Route]) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "web-\(UUIDv7())")
    let directory = DataDirectory(root: folder.path())
    try FileManager.default.createDirectory(atPath: directory.uploads, withIntermediateDirectories: true)
    let keys = try KeyRing.generate(in: directory.keys)
    clock = TestClock()
    log = TestLog()
    county = CountyID()
    services = Services(
      database: try await openDatabase(url: "sqlite:\(folder.path())/office.sqlite"), keys: keys,
      files: try FileBlobStore(directory: directory.files, keys: keys), directory: directory, baseURL: baseURL,
      calendar: .official, clock: clock.wall)
    table = try RouteTable(TestNotes.routes() + routes)
    try await Migrator(KernelMigration.all + WebMigration.all + [TestNotes.migration]).migrate(services.database)
    try await found()
  }

  private func found() async throws {
    let county = county
    try await services.database.write(serial: nil) { tx in
      _ = try tx.run(
        """
        INSERT INTO county (id, name, code, short_name, time_zone, is_demo, chain_count, chain_head)
        VALUES (\(county), '青禾县', '320999', '青', 'Asia/Shanghai', 0, 0, \([UInt8](repeating: 0, count: 32)))
        """)
    }
  }

  /// What lies in the spool just now.
  var spooled: [String] {
    get throws {
      let uploads = services.directory.uploads
      return try FileManager.default.contentsOfDirectory(atPath: uploads).flatMap {
        try FileManager.default.contentsOfDirectory(atPath: "\(uploads)/\($0)").filter { $0 != "lock" }
      }
    }
  }

  func count(_ sql: SQL) async throws -> Int {
    try await services.database.read { try $0.value(sql, as: Int.self) ?? 0 }
  }
}

/// A clock that stands until it is moved.
final class TestClock: Sendable {
  private let instant = Mutex(Instant.parse("2016-03-07T09:00:00+08:00") ?? Instant(milliseconds: 0))

  var wall: WallClock { WallClock { self.instant.withLock { $0 } } }

  func advance(minutes: Int) { instant.withLock { $0 = $0.adding(minutes: minutes) } }
}

/// Keeps what was logged.
final class TestLog: LogHandler, Sendable {
  private let kept = Mutex<[String]>([])

  var lines: [String] { kept.withLock { $0 } }
  var metadata: Logger.Metadata {
    get { [:] }
    set {}
  }
  var logLevel: Logger.Level {
    get { .info }
    set {}
  }

  subscript(metadataKey _: String) -> Logger.Metadata.Value? {
    get { nil }
    set {}
  }

  func log(event: LogEvent) {
    kept.withLock { $0.append("\(event.message) \(event.metadata?.description ?? "")") }
  }
}
