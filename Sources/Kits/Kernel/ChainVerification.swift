import Crypto
import Foundation
import Storage
import WorkCalendar

/// 存证检查点 · Checkpoint: the chain's count and head under the office's own signature, so that a chain cut short is
/// found even when the county's row was cut with it.
package struct TakeCheckpoint: Sendable {
  private let runner: ActionRunner

  package init(_ runner: ActionRunner) { self.runner = runner }

  package func callAsFunction(_ county: CountyID) async throws {
    let services = runner.services
    let now = services.clock.now()
    try await services.database.write(serial: county.uuid) { tx in
      guard let row = try tx.row("SELECT chain_count, chain_head FROM county WHERE id = \(county)") else { return }
      let (count, head): (Int, [UInt8]) = (try row.get("chain_count"), try row.get("chain_head"))
      let seal = services.keys.lookupHash("checkpoint|\(county)|\(count)|\(ChainFault.hex(head))")
      try tx.run(
        """
        INSERT INTO chain_checkpoint (county, number, head, at, signature)
        VALUES (\(county), \(count), \(head), \(now), \(seal)) ON CONFLICT (county, number) DO NOTHING
        """)
    }
  }
}

/// 链上第一处不符 · Chain fault: the first event that does not hold, and why.
package struct ChainFault: Sendable, Hashable, CustomStringConvertible {
  package let county: String
  package let number: Int
  package let reason: String

  package var description: String { "event \(county) \(number): \(reason)" }

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}

extension EventChain {
  /// Re-computes every hash of a county's chain and compares it with the county's row and the signed checkpoints.
  package static func firstFault(_ county: CountyID, code: String, _ services: Services) async throws -> ChainFault?
  {
    try await services.database.read { reader in
      var checkpoints: [Int: (head: [UInt8], signature: [UInt8])] = [:]
      for row in try reader.rows("SELECT number, head, signature FROM chain_checkpoint WHERE county = \(county)") {
        checkpoints[try row.get("number")] = (try row.get("head"), try row.get("signature"))
      }
      var others: [Int: Set<String>] = [:]
      try reader.each("SELECT event_number, subject_kind, subject_id FROM event_subject WHERE county = \(county)") {
        others[try $0.get("event_number"), default: []].insert(try ChainTold.subject($0))
      }
      var walk = ChainWalk(county: code)
      try reader.each("SELECT \(ChainTold.columns) FROM event WHERE county = \(county) ORDER BY number") { row in
        let number: Int = try row.get("number")
        try walk.step(row, number, others: others[number] ?? [], checkpoint: checkpoints[number]?.head)
      }
      if let fault = walk.fault { return fault }
      guard let row = try reader.row("SELECT chain_count, chain_head FROM county WHERE id = \(county)") else {
        return ChainFault(county: code, number: 0, reason: "the county's row is missing")
      }
      let (count, head): (Int, [UInt8]) = (try row.get("chain_count"), try row.get("chain_head"))
      if walk.count != count || walk.head != head {
        return ChainFault(
          county: code, number: min(walk.count, count) + 1, reason: "the newest events are missing or not recorded")
      }
      for (number, point) in checkpoints.sorted(by: { $0.key < $1.key }) {
        if number > count {
          return ChainFault(
            county: code, number: count + 1, reason: "missing: the signed checkpoint \(number) is later")
        }
        let seal = services.keys.lookupHash("checkpoint|\(county)|\(number)|\(ChainFault.hex(point.head))")
        if seal != point.signature {
          return ChainFault(county: code, number: number, reason: "the checkpoint's signature is not the office's")
        }
      }
      return nil
    }
  }
}

private struct ChainWalk {
  let county: String
  var count = 0
  var head = EventChain.genesis
  var fault: ChainFault?

  mutating func step(_ row: Row, _ number: Int, others: Set<String>, checkpoint: [UInt8]?) throws {
    guard fault == nil else { return }
    count += 1
    if number != count {
      fault = ChainFault(county: county, number: count, reason: "missing")
      return
    }
    let body: [UInt8] = try row.get("body")
    head = EventChain.hash(after: head, body)
    if head != (try row.get("hash")) {
      fault = ChainFault(county: county, number: count, reason: "its bytes are not what was recorded")
    } else if (try? JSONDecoder().decode(ChainTold.self, from: Data(body))) != (try? ChainTold(row, others)) {
      fault = ChainFault(county: county, number: count, reason: "its columns differ from its bytes")
    } else if let checkpoint, checkpoint != head {
      fault = ChainFault(county: county, number: count, reason: "differs from the signed checkpoint")
    }
  }
}

/// What an event's columns say and its bytes say too.
private struct ChainTold: Decodable, Hashable {
  let county: String
  let number: Int
  let id: String
  let at: String
  let kind: String
  let actor: String
  let actorName: String
  let subject: String
  let others: Set<String>
  let token: String?
  let outcome: String

  static let columns: SQL =
    "county, number, id, kind, at, actor, actor_name, subject_kind, subject_id, token, outcome, body, hash"

  init(_ row: Row, _ others: Set<String>) throws {
    county = try row.get("county", as: CountyID.self).description
    number = try row.get("number")
    id = try row.get("id", as: UUIDv7.self).description
    at = try row.get("at", as: Instant.self).description
    kind = try row.get("kind")
    actor = try row.get("actor", as: UserID?.self)?.description ?? "system"
    actorName = try row.get("actor_name")
    subject = try Self.subject(row)
    self.others = others
    token = try row.get("token")
    outcome = try row.get("outcome")
  }

  static func subject(_ row: Row) throws -> String {
    "\(try row.get("subject_kind", as: String.self)):\(try row.get("subject_id", as: UUIDv7.self))"
  }
}
