import Crypto
import Foundation
import Storage

/// 暂存 · Spool: the folder where uploads wait, mode 0700, one folder a request, emptied at every start.
struct Spool: Sendable {
  let directory: URL

  func clear() throws {
    let left = try? FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
    for item in left ?? [] { try FileManager.default.removeItem(at: item) }
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
