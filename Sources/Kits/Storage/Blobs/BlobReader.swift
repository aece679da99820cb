import Crypto
import Foundation

/// Decrypts a blob chunk by chunk; nothing is given out before it was checked.
actor BlobReader {
  private let path: String
  private let hash: BlobHash
  private let keys: KeyRing
  private var source: (handle: FileHandle, key: SymmetricKey)?
  private var index: UInt32 = 0
  /// The sealed chunk to give out next: whether it is the last shows only in what follows it.
  private var ahead: [UInt8] = []

  init(path: String, hash: BlobHash, keys: KeyRing) {
    self.path = path
    self.hash = hash
    self.keys = keys
  }

  /// Nil after the last chunk.
  func next() throws -> [UInt8]? {
    let (handle, key) = try opened()
    if ahead.isEmpty { return nil }
    let sealed = ahead
    ahead = try Self.readChunk(handle)
    guard let chunk = try? BlobFormat.open(sealed, index, isLast: ahead.isEmpty, with: key) else {
      throw BlobProblem.altered(hash)
    }
    index += 1
    return chunk
  }

  private func opened() throws -> (FileHandle, SymmetricKey) {
    if let source { return source }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw BlobProblem.missing(hash) }
    let start = [UInt8](try handle.read(upToCount: BlobFormat.headerSize) ?? Data())
    ahead = try Self.readChunk(handle)
    guard !ahead.isEmpty, let header = try BlobFormat.Header(start, for: hash, in: keys) else {
      throw BlobProblem.altered(hash)
    }
    source = (handle, header.key)
    return (handle, header.key)
  }

  private static func readChunk(_ handle: FileHandle) throws -> [UInt8] {
    [UInt8](try handle.read(upToCount: BlobFormat.sealedChunkSize) ?? Data())
  }
}
