import Intake
package import Kernel
package import Registry
package import Storage
package import WorkCalendar

/// 办案量分配 · Work share: how much somebody was given this year, and how it came about.
package struct WorkShare: Sendable {
  package let person: LegalAidPerson
  package let open: Int
  package let year: Int
  package let criminal: Int
  /// Of this year's assignments, by how they came about; those of before this was recorded are in none.
  package let ways: [AssignmentWay: Int]
  /// 理由 · Why he was chosen before the first, the newest first.
  package let reasons: [String]

  /// Everybody on the list, whoever had most first.
  package static func all(for principal: Principal, on day: Day, _ reader: any Reader) throws -> [WorkShare] {
    let (county, first) = (principal.county, day.firstOfYear)
    let active = CaseState.allCases.filter(\.isActive)
    let counts = try reader.rows(
      """
      SELECT undertaker, SUM(CASE WHEN state IN \(list: active) THEN 1 ELSE 0 END) AS open_cases,
        SUM(CASE WHEN assigned_on >= \(first) THEN 1 ELSE 0 END) AS year_cases,
        SUM(CASE WHEN assigned_on >= \(first) AND track IN \(list: CaseTrack.allCases.filter(\.isCriminal))
          THEN 1 ELSE 0 END) AS criminal_cases
      FROM aid_case WHERE \(principal.scope("aid_case")) AND undertaker IS NOT NULL
        AND (state IN \(list: active) OR assigned_on >= \(first))
      GROUP BY undertaker ORDER BY undertaker
      """
    ).reduce(into: [LegalAidPersonID: Row]()) { $0[try $1.get("undertaker")] = $1 }
    let given = try reader.rows(
      """
      SELECT assignment.person, assignment.way, assignment.reason FROM assignment
        JOIN aid_case ON aid_case.id = assignment.aid_case
      WHERE \(principal.scope("aid_case")) AND assignment.assigned_on >= \(first) AND assignment.person IS NOT NULL
        AND assignment.way <> ''
      ORDER BY assignment.id DESC
      """)
    let byPerson = try Dictionary(grouping: given) { try $0.get("person", as: LegalAidPersonID.self) }
    return try LegalAidPersonTable.all(county, reader).map { person in
      let rows = byPerson[person.id, default: []]
      let ways = try rows.compactMap { AssignmentWay(rawValue: try $0.get("way")) }
      let reasons = try rows.map { try $0.get("reason", as: String.self) }
        .reduce(into: [String]()) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
      return WorkShare(
        person: person, open: try counts[person.id]?.get("open_cases") ?? 0,
        year: try counts[person.id]?.get("year_cases") ?? 0,
        criminal: try counts[person.id]?.get("criminal_cases") ?? 0,
        ways: Dictionary(grouping: ways) { $0 }.mapValues(\.count), reasons: Array(reasons.prefix(3)))
    }.sorted {
      (-$0.year, -$0.open, $0.person.name, $0.person.id) < (-$1.year, -$1.open, $1.person.name, $1.person.id)
    }
  }
}
