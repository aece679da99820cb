import Foundation
import Kernel
import Storage

/// 备份文件夹 · A backup that was found whole: every table and file is there and is what the manifest says.
struct BackupFolder: Sendable {
  let path: String
  let manifest: BackupManifest
  private let bytes: [UInt8]

  init(_ path: String) throws {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(BackupManifest.name)") else {
      throw BackupFault.unfinished(path)
    }
    guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: data),
      manifest.format == BackupManifest.currentFormat
    else { throw BackupFault.damaged(BackupManifest.name) }
    (self.path, self.manifest, bytes) = (path, manifest, [UInt8](data))
    for table in manifest.tables { try check(table.path, table.sha256) }
    for file in manifest.files { try check("files/\(file.path)", file.sha256) }
  }

  /// Refuses keys that did not seal this manifest.
  func check(_ keys: KeyRing) throws {
    let seal = FileManager.default.contents(atPath: "\(path)/\(BackupManifest.sealName)") ?? Data()
    guard String(decoding: seal, as: UTF8.self) == WriteBackup.seal(bytes, keys) else {
      throw BackupFault.otherKeys
    }
  }

  func eachRow(of table: BackupManifest.Table, _ body: ([SQLValue]) throws -> Void) throws {
    let data = try Data(contentsOf: URL(filePath: "\(path)/\(table.path)"), options: .alwaysMapped)
    var count = 0
    for line in data.split(separator: UInt8(ascii: "\n")) {
      guard let values = RowLine.read(String(decoding: line, as: UTF8.self)), values.count == table.columns.count
      else { throw BackupFault.damaged("\(table.path):\(count + 1)") }
      try body(values)
      count += 1
    }
    guard count == table.rows else { throw BackupFault.damaged(table.path) }
  }

  private func check(_ name: String, _ sha256: String) throws {
    guard FileManager.default.fileExists(atPath: "\(path)/\(name)") else { throw BackupFault.missing(name) }
    guard try PrivateFile.digest("\(path)/\(name)").sha256 == sha256 else { throw BackupFault.damaged(name) }
  }
}
