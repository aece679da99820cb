import Foundation

/// 文件夹文件库 · File blob store: blobs as encrypted files under one directory, `ab/cdef…` by their hash.
package struct FileBlobStore: BlobStore {
  private let directory: String
  private let keys: KeyRing

  package init(directory: String, keys: KeyRing) throws {
    self.directory = directory
    self.keys = keys
    try DurableFile.makeDirectory(directory)
  }

  package func put<Chunks: AsyncSequence>(_ chunks: Chunks) async throws -> Blob
  where Chunks.Element: Sequence, Chunks.Element.Element == UInt8 {
    var writer = try BlobWriter(in: directory, secret: keys.current)
    for try await chunk in chunks { try writer.append(chunk) }
    let finished = writer
    return try await offload { try finished.finish { try place($0) } }
  }

  package func read(_ hash: BlobHash) async throws -> [UInt8] {
    try await readChunks(hash).reduce(into: []) { $0 += $1 }
  }

  package func readChunks(_ hash: BlobHash) -> AsyncThrowingStream<[UInt8], any Error> {
    let reader = BlobReader(path: path(of: hash), hash: hash, keys: keys)
    return AsyncThrowingStream { try await reader.next() }
  }

  package func size(of hash: BlobHash) async throws -> Int64 {
    guard
      let attributes = try? FileManager.default.attributesOfItem(atPath: path(of: hash)),
      let size = attributes[.size] as? NSNumber
    else { throw BlobProblem.missing(hash) }
    return BlobFormat.contentSize(ofFile: size.int64Value)
  }

  /// Every file there is, in order of their hashes.
  func allHashes() throws -> [BlobHash] {
    let folders = try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.count == 2 }
    return try folders.sorted().flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: "\(directory)/\(folder)").sorted()
        .compactMap { BlobHash(folder + $0) }
    }
  }

  private func path(of hash: BlobHash) -> String {
    let name = hash.description
    return "\(directory)/\(name.prefix(2))/\(name.dropFirst(2))"
  }

  /// Where the file of a hash belongs, with its folder made.
  private func place(_ hash: BlobHash) throws -> String {
    let path = path(of: hash)
    try DurableFile.makeDirectory((path as NSString).deletingLastPathComponent)
    return path
  }
}
