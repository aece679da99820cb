import App
import Kernel
import Registry
import Storage
import WorkCalendar

/// 抽样 · Sample: records spread over the years, so that no page is measured on one warm row.
struct SampleTable {
  let cases: [String]
  let people: [String]
  let caseNumbers: [String]
  let identityNumbers: [String]
  let total: Int

  static func load(_ office: Office) async throws -> SampleTable {
    let keys = office.services.keys
    return try await office.services.database.read { reader in
      guard let county = try CountyTable.all(reader).first else { throw Refusal.notFound }
      let last = county.businessDay ?? .literal(2025, 12, 31)
      let first: Day =
        try reader.value("SELECT MIN(accepted_on) FROM aid_case WHERE county = \(county.id)") ?? last
      let span = first.days(until: last)
      let rows = try (0..<200).flatMap { step in
        try reader.rows(
          """
          SELECT id, number, recipient FROM aid_case WHERE county = \(county.id)
            AND accepted_on >= \(first.adding(days: span * step / 200)) ORDER BY accepted_on, id LIMIT 2
          """)
      }
      let people: [PersonID] = try rows.map { try $0.get("recipient") }
      return SampleTable(
        cases: try rows.map { try $0.get("id", as: CaseID.self).description }, people: people.map(\.description),
        caseNumbers: try rows.map { try $0.get("number") },
        identityNumbers: try people.prefix(100).compactMap {
          try PersonTable.of($0, in: county.id, keys, reader).identityNumber
        },
        total: try reader.value("SELECT COUNT(*) FROM aid_case WHERE county = \(county.id)") ?? 0)
    }
  }
}
