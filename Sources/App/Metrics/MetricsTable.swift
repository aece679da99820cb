import Kernel
import Storage
import WorkCalendar

/// 监测查询 · What the metrics ask of the database.
struct MetricsTable {
  let events: Int
  let papers: [(state: String, count: Int)]
  let seals: Int
  let jobs: [(state: String, count: Int)]
  /// Since when the longest waiting job that is due has waited.
  let oldest: Instant?
  let newestEvent: Instant?

  init(_ reader: any Reader, _ now: Instant) throws {
    events = try reader.value("SELECT SUM(chain_count) FROM county") ?? 0
    papers = try Self.states("paper", reader)
    seals = try reader.value("SELECT COUNT(*) FROM seal_use") ?? 0
    jobs = try Self.states("job", reader)
    oldest = try reader.value("SELECT MIN(run_after) FROM job WHERE state = 'queued' AND run_after <= \(now)")
    newestEvent = try DoctorTable.newestEvent(reader)
  }

  private static func states(_ table: String, _ reader: any Reader) throws -> [(state: String, count: Int)] {
    try reader.rows("SELECT state, COUNT(*) AS count FROM \(raw: table) GROUP BY state ORDER BY state").map {
      (try $0.get("state"), try $0.get("count"))
    }
  }
}
