import Foundation

/// A file of our own: mode 0600, there as a whole or not at all, also after a power cut.
///
/// It is written beside its final name, flushed, and moved into place.
final class DurableFile: Sendable {
  private let handle: FileHandle
  private let temporary: String

  init(in directory: String) throws {
    temporary = "\(directory)/.\(UUIDv7()).new"
    let descriptor = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileProblem(temporary) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// After a move there is nothing of that name left.
  deinit { unlink(temporary) }

  func write(_ bytes: [UInt8], at offset: UInt64? = nil) throws {
    if let offset { try handle.seek(toOffset: offset) }
    try handle.write(contentsOf: bytes)
  }

  /// - Parameter replacing: whether a file of that name may be replaced; otherwise it is an error.
  func move(to path: String, replacing: Bool = true) throws {
    try handle.synchronize()
    guard replacing ? rename(temporary, path) == 0 : link(temporary, path) == 0 else { throw FileProblem(path) }
    let directory = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw FileProblem(path) }
    defer { close(directory) }
    guard fsync(directory) == 0 else { throw FileProblem(path) }
  }

  static func makeDirectory(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }
}

/// What the operating system answered about a file.
package struct FileProblem: Error, Sendable, CustomStringConvertible {
  package let path: String
  package let code: Int32

  package init(_ path: String) {
    self.path = path
    code = errno
  }

  package var description: String { "\(path): \(String(cString: strerror(code)))" }
}
