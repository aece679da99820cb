import Foundation
import Kernel
import Registry
import Storage

/// 恢复 · Restore: an office out of its backup, into an empty place and either engine. The whole backup is checked
/// before anything is made; the rows come in one transaction, so a restore that is killed leaves an empty database and
/// can be run again. The schema is first the backup's own and then brought to this program's.
package struct RestoreBackup: Sendable {
  /// 密钥来源 · The envelope of the keys; without one they must lie in the keys directory already.
  package struct Envelope: Sendable {
    let file: String
    let passphrase: String

    package init(file: String, passphrase: String) {
      self.file = file
      self.passphrase = passphrase
    }
  }

  private let settings: Settings
  private let directory: DataDirectory

  package init(_ settings: Settings) throws {
    self.settings = settings
    let place = try settings.directory()
    directory = DataDirectory(root: place.root, keys: place.keys)
  }

  package func run(from path: String, envelope: Envelope?) async throws -> BackupManifest {
    let folder = try BackupFolder(path)
    try checkVersion(folder.manifest)
    try checkFiles(folder.manifest)
    let keyFiles = try envelope.map { try KeyEnvelope.open($0.file, passphrase: $0.passphrase) }
    try checkKeysPlace(keyFiles)
    for path in [directory.root, directory.keys, directory.files, directory.spool] {
      try PrivateFile.makeDirectory(path)
    }
    let database = try await openDatabase(url: settings.database, create: true)
    do {
      try await checkEmpty(database)
      try placeKeys(keyFiles, folder)
      try copyFiles(folder)
      try await fill(database, folder)
    } catch {
      await database.close()
      throw error
    }
    await database.close()
    return folder.manifest
  }

  // MARK: What refuses

  private func checkVersion(_ manifest: BackupManifest) throws {
    let known = Set(Office.migrations.map(\.id))
    let unknown = manifest.migrations.filter { !known.contains($0) }
    if !unknown.isEmpty { throw BackupFault.newer(unknown) }
  }

  /// What an earlier, killed run of the same restore copied is no hindrance.
  private func checkFiles(_ manifest: BackupManifest) throws {
    let ours = Set(manifest.files.map(\.path))
    let there = try PrivateFile.paths(in: directory.files).filter { !ours.contains($0) }
    if !there.isEmpty { throw BackupFault.notEmpty(directory.files) }
  }

  private func checkKeysPlace(_ files: [String: Data]?) throws {
    let ring = "\(directory.keys)/keys.json"
    guard let files else {
      guard FileManager.default.fileExists(atPath: ring) else { throw BackupFault.noKeys(directory.keys) }
      return
    }
    for (name, data) in files {
      let there = FileManager.default.contents(atPath: "\(directory.keys)/\(name)")
      if let there, there != data { throw BackupFault.keysThere(directory.keys) }
    }
  }

  private func checkEmpty(_ database: any Database) async throws {
    let holder = try await database.read { reader in
      try reader.tables().first { try BackupManifest.leftOut[$0.name] == nil && !reader.isEmpty($0) }
    }
    if let holder { throw BackupFault.notEmpty("\(settings.place) (\(holder.name))") }
  }

  // MARK: What is made

  private func placeKeys(_ files: [String: Data]?, _ folder: BackupFolder) throws {
    for (name, data) in files ?? [:] where !name.contains("/") {
      try PrivateFile.write(data, to: "\(directory.keys)/\(name)")
    }
    do {
      try folder.check(KeyRing.load(from: directory.keys))
    } catch {
      for name in (files ?? [:]).keys { try? FileManager.default.removeItem(atPath: "\(directory.keys)/\(name)") }
      throw error
    }
  }

  private func copyFiles(_ folder: BackupFolder) throws {
    for file in folder.manifest.files {
      let target = "\(directory.files)/\(file.path)"
      try PrivateFile.makeDirectory((target as NSString).deletingLastPathComponent)
      try? FileManager.default.removeItem(atPath: target)
      try FileManager.default.copyItem(atPath: "\(folder.path)/files/\(file.path)", toPath: target)
    }
  }

  private func fill(_ database: any Database, _ folder: BackupFolder) async throws {
    let then = Set(folder.manifest.migrations)
    try await Migrator(Office.migrations.filter { then.contains($0.id) }).migrate(database)
    try await database.write(serial: nil) { tx in
      try tx.fill {
        let shapes = Dictionary(uniqueKeysWithValues: try tx.tables().map { ($0.name, $0) })
        for shape in shapes.values { try tx.clear(shape) }
        for table in folder.manifest.tables {
          guard let shape = shapes[table.name] else { throw BackupFault.unknownTable(table.name) }
          let columns = table.columns.compactMap { name in shape.columns.first { $0.name == name } }
          guard columns.count == table.columns.count else { throw BackupFault.unknownTable(table.name) }
          try folder.eachRow(of: table) { try tx.insert($0, columns, into: shape) }
        }
      }
    }
    try await Migrator(Office.migrations).migrate(database)
  }
}

extension Settings {
  /// The database without what its address may tell of a password.
  var place: String { database.hasPrefix("sqlite:") ? database : "postgresql" }
}
