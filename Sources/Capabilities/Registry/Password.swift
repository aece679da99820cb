import CSodium
import Foundation

/// 密码 · Password: argon2id through libsodium. Hashing is heavy on purpose (64 MiB), so at most two run at once.
package enum Password {
  package static let minimumLength = 10

  package static func hash(_ password: String) async throws -> String {
    try await onQueue {
      guard sodium_init() >= 0 else { throw Unavailable() }
      var out = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
      let bytes = password.utf8.map { CChar(bitPattern: $0) }
      let status = crypto_pwhash_str(
        &out, bytes, UInt64(bytes.count), UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE),
        Int(crypto_pwhash_MEMLIMIT_INTERACTIVE))
      guard status == 0 else { throw Unavailable() }
      return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  package static func matches(_ password: String, _ hash: String) async -> Bool {
    let answer = try? await onQueue {
      guard sodium_init() >= 0 else { throw Unavailable() }
      let bytes = password.utf8.map { CChar(bitPattern: $0) }
      return crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
    }
    return answer ?? false
  }

  /// 一次性密码 · A password to hand over once: four groups of letters and digits that are not mistaken for each other.
  package static func oneTime() -> String {
    let letters = Array("ABCDEFGHJKMNPQRSTUVWXYZ23456789")
    let groups = (0..<4).map { _ in String((0..<4).map { _ in letters[Int.random(in: letters.indices)] }) }
    return groups.joined(separator: "-")
  }

  struct Unavailable: Error {}

  private static let queue: OperationQueue = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 2
    return queue
  }()

  private static func onQueue<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Result(catching: body)) }
    }
  }
}
