import Crypto
import Foundation

/// 密钥文件 · Key file: the key ring on disk, `keys.json` in the keys directory, mode 0600.
extension KeyRing {
  /// Makes a ring of one key. Refuses to overwrite one, for what it sealed could never be read again.
  package static func generate(in directory: String) throws -> KeyRing {
    let file = File(keys: [1: newKey()], lookup: newKey())
    try DurableFile.makeDirectory(directory)
    try save(file, in: directory, replacing: false)
    return try ring(of: file, at: path(in: directory))
  }

  package static func load(from directory: String) throws -> KeyRing {
    try ring(of: read(from: directory), at: path(in: directory))
  }

  /// Adds a key and makes it the current one; older ones go on opening what they sealed.
  package static func addKey(in directory: String) throws -> KeyRing {
    var file = try read(from: directory)
    file.keys[(file.keys.keys.max() ?? 0) + 1] = newKey()
    try save(file, in: directory, replacing: true)
    return try ring(of: file, at: path(in: directory))
  }

  private struct File: Codable {
    /// By number; in JSON its keys are text.
    var keys: [Int: Data]
    let lookup: Data
  }

  private static func path(in directory: String) -> String { "\(directory)/keys.json" }

  private static func newKey() -> Data { SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) } }

  private static func read(from directory: String) throws -> File {
    let path = path(in: directory)
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      throw KeyProblem.noRing(path: path)
    }
    guard let mode = attributes[.posixPermissions] as? NSNumber, mode.intValue & 0o077 == 0 else {
      throw KeyProblem.readableByOthers(path: path)
    }
    guard let data = FileManager.default.contents(atPath: path),
      let file = try? JSONDecoder().decode(File.self, from: data)
    else { throw KeyProblem.unreadableRing(path: path) }
    return file
  }

  private static func save(_ file: File, in directory: String, replacing: Bool) throws {
    let path = path(in: directory)
    guard replacing || !FileManager.default.fileExists(atPath: path) else {
      throw KeyProblem.alreadyThere(path: path)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let durable = try DurableFile(in: directory)
    try durable.write([UInt8](encoder.encode(file)))
    try durable.move(to: path, replacing: replacing)
  }

  private static func ring(of file: File, at path: String) throws -> KeyRing {
    guard (file.keys.values + [file.lookup]).allSatisfy({ $0.count == 32 }),
      file.keys.keys.allSatisfy({ UInt32(exactly: $0) != nil })
    else {
      throw KeyProblem.unreadableRing(path: path)
    }
    return try KeyRing(
      secrets: file.keys.map { Secret(number: UInt32($0), key: SymmetricKey(data: $1)) },
      lookup: SymmetricKey(data: file.lookup))
  }
}
