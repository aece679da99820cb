import Kernel
import Storage
import WorkCalendar

/// 案件计数来源 · Case facts: what the cases that an event touches count for now.
enum CaseFacts {
  static let source = FactSource(
    key: "case", version: BlobHash(of: Array("\((Counted.ofCases, Counted.ofHearings))".utf8)).description,
    ids: { "SELECT id FROM aid_case WHERE county = \($0) ORDER BY id" }, records: records, facts: facts)

  /// Papers and attachments of an application count with its cases; how group cases count is the county's to say.
  private static func records(_ reader: any Reader, _ subjects: [Subject]) throws -> [UUIDv7] {
    let cases = subjects.filter { $0.kind == "case" }.map(\.id)
    let applications = subjects.filter { $0.kind == "application" }.map(\.id)
    let county = subjects.first { $0.kind == "county" }
    let groups = try county.map { try CaseRecipientTable.cases($0.id, reader) } ?? []
    guard !applications.isEmpty else { return cases + groups }
    return try cases + groups
      + reader.rows("SELECT id FROM aid_case WHERE application IN \(list: applications) ORDER BY id").map {
        try $0.get("id")
      }
  }

  private static func facts(
    _ reader: any Reader, _ county: CountyID, _ ids: [UUIDv7]
  ) throws -> [UUIDv7: [CountedFact]] {
    var found: [UUIDv7: [CountedFact]] = [:]
    let columns = Counted.ofCases.enumerated().map { $1.columns($0) }.joined(", ")
    let cases: SQL =
      """
      SELECT id, township, unit, \(columns) FROM aid_case WHERE id IN \(list: ids) ORDER BY id
      """
    for row in try reader.rows(cases) {
      let id: UUIDv7 = try row.get("id")
      for (number, fact) in Counted.ofCases.enumerated() {
        guard let day: Day = try row.get("day\(number)") else { continue }
        found[id, default: []].append(try counted(fact.name, day, by: row.get("by\(number)"), row))
      }
    }
    for fact in Counted.ofHearings {
      for row in try reader.rows(fact.hearings(ids)) {
        found[try row.get("id"), default: []].append(
          try counted(fact.name, row.get("day"), since: row.get("since"), row))
      }
    }
    for (id, weight) in try CaseRecipientTable.weights(ids, in: county, reader) {
      found[id] = found[id].map { facts in Array(repeatElement(facts, count: weight).joined()) }
    }
    return found
  }

  private static func counted(
    _ name: String, _ day: Day, by: Day? = nil, since: Day? = nil, _ row: Row
  ) throws -> CountedFact {
    CountedFact(name, on: day, by: by, since: since, township: try row.get("township"), unit: try row.get("unit"))
  }
}
