import Crypto

/// 文件库 · Blob store: uploads and papers, found by the SHA-256 of their content and encrypted at rest.
///
/// An object store can stand behind it as well as a folder.
package protocol BlobStore: Sendable {
  /// Stores the bytes as they come; the same content twice is one blob.
  func put<Chunks: AsyncSequence>(_ chunks: Chunks) async throws -> Blob
  where Chunks.Element: Sequence, Chunks.Element.Element == UInt8

  /// The whole content. Refuses a blob that is missing or altered.
  func read(_ hash: BlobHash) async throws -> [UInt8]

  /// The content in pieces, each checked before it is given out; a missing or altered blob ends in an error.
  func readChunks(_ hash: BlobHash) -> AsyncThrowingStream<[UInt8], any Error>

  /// Refuses a blob that is missing.
  func size(of hash: BlobHash) async throws -> Int64
}

extension BlobStore {
  package func put(_ bytes: [UInt8]) async throws -> Blob {
    try await put(
      AsyncStream<[UInt8]> {
        $0.yield(bytes)
        $0.finish()
      })
  }
}

/// 文件 · Blob: what was stored.
package struct Blob: Sendable, Hashable {
  package let hash: BlobHash
  /// Of the plain content, in bytes.
  package let size: Int64
}

/// 文件摘要 · Blob hash: the SHA-256 of the plain content, 32 bytes.
package struct BlobHash: Sendable, Hashable, SQLConvertible, CustomStringConvertible {
  package let bytes: [UInt8]

  package init?(_ bytes: [UInt8]) {
    guard bytes.count == SHA256.byteCount else { return nil }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits.
  package init?(_ text: String) {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == 64, text.utf8.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  package init(of content: [UInt8]) { self.init(SHA256.hash(data: content)) }

  init(_ digest: SHA256.Digest) { bytes = Array(digest) }

  package var description: String { String(decoding: bytes.flatMap(\.hexDigits), as: UTF8.self) }

  package var sqlValue: SQLValue { .blob(bytes) }

  package static func fromSQL(_ value: SQLValue) throws -> BlobHash {
    guard let hash = BlobHash(try [UInt8].fromSQL(value)) else { throw mismatch(value) }
    return hash
  }
}

/// What is wrong with a blob.
package enum BlobProblem: Error, Sendable, Hashable, CustomStringConvertible {
  case missing(BlobHash)
  case altered(BlobHash)

  package var description: String {
    switch self {
    case .missing(let hash): "file \(hash) is missing"
    case .altered(let hash): "file \(hash) was altered"
    }
  }
}
