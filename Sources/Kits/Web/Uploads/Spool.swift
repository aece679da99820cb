import Crypto
import Foundation
import Storage

/// 暂存 · Spool: the folder where a server's uploads wait, mode 0700, in it one folder a request. Servers may share what it
/// lies in: each starts by removing what those left behind that are gone, and a file that it keeps locked says it is not.
final class Spool: Sendable {
  let directory: URL
  private let lock: Int32

  init(in parent: URL) throws {
    directory = parent.appending(path: Self.prefix + UUIDv7().description, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(
      at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    lock = open(Self.lock(of: directory), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw CocoaError(.fileWriteUnknown) }
    try Self.sweep(parent)
  }

  deinit {
    try? FileManager.default.removeItem(at: directory)
    close(lock)
  }

  private static let prefix = "server-"
  private static func lock(of directory: URL) -> String { directory.appending(path: "lock").path() }

  private static func sweep(_ parent: URL) throws {
    let left = try FileManager.default.contentsOfDirectory(at: parent, includingPropertiesForKeys: nil)
    for item in left where try !isInUse(item) { try FileManager.default.removeItem(at: item) }
  }

  /// A folder without a lock is that of a server which is just starting.
  private static func isInUse(_ item: URL) throws -> Bool {
    guard item.lastPathComponent.hasPrefix(prefix) else { return false }
    let other = open(lock(of: item), O_RDWR | O_CLOEXEC)
    guard other >= 0 else { return true }
    defer { close(other) }
    return flock(other, LOCK_EX | LOCK_NB) != 0
  }

  /// A file to write one upload into.
  func create(for request: String) throws -> SpoolFile {
    let folder = folder(of: request)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return try SpoolFile(path: folder.appending(path: UUIDv7().description).path())
  }

  /// Removes what a request has spooled.
  func remove(for request: String) { try? FileManager.default.removeItem(at: folder(of: request)) }

  private func folder(of request: String) -> URL { directory.appending(path: request, directoryHint: .isDirectory) }
}

/// 暂存文件 · Spool file: written while it streams in, counted, hashed and known by its first bytes. Beyond its limit
/// nothing more is kept.
struct SpoolFile {
  let path: String
  private(set) var size = 0
  private var hasher = SHA256()
  private var head: [UInt8] = []
  private let handle: FileHandle

  init(path: String) throws {
    self.path = path
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileProblem(path) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  mutating func write(_ bytes: ArraySlice<UInt8>, limit: Int) throws {
    size += bytes.count
    guard size <= limit else { return }
    if head.count < FileType.signatureSize { head += bytes.prefix(FileType.signatureSize - head.count) }
    hasher.update(data: bytes)
    try handle.write(contentsOf: bytes)
  }

  func finish(field: String, fileName: String) throws -> Upload {
    try handle.close()
    return Upload(
      field: field, fileName: fileName, type: FileType(content: head), size: size,
      sha256: Array(hasher.finalize()), path: path)
  }
}
