import Crypto

/// Encrypts a content as it comes, into a file that gets its name when the content's hash is known.
struct BlobWriter {
  private let file: DurableFile
  private let header: BlobFormat.Header
  private let key: SymmetricKey
  private var hasher = SHA256()
  private var size: Int64 = 0
  private var waiting: [UInt8] = []
  private var index: UInt32 = 0

  init(in directory: String, secret: KeyRing.Secret) throws {
    file = try DurableFile(in: directory)
    header = BlobFormat.Header(secret: secret)
    key = header.key
    try file.write([UInt8](repeating: 0, count: BlobFormat.headerSize))
  }

  mutating func append(_ bytes: some Sequence<UInt8>) throws {
    waiting += bytes
    // A full chunk waits for what follows it: it may be the last.
    var start = 0
    while waiting.count - start > BlobFormat.chunkSize {
      try write(Array(waiting[start..<start + BlobFormat.chunkSize]), isLast: false)
      start += BlobFormat.chunkSize
    }
    waiting.removeFirst(start)
  }

  consuming func finish(_ place: (BlobHash) throws -> String) throws -> Blob {
    try write(waiting, isLast: true)
    let hash = BlobHash(hasher.finalize())
    try file.write(header.bytes(for: hash), at: 0)
    try file.move(to: place(hash))
    return Blob(hash: hash, size: size)
  }

  private mutating func write(_ chunk: [UInt8], isLast: Bool) throws {
    hasher.update(data: chunk)
    size += Int64(chunk.count)
    try file.write(BlobFormat.seal(chunk, index, isLast: isLast, with: key))
    index += 1
  }
}
