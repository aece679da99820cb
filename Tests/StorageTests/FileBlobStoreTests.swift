import Foundation
import Storage
import Testing

@Suite("Blob store")
struct FileBlobStoreTests {
  private func withStore(_ body: (FileBlobStore, _ files: String, KeyRing) async throws -> Void) async throws {
    try await withFolder { folder in
      let keys = try KeyRing.generate(in: folder + "/keys")
      try await body(try FileBlobStore(directory: folder + "/files", keys: keys), folder + "/files", keys)
    }
  }

  private func path(of hash: BlobHash, in files: String) -> String {
    "\(files)/\(hash.description.prefix(2))/\(hash.description.dropFirst(2))"
  }

  @Test("Content of any size comes back", arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func roundTrip(size: Int) async throws {
    let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try await withStore { store, files, _ in
      let blob = try await store.put(content)
      #expect(blob.size == Int64(size))
      #expect(blob.hash == BlobHash(of: content))
      #expect(try await store.read(blob.hash) == content)
      #expect(try await store.size(of: blob.hash) == Int64(size))
      let stored = try Data(contentsOf: URL(filePath: path(of: blob.hash, in: files)))
      #expect(size < 16 || stored.range(of: Data(content.prefix(16))) == nil)
    }
  }

  @Test("Pieces of uneven size are one content, stored once; nothing else is left")
  func pieces() async throws {
    try await withStore { store, files, _ in
      let pieces = AsyncStream<[UInt8]> { continuation in
        for size in [1, 70_000, 0, 140_000, 3] { continuation.yield(Array(repeating: 7, count: size)) }
        continuation.finish()
      }
      let blob = try await store.put(pieces)
      #expect(try await store.put(Array(repeating: 7, count: 210_004)) == blob)
      var chunks: [Int] = []
      for try await chunk in store.readChunks(blob.hash) { chunks.append(chunk.count) }
      #expect(chunks == [65_536, 65_536, 65_536, 13_396])
      #expect(try FileManager.default.subpathsOfDirectory(atPath: files).count == 2)
    }
  }

  @Test("A stopped upload leaves nothing")
  func stopped() async throws {
    struct Stop: Error {}
    try await withStore { store, files, _ in
      let broken = AsyncThrowingStream<[UInt8], any Error> { continuation in
        continuation.yield([1, 2, 3])
        continuation.finish(throwing: Stop())
      }
      await #expect(throws: Stop.self) { try await store.put(broken) }
      let left = try FileManager.default.subpathsOfDirectory(atPath: files)
      #expect(left == [])
    }
  }

  @Test("An altered byte, a missing end, other content and a missing file are found")
  func altered() async throws {
    try await withStore { store, files, _ in
      let blob = try await store.put([UInt8](repeating: 1, count: 70_000))
      let path = path(of: blob.hash, in: files)
      let good = try Data(contentsOf: URL(filePath: path))
      var damaged = [8, 30, 100, 66_000, good.count - 1].map { position in
        var copy = good
        copy[position] ^= 1
        return copy
      }
      damaged += [good.prefix(65_608), good.prefix(56), good.prefix(10), Data(), good + [0]]
      for bytes in damaged {
        try bytes.write(to: URL(filePath: path))
        await #expect(throws: BlobProblem.altered(blob.hash)) { try await store.read(blob.hash) }
      }
      let other = try await store.put([2])
      try Data(contentsOf: URL(filePath: self.path(of: other.hash, in: files))).write(to: URL(filePath: path))
      await #expect(throws: BlobProblem.altered(blob.hash)) { try await store.read(blob.hash) }
      #expect(try await store.put([UInt8](repeating: 1, count: 70_000)) == blob)
      #expect(try await store.read(blob.hash).count == 70_000)
      try FileManager.default.removeItem(atPath: path)
      await #expect(throws: BlobProblem.missing(blob.hash)) { try await store.read(blob.hash) }
      await #expect(throws: BlobProblem.missing(blob.hash)) { try await store.size(of: blob.hash) }
    }
  }

  @Test("Under a new key old files still open; without the key it is named")
  func keys() async throws {
    try await withFolder { folder in
      let files = folder + "/files"
      let old = try FileBlobStore(directory: files, keys: KeyRing.generate(in: folder + "/keys"))
      let first = try await old.put([1])
      let new = try FileBlobStore(directory: files, keys: KeyRing.addKey(in: folder + "/keys"))
      #expect(try await new.read(first.hash) == [1])
      let second = try await new.put([2])
      await #expect(throws: KeyProblem.missingKey(2)) { try await old.read(second.hash) }
    }
  }
}
