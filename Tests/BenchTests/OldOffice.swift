import App
import Foundation
import Storage
import TestSupport

@testable import Bench

/// 旧办公室 · The office of `Tests/OldOffice`, as the first landed program left it, in a folder of its own; on PostgreSQL its rows stand
/// in the schema of that time.
struct OldOffice {
  let folder: URL
  let url: String
  let data: String
  private let database: any Database

  var place: [String] { ["--database", url, "--data", data] }
  var settings: Settings {
    get throws {
      try Settings(Settings.Flags(database: url, data: data), environment: [:], file: "/nonexistent")
    }
  }

  init(_ engine: TestOffice.Engine) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "legalaid-old-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let unpack = Process()
    unpack.executableURL = URL(filePath: "/usr/bin/env")
    unpack.arguments = ["tar", "-xzf", Self.home.appending(path: "office.tar.gz").path, "-C", folder.path]
    try unpack.run()
    unpack.waitUntilExit()
    data = folder.path + "/office.sqlite.d"
    let file = "sqlite:\(folder.path)/office.sqlite"
    guard engine == .postgres else {
      url = file
      database = try await openDatabase(url: url)
      return
    }
    url = try await PostgresServer.freshSchema().address
    database = try await openDatabase(url: url)
    try await Self.copy(file, to: database)
  }

  /// Restored elsewhere.
  init(at url: String, data: String) async throws {
    (folder, self.url, self.data) = (URL(filePath: data), url, data)
    database = try await openDatabase(url: url, create: true)
  }

  func letGo() async { await database.close() }

  func close() async throws {
    await letGo()
    try FileManager.default.removeItem(at: folder)
  }

  /// What that program said of it: the figures of its year.
  static func figures() throws -> Data { try Data(contentsOf: home.appending(path: "indicators.json")) }

  func migrations() async throws -> [String] { try await database.read { try $0.appliedMigrations() } }

  /// How many rows each table has.
  func rows() async throws -> [String: Int] {
    try await database.read { reader in
      try reader.tables().reduce(into: [:]) { counts, table in
        counts[table.name] = try reader.value("SELECT COUNT(*) FROM \(raw: table.name)")
      }
    }
  }

  /// As a program that is not written yet will leave it.
  func becomeNewer() async throws {
    _ = try await database.write(serial: nil) { tx in
      try tx.run("INSERT INTO schema_migration (id, applied_at) VALUES ('future.001', 0)")
    }
  }

  @discardableResult
  func run(_ arguments: String...) throws -> (status: Int32, output: String) {
    let process = try start(arguments)
    let pipe = process.standardOutput as? Pipe
    let output = String(decoding: pipe?.fileHandleForReading.readDataToEndOfFile() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  /// What is said goes into one pipe.
  func start(_ arguments: [String]) throws -> Process {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: SoakTests.program)
    process.arguments = arguments + place
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    return process
  }

  private static let home = Checkout.root.appending(path: "Tests/OldOffice")

  private static func copy(_ file: String, to database: any Database) async throws {
    let source = try await openDatabase(url: file)
    let (applied, tables) = try await source.read { reader in
      (
        Set(try reader.appliedMigrations()),
        try reader.tables().map { table in
          var rows: [[SQLValue]] = []
          try reader.eachRow(of: table) { rows.append($0) }
          return (table, rows)
        }
      )
    }
    await source.close()
    try await Migrator(Office.migrations.filter { applied.contains($0.id) }).migrate(database)
    try await database.write(serial: nil) { tx in
      try tx.fill {
        let shapes = Dictionary(uniqueKeysWithValues: try tx.tables().map { ($0.name, $0) })
        for (table, rows) in tables {
          guard let shape = shapes[table.name] else { continue }
          try tx.clear(shape)
          let columns = table.columns.compactMap { column in shape.columns.first { $0.name == column.name } }
          for row in rows { try tx.insert(row, columns, into: shape) }
        }
      }
    }
  }
}
