import Crypto
import Foundation

/// 密钥环 · Key ring: the keys under which personal fields and files are encrypted.
///
/// New values are sealed under the current key; a sealed value names its key, so what older keys sealed still opens.
/// The look-up key is one for good: a new one would make every stored hash useless.
package struct KeyRing: Sendable {
  /// One 256-bit secret, from which the keys of each use are derived.
  struct Secret: Sendable {
    let number: UInt32
    let key: SymmetricKey
  }

  private let secrets: [UInt32: Secret]
  private let lookup: SymmetricKey
  let current: Secret

  init(secrets: [Secret], lookup: SymmetricKey) throws {
    guard let current = secrets.max(by: { $0.number < $1.number }) else { throw KeyProblem.emptyRing }
    self.secrets = Dictionary(secrets.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    self.lookup = lookup
    self.current = current
  }

  /// The number of the key that seals new values; a sealed value begins with its own, see `keyNumber(of:)`.
  package var currentKey: UInt32 { current.number }

  // MARK: Fields

  /// AES-GCM under the current key, with the place as associated data.
  package func seal(_ text: String, as place: FieldPlace) throws -> [UInt8] {
    let box = try AES.GCM.seal(
      Array(text.utf8), using: current.derived(for: .field), authenticating: Array(place.description.utf8))
    return [Self.format] + current.number.bigEndianBytes + box.nonce + box.ciphertext + box.tag
  }

  /// Refuses what was altered, or sealed for another place.
  package func open(_ sealed: [UInt8], as place: FieldPlace) throws -> String {
    let secret = try secret(Self.keyNumber(of: sealed))
    do {
      let box = try AES.GCM.SealedBox(combined: sealed[Self.headerSize...])
      let plain = try AES.GCM.open(
        box, using: secret.derived(for: .field), authenticating: Array(place.description.utf8))
      return String(decoding: plain, as: UTF8.self)
    } catch {
      throw KeyProblem.doesNotOpen(place)
    }
  }

  /// Which key sealed the value: it is to be sealed again when that is not the current one.
  package static func keyNumber(of sealed: [UInt8]) throws -> UInt32 {
    guard sealed.count > headerSize, sealed[0] == format else { throw KeyProblem.notSealed }
    return UInt32(bigEndianBytes: sealed[1..<headerSize])
  }

  /// HMAC-SHA256 under the look-up key: equal values are found without being readable. Normalise first.
  package func lookupHash(_ normalised: String) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array(normalised.utf8), using: lookup))
  }

  func secret(_ number: UInt32) throws -> Secret {
    guard let secret = secrets[number] else { throw KeyProblem.missingKey(number) }
    return secret
  }

  private static let format: UInt8 = 1
  private static let headerSize = 5
}

extension KeyRing.Secret {
  enum Use: String {
    case field = "legalaid field"
    case file = "legalaid file"
    case fileSeal = "legalaid file seal"
  }

  /// - Parameter salt: makes a key of its own for each file, so that its chunks may be numbered from zero.
  func derived(for use: Use, salt: [UInt8] = []) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, salt: salt, info: Array(use.rawValue.utf8), outputByteCount: 32)
  }
}

/// What is wrong with a key or with what it should open.
package enum KeyProblem: Error, Sendable, Hashable, CustomStringConvertible {
  case noRing(path: String)
  case alreadyThere(path: String)
  case unreadableRing(path: String)
  case readableByOthers(path: String)
  case emptyRing
  case otherOffice(path: String)
  case missingKey(UInt32)
  case notSealed
  case doesNotOpen(FieldPlace)

  package var description: String {
    switch self {
    case .noRing(let path): "no keys at \(path): put the office's key file there; nothing can be read without it"
    case .alreadyThere(let path): "\(path) is there already and is never overwritten"
    case .unreadableRing(let path): "\(path) is not a key file"
    case .readableByOthers(let path): "\(path) must be readable by its owner alone (mode 0600)"
    case .otherOffice(let path): "the keys at \(path) do not open this office's data: put the right ones back"
    case .emptyRing: "the key ring holds no key"
    case .missingKey(let number):
      "key \(number) is not in the key ring: the value was sealed with keys of another office or a lost one"
    case .notSealed: "the value is not encrypted by this program"
    case .doesNotOpen(let place): "\(place): altered, or sealed for another place"
    }
  }
}

extension UInt32 {
  var bigEndianBytes: [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: self >> (24 - 8 * $0)) } }

  init(bigEndianBytes bytes: some Sequence<UInt8>) { self = bytes.reduce(0) { $0 << 8 | UInt32($1) } }
}
