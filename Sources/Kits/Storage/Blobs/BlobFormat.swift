import Crypto
import Foundation

/// How an encrypted file looks: a header, then chunks of 64 KiB, each with its tag; the last is marked as such.
///
///     "LAB1" · key number (4) · salt (16) · seal (32) · chunk, tag (16) · chunk, tag · …
///
/// Every file has a key of its own, derived with its salt, so chunks take their position as nonce: none can be
/// altered, moved, or cut off. The seal is an HMAC over the content's hash: the file is known to be the right one
/// before its first byte is given out.
enum BlobFormat {
  static let chunkSize = 64 * 1024
  static let headerSize = 56
  private static let magic = Array("LAB1".utf8)
  private static let tagSize = 16

  struct Header {
    let secret: KeyRing.Secret
    let salt: [UInt8]

    init(secret: KeyRing.Secret) {
      self.secret = secret
      salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
    }

    /// Nil of what is not the header of a blob with this hash.
    init?(_ bytes: [UInt8], for hash: BlobHash, in keys: KeyRing) throws {
      guard bytes.count == headerSize, Array(bytes[..<4]) == magic else { return nil }
      secret = try keys.secret(UInt32(bigEndianBytes: bytes[4..<8]))
      salt = Array(bytes[8..<24])
      guard
        HMAC<SHA256>.isValidAuthenticationCode(
          bytes[24...], authenticating: hash.bytes, using: secret.derived(for: .fileSeal, salt: salt))
      else { return nil }
    }

    func bytes(for hash: BlobHash) -> [UInt8] {
      magic + secret.number.bigEndianBytes + salt
        + HMAC<SHA256>.authenticationCode(
          for: hash.bytes, using: secret.derived(for: .fileSeal, salt: salt))
    }

    var key: SymmetricKey { secret.derived(for: .file, salt: salt) }
  }

  static func seal(_ chunk: [UInt8], _ index: UInt32, isLast: Bool, with key: SymmetricKey) throws -> [UInt8] {
    let box = try AES.GCM.seal(chunk, using: key, nonce: nonce(index, isLast: isLast))
    return [UInt8](box.ciphertext + box.tag)
  }

  static func open(_ sealed: [UInt8], _ index: UInt32, isLast: Bool, with key: SymmetricKey) throws -> [UInt8] {
    let box = try AES.GCM.SealedBox(
      nonce: nonce(index, isLast: isLast), ciphertext: sealed.dropLast(tagSize), tag: sealed.suffix(tagSize))
    return Array(try AES.GCM.open(box, using: key))
  }

  /// The size of the content, from that of the file; an empty content is one empty chunk.
  static func contentSize(ofFile size: Int64) -> Int64 {
    let body = size - Int64(headerSize)
    let sealedChunk = Int64(chunkSize + tagSize)
    return body - (body + sealedChunk - 1) / sealedChunk * Int64(tagSize)
  }

  static var sealedChunkSize: Int { chunkSize + tagSize }

  private static func nonce(_ index: UInt32, isLast: Bool) throws -> AES.GCM.Nonce {
    try AES.GCM.Nonce(data: [0, 0, 0, 0, 0, 0, 0] + index.bigEndianBytes + [isLast ? 1 : 0])
  }
}
