import Crypto
import Foundation
import Storage

/// 备份清单 · Manifest: what a backup holds, with how much of it and its SHA-256; written last, so that a folder without
/// one is no backup. The office's look-up key seals it: who has not the keys cannot make or change one.
package struct BackupManifest: Codable, Sendable {
  package struct Chain: Codable, Sendable, Hashable {
    package let county: String
    package let code: String
    package let name: String
    package let events: Int
    package let head: String
  }

  package struct Table: Codable, Sendable, Hashable {
    package let name: String
    package let columns: [String]
    package let rows: Int
    package let sha256: String

    var path: String { "tables/\(name)" }
  }

  package struct File: Codable, Sendable, Hashable {
    package let path: String
    package let bytes: Int
    package let sha256: String
  }

  package let format: Int
  package let madeAt: String
  package let migrations: [String]
  package let chains: [Chain]
  package let tables: [Table]
  package let files: [File]

  package static let currentFormat = 1
  static let name = "manifest.json"
  static let sealName = "manifest.seal"

  /// 不备份的表 · What stays out, and why: who is signed in on one machine is nobody on another.
  package static let leftOut: [String: String] = ["session": "browsers signed in at the moment"]
}

/// A file of our own, mode 0600.
enum PrivateFile {
  static func write(_ data: Data, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: data, attributes: [.posixPermissions: 0o600])
    else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
    }
  }

  static func makeDirectory(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// The SHA-256 and the size of a file, read piece by piece.
  static func digest(_ path: String) throws -> (sha256: String, bytes: Int) {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw BackupFault.missing(path) }
    var (hasher, size) = (SHA256(), 0)
    while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
      hasher.update(data: piece)
      size += piece.count
    }
    return (hex(hasher.finalize()), size)
  }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// Files below a folder, by their path in it, sorted; what begins with a dot is unfinished and no file yet.
  static func paths(in folder: String) throws -> [String] {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return found.filter { path in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      return exists && !isFolder.boolValue && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }
}

/// A text file that is hashed while it is written, line by line.
final class HashedLines {
  private let handle: FileHandle
  private var hasher = SHA256()
  private var waiting = Data()
  private(set) var count = 0

  init(_ path: String) throws {
    try PrivateFile.write(Data(), to: path)
    guard let handle = FileHandle(forWritingAtPath: path) else { throw BackupFault.missing(path) }
    self.handle = handle
  }

  func append(_ line: String) throws {
    waiting.append(contentsOf: line.utf8)
    waiting.append(UInt8(ascii: "\n"))
    count += 1
    if waiting.count > 1 << 20 { try flush() }
  }

  /// Flushes to the disk; answers the SHA-256.
  func finish() throws -> String {
    try flush()
    try handle.synchronize()
    try handle.close()
    return PrivateFile.hex(hasher.finalize())
  }

  private func flush() throws {
    hasher.update(data: waiting)
    try handle.write(contentsOf: waiting)
    waiting.removeAll(keepingCapacity: true)
  }
}
