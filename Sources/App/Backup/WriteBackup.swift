import Foundation
package import Kernel
import Registry
import Storage
import WorkCalendar

/// 备份 · Backup: a consistent copy of an office while it serves, the same from either engine. One read snapshot gives
/// every table; the files that its rows name were stored before the rows were committed, so they are copied after it.
///
///     tables/<table>   one row a line, see `RowLine`
///     files/ab/cdef…   uploads and papers, encrypted as they lie
///     manifest.json    counts, hashes, the head of each county's chain; manifest.seal
///
/// Keys stay out. Refuses a folder that holds anything.
package enum WriteBackup {
  package static func run(_ services: Services, to folder: String) async throws -> BackupManifest {
    if let there = try? FileManager.default.contentsOfDirectory(atPath: folder), !there.isEmpty {
      throw BackupFault.notEmpty(folder)
    }
    if let damage = try await services.database.damage() { throw BackupFault.corrupt(damage) }
    try PrivateFile.makeDirectory(folder + "/tables")
    let snapshot = try await services.database.read { try Snapshot($0, folder) }
    let files = try copyFiles(from: services.directory.files, to: folder)
    let manifest = BackupManifest(
      format: BackupManifest.currentFormat, madeAt: services.clock.now().description,
      migrations: snapshot.migrations, chains: snapshot.chains, tables: snapshot.tables, files: files)
    let bytes = try CanonicalJSON.bytes(manifest)
    try PrivateFile.write(
      Data(seal(bytes, services.keys).utf8), to: "\(folder)/\(BackupManifest.sealName)")
    try PrivateFile.write(Data(bytes), to: "\(folder)/\(BackupManifest.name)")
    return manifest
  }

  /// 损坏的文件 · The files of a backup that do not open: damaged in the office itself, and copied as they are.
  package static func damagedFiles(_ manifest: BackupManifest, _ services: Services) async -> [String] {
    var damaged: [String] = []
    for file in manifest.files {
      guard let hash = BlobHash(file.path.replacing("/", with: "")) else { continue }
      do {
        for try await _ in services.files.readChunks(hash) {}
      } catch {
        damaged.append(file.path)
      }
    }
    return damaged
  }

  static func seal(_ manifest: [UInt8], _ keys: KeyRing) -> String {
    PrivateFile.hex(keys.lookupHash("backup|" + BlobHash(of: manifest).description))
  }

  private static func copyFiles(from source: String, to folder: String) throws -> [BackupManifest.File] {
    try PrivateFile.paths(in: source).map { path in
      let target = "\(folder)/files/\(path)"
      try PrivateFile.makeDirectory((target as NSString).deletingLastPathComponent)
      try FileManager.default.copyItem(atPath: "\(source)/\(path)", toPath: target)
      let (sha256, bytes) = try PrivateFile.digest(target)
      return BackupManifest.File(path: path, bytes: bytes, sha256: sha256)
    }
  }
}

/// What one read snapshot gave.
private struct Snapshot: Sendable {
  let migrations: [String]
  let chains: [BackupManifest.Chain]
  let tables: [BackupManifest.Table]

  init(_ reader: any Reader, _ folder: String) throws {
    migrations = try reader.appliedMigrations()
    chains = try reader.rows("SELECT id, code, name, chain_count, chain_head FROM county ORDER BY id").map { row in
      BackupManifest.Chain(
        county: try row.get("id", as: CountyID.self).description, code: try row.get("code"),
        name: try row.get("name"), events: try row.get("chain_count"),
        head: PrivateFile.hex(try row.get("chain_head", as: [UInt8].self)))
    }
    tables = try reader.tables().filter { BackupManifest.leftOut[$0.name] == nil }.map { table in
      let lines = try HashedLines("\(folder)/tables/\(table.name)")
      try reader.eachRow(of: table) { try lines.append(RowLine.write($0)) }
      return BackupManifest.Table(
        name: table.name, columns: table.columns.map(\.name), rows: lines.count, sha256: try lines.finish())
    }
  }
}
