import Foundation
import Intake
package import Kernel
package import Storage
import Web
package import WorkCalendar

/// 办公系统 · Office: one opened data directory with its database, keys, files, clock and capabilities.
package struct Office: Sendable {
  package let services: Services
  package let runner: ActionRunner
  package let jobs: JobRunner

  /// Opens an office; `create` also makes database, keys and folders (`init`, `demo`).
  ///
  /// - Parameter migrating: false for what looks at an office as it is, beside a server that may be older.
  package static func open(
    _ settings: Settings, create: Bool = false, migrating: Bool = true, clock: WallClock = .system
  ) async throws -> Office {
    let place = try settings.directory()
    let directory = DataDirectory(root: place.root, keys: place.keys)
    if create {
      for path in [directory.root, directory.keys, directory.files, directory.spool] {
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      }
    }
    let database = try await openDatabase(url: settings.database, create: create)
    let keys = try await Self.keys(in: directory.keys, of: database, create: create)
    if migrating { try await migrate(database) }
    let services = Services(
      database: database, keys: keys, files: try FileBlobStore(directory: directory.files, keys: keys),
      directory: directory,
      baseURL: settings.baseURL ?? "http://\(settings.host):\(settings.port)",
      calendar: .official, clock: clock, gates: Capabilities.all.flatMap(\.gates),
      reactions: Capabilities.all.flatMap(\.reactions), search: Capabilities.all.flatMap(\.search),
      facts: Capabilities.all.flatMap(\.facts))
    if migrating {
      _ = try await Totals.makeMissing(services)
      try await SearchIndex.makeMissing(services)
      try await AlikeNames.makeMissing(services)
    }
    return Office(services)
  }

  package init(_ services: Services) {
    self.services = services
    runner = ActionRunner(services)
    jobs = JobRunner(runner, Capabilities.all.flatMap(\.jobs))
  }

  package static let migrations: [Migration] =
    KernelMigration.all + WebMigration.all + Capabilities.all.flatMap(\.migrations)

  /// New keys are made for an empty database alone: over an office they would make it unreadable for good. Keys that do
  /// not open what is there are refused, before anything is sealed under them.
  private static func keys(in path: String, of database: any Database, create: Bool) async throws -> KeyRing {
    let isEmpty = try await database.read { try $0.tables().isEmpty || !$0.hasOffice() }
    if create, isEmpty, !FileManager.default.fileExists(atPath: path + "/keys.json") {
      return try KeyRing.generate(in: path)
    }
    let keys = try KeyRing.load(from: path)
    let sample = try await database.read { try $0.anySealed() }
    if let (value, place) = sample, (try? keys.open(value, as: place)) == nil {
      throw KeyProblem.otherOffice(path: path)
    }
    return keys
  }

  private static func migrate(_ database: any Database) async throws {
    try await Migrator(migrations).migrate(database)
  }

  /// The same office at another time.
  package func at(_ clock: WallClock) -> Office { Office(services.at(clock)) }

  /// Runs what is waiting, signs the chains' heads and lets go: the end of every verb that writes.
  package func finish() async throws {
    try await jobs.drain()
    let counties = try await services.database.read { try $0.rows("SELECT id FROM county ORDER BY id") }
    for row in counties { try await TakeCheckpoint(runner)(row.get("id")) }
    try await services.database.refreshStatistics()
    await services.database.close()
  }
}

extension Reader {
  /// Whether a county stands here, whatever version wrote it.
  fileprivate func hasOffice() throws -> Bool {
    guard try tables().contains(where: { $0.name == "county" }) else { return false }
    return try row("SELECT id FROM county ORDER BY id LIMIT 1") != nil
  }
}
