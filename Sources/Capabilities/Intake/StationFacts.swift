import Kernel
import Storage
import WorkCalendar

/// 接待计数来源 · Station facts: consultations and applications, on the day and at the place they were taken in.
enum StationFacts {
  static let served = "intake.served"
  static let sameDay = "intake.sameDay"

  static let sources = [
    source("consultation", ids: { "SELECT id FROM consultation WHERE county = \($0) ORDER BY id" }) {
      "SELECT id, origin, served_at, entered_at FROM consultation WHERE id IN \(list: $0) ORDER BY id"
    },
    source("application", ids: { "SELECT id FROM aid_application WHERE county = \($0) ORDER BY id" }) {
      """
      SELECT id, \(IntakeMeasures.servedAt), served_at, entered_at FROM aid_application
      WHERE id IN \(list: $0) ORDER BY id
      """
    },
  ]

  private static func source(
    _ kind: String, ids: @escaping @Sendable (CountyID) -> SQL,
    rows: @escaping @Sendable ([UUIDv7]) -> SQL
  ) -> FactSource {
    FactSource(
      key: kind, version: "1", ids: ids,
      records: { _, subjects in subjects.filter { $0.kind == kind }.map(\.id) }
    ) { reader, _, records in
      try reader.rows(rows(records)).reduce(into: [:]) { found, row in
        let (servedAt, enteredAt) = (
          try row.get("served_at", as: Instant.self), try row.get("entered_at", as: Instant.self)
        )
        let unit: AgencyID = try row.get("origin")
        let names = servedAt.day == enteredAt.day ? [served, sameDay] : [served]
        found[try row.get("id")] = names.map { CountedFact($0, on: servedAt.day, unit: unit) }
      }
    }
  }
}
