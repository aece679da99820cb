import Intake
import Kernel
import Registry
import Storage
import WorkCalendar

/// 检查查询 · What `doctor` asks of the database.
enum DoctorTable {
  static func failedJobs(_ reader: any Reader) throws -> Int {
    try reader.value("SELECT COUNT(*) FROM job WHERE state = 'dead'", as: Int.self) ?? 0
  }

  /// When the chains' last events were: not the latest of all, since a clock that stood ahead may have been set right.
  static func newestEvent(of county: CountyID? = nil, _ reader: any Reader) throws -> Instant? {
    try reader.value(
      """
      SELECT MAX(event.at) FROM county
      JOIN event ON event.county = county.id AND event.number = county.chain_count
      WHERE \(county.map { "county.id = \($0)" } ?? "1 = 1" as SQL)
      """, as: Instant.self)
  }

  static func seals(_ reader: any Reader) throws -> [UUIDv7] {
    try reader.rows("SELECT id FROM seal WHERE is_active = 1 ORDER BY id").map { try $0.get("id") }
  }

  /// Until when the certificates in use are valid, the soonest first: those bought, and the seals' own where none was.
  static func certificateEnds(_ reader: any Reader) throws -> [(seal: String, end: Day)] {
    let bought = try reader.rows(
      """
      SELECT seal.name, c.valid_to FROM seal_certificate c JOIN seal ON seal.id = c.seal
      WHERE c.ended_at IS NULL AND seal.is_active = 1 ORDER BY c.valid_to, c.id
      """
    ).map { (try $0.get("name", as: String.self), try $0.get("valid_to", as: Instant.self).day) }
    let own = try reader.rows("SELECT name, valid_to FROM seal WHERE is_active = 1 ORDER BY valid_to, id")
      .map { (try $0.get("name", as: String.self), try $0.get("valid_to", as: Day.self)) }
    return (bought + own).map { (seal: $0.0, end: $0.1) }
  }

  /// How many records stand in no index, or in the index and nowhere else.
  static func unindexed(_ sources: [SearchSource], _ reader: any Reader) throws -> Int {
    try CountyTable.all(reader).map(\.id).reduce(0) { sum, county in
      try sources.reduce(sum + AlikeNames.missing(county, reader)) { sum, source in
        let records = try reader.value("SELECT COUNT(*) FROM (\(source.ids(county))) r", as: Int.self) ?? 0
        let entries =
          try reader.value(
            "SELECT COUNT(*) FROM search_entry WHERE county = \(county) AND kind = \(source.kind)", as: Int.self)
          ?? 0
        return sum + abs(records - entries)
      }
    }
  }

  /// Counties whose newest event or newest checkpoint is not what stands beside the chain: a quick look at its end, not
  /// the walk that `verify` makes.
  static func brokenChains(_ reader: any Reader) throws -> [String] {
    try reader.rows(
      """
      SELECT county.code FROM county
      LEFT JOIN event ON event.county = county.id AND event.number = county.chain_count
      LEFT JOIN chain_checkpoint p ON p.county = county.id AND p.number = (
        SELECT MAX(number) FROM chain_checkpoint WHERE chain_checkpoint.county = county.id)
      LEFT JOIN event marked ON marked.county = county.id AND marked.number = p.number
      WHERE county.chain_count > 0 AND (event.hash IS NULL OR event.hash <> county.chain_head)
        OR p.head IS NOT NULL AND (marked.hash IS NULL OR marked.hash <> p.head)
      ORDER BY county.code, county.id
      """
    ).map { try $0.get("code") }
  }
}
