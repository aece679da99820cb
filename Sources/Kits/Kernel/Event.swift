import Crypto
import Foundation
package import Storage
package import WorkCalendar

/// 事实值 · EventValue: a value in an event's facts.
package enum EventValue: Sendable, Hashable, Encodable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  case text(String), number(Int64), flag(Bool), list([EventValue])

  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int64) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  package init(arrayLiteral elements: EventValue...) { self = .list(elements) }

  package static func id<Of>(_ id: ID<Of>) -> EventValue { .text(id.description) }
  package static func day(_ day: Day) -> EventValue { .text(day.description) }

  package func encode(to encoder: any Encoder) throws {
    var one = encoder.singleValueContainer()
    switch self {
    case .text(let value): try one.encode(value)
    case .number(let value): try one.encode(value)
    case .flag(let value): try one.encode(value)
    case .list(let value): try one.encode(value)
    }
  }
}

/// 事件草稿 · Event draft: what an action says happened.
package struct EventDraft: Sendable {
  package let kind: String
  package let subject: Subject
  package let others: [Subject]
  package let rules: RuleSet?
  package let basis: [LegalBasis]
  package let facts: [String: EventValue]
}

/// 事件 · Event: one link of a county's append-only, hash-chained record; at once timeline and audit log. The hashed
/// bytes are stored as they were hashed, so both engines and later versions agree.
package struct Event: Sendable {
  package let number: Int
  package let id: UUIDv7
  package let kind: String
  package let at: Instant
  package let actor: String
  package let subject: Subject
  package let body: [UInt8]
  package let hash: [UInt8]

  package init(_ row: Row) throws {
    number = try row.get("number")
    id = try row.get("id")
    kind = try row.get("kind")
    at = Instant(milliseconds: try row.get("at"))
    actor = try row.get("actor_name")
    subject = Subject(try row.get("subject_kind"), try row.get("subject_id"))
    body = try row.get("body")
    hash = try row.get("hash")
  }

  /// The facts as recorded; empty when the bytes are not the JSON they were.
  package var facts: [String: String] {
    guard let body = try? JSONDecoder().decode(EventBody.Reading.self, from: Data(body)) else { return [:] }
    return body.facts
  }

  package static let columns: SQL =
    "number, id, kind, at, actor_name, subject_kind, subject_id, body, hash"
}

/// The bytes under an event's hash.
struct EventBody: Encodable {
  let county: String
  let number: Int
  let id: String
  let at: String
  let kind: String
  let actor: String
  let actorName: String
  let subject: String
  let others: [String]
  let rules: String?
  let basis: [String]
  let facts: [String: EventValue]
  let token: String?
  let outcome: String

  struct Reading: Decodable {
    let facts: [String: String]
    enum CodingKeys: String, CodingKey { case facts }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      facts = try values.decode([String: AnyFact].self, forKey: .facts).mapValues(\.text)
    }
  }

  struct AnyFact: Decodable {
    let text: String
    init(from decoder: any Decoder) throws {
      let one = try decoder.singleValueContainer()
      if let value = try? one.decode(String.self) {
        text = value
      } else if let value = try? one.decode(Int64.self) {
        text = String(value)
      } else if let value = try? one.decode(Bool.self) {
        text = String(value)
      } else {
        text = try one.decode([AnyFact].self).map(\.text).joined(separator: "、")
      }
    }
  }
}

/// 规范JSON · Canonical JSON: keys sorted, slashes bare, so that equal values are equal bytes.
package enum CanonicalJSON {
  package static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }

  package static func encode(_ value: some Encodable) throws -> String {
    String(decoding: try bytes(value), as: UTF8.self)
  }
}

/// 事件链 · Event chain: hash(n) = SHA-256(hash(n−1) ‖ body(n)).
package enum EventChain {
  package static let genesis = [UInt8](repeating: 0, count: 32)

  package static func hash(after previous: [UInt8], _ body: [UInt8]) -> [UInt8] {
    var hasher = SHA256()
    hasher.update(data: previous)
    hasher.update(data: body)
    return [UInt8](hasher.finalize())
  }
}
