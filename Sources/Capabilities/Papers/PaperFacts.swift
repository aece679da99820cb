import Crypto
import Foundation
import Kernel
import Storage

/// 文书内容要素 · Paper facts: all that a paper says, decided in one transaction; its file is made from this alone.
struct PaperFacts: Codable, Sendable {
  let form: String
  let formSet: Int
  let name: String
  let isTable: Bool
  let signers: [String]
  /// Declared fields in order: key and printed name.
  let labels: [[String]]
  let number: String?
  let issuer: String
  let isSealed: Bool
  let decidedOn: String
  let decidedAt: Int64
  let fields: [String: String]
  let wording: [String]
  let shortCode: String
  let verifyURL: String
  let approver: String?
  /// 存证 · Where the office's event chain stood: the paper carries its head out of the house.
  let chainNumber: Int
  let chainHead: String

  static func place(_ id: PaperID) -> FieldPlace { FieldPlace("paper", "fields_sealed", id.uuid) }

  static func read(_ json: String) throws -> PaperFacts {
    try JSONDecoder().decode(PaperFacts.self, from: Data(json.utf8))
  }

  func json() throws -> String { try CanonicalJSON.encode(self) }

  /// SHA-256 over the canonical JSON, in hexadecimal.
  static func digest(_ json: String) -> String { hex(SHA256.hash(data: Data(json.utf8))) }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
