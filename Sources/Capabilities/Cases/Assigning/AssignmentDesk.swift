import Intake
package import Kernel
import Registry
package import Storage
package import WorkCalendar

/// 指派台 · Assignment desk: everything that decides who may take some cases and who comes first, read once for all of
/// them: as many queries as for one case.
package struct AssignmentDesk: Sendable {
  /// 办案量 · Load: somebody's open cases, and his cases of the year.
  private struct Load {
    var open = 0
    var year = 0
    /// The day of his last assignment.
    var last: Day?
  }

  private let day: Day
  private let people: [LegalAidPerson]
  private let weights: SoftWeights
  private let pools: [PoolMembers]
  private let applications: [ApplicationID: Application]
  /// Who undertook the matter in another stage.
  private let former: [CaseID: Set<LegalAidPersonID>]
  private var loads: [LegalAidPersonID: Load]
  private var conflicts: [CaseID: Conflicts]

  package init(
    _ cases: [AidCase], in county: CountyID, on day: Day, pools: [PoolSource] = [], _ reader: any Reader
  ) throws {
    self.day = day
    self.pools = try PoolMembers.all(pools, in: county, on: day, reader)
    people = try LegalAidPersonTable.all(county, reader)
    weights = try SoftWeights.of(county, reader)
    loads = try Self.loads(Set(cases.map(\.owner)).sorted(), county, on: day, reader)
    former = try Self.former(cases, reader)
    let known = try ApplicationTable.all(cases.compactMap(\.application), in: county, reader)
    applications = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0) })
    conflicts = Dictionary(
      uniqueKeysWithValues: try Conflicts.of(cases, in: county, on: day, reader).map { ($0.aidCase.id, $0) })
  }

  /// Everybody, the eligible ones ranked first; nobody for a case that is not on the desk.
  package func candidates(for id: CaseID) -> [Candidate] {
    guard let conflicts = conflicts[id] else { return [] }
    let all = people.map { candidate($0, conflicts) }
    return all.filter(\.isEligible).sorted(by: Self.isBefore) + all.filter { !$0.isEligible }
  }

  /// 按方案承办 · As if a case had been given to somebody: it is among his open cases, and he acts for its side.
  package mutating func assume(_ choice: AssignmentChoice, for id: CaseID) {
    if let person = choice.person {
      loads[person, default: Load()].open += 1
      loads[person, default: Load()].year += 1
      loads[person, default: Load()].last = day
    }
    for other in conflicts.keys where other != id { conflicts[other]?.assume(choice, for: id) }
  }

  private func candidate(_ person: LegalAidPerson, _ conflicts: Conflicts) -> Candidate {
    let aidCase = conflicts.aidCase
    let application = aidCase.application.flatMap { applications[$0] }
    let load = loads[person.id] ?? Load()
    return Candidate(
      person: person,
      score: SoftScore.of(
        specialties: person.specialties, wanted: Specialty.wanted(aidCase.track, application?.matterCode),
        knowsMatter: former[aidCase.id]?.contains(person.id) == true,
        speaks: SpokenLanguage.helping(application?.language, or: aidCase.groups, among: person.languages),
        practiceYears: aidCase.isCriminal ? person.firstLicensedOn?.fullYears(until: day) : nil,
        openCases: load.open, yearCases: load.year, by: weights),
      casesThisYear: load.year, lastAssignedOn: load.last, blocks: conflicts.blocks(person, on: day),
      pools: pools.filter { $0.holds(person.id) }.map(\.source),
      warnings: conflicts.warnings(person, application?.language, on: day))
  }

  private static func isBefore(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.warnings.needChecking != b.warnings.needChecking { return b.warnings.needChecking }
    return (-a.score.points, a.casesThisYear, a.lastAssignedOn ?? .earliest, a.person.name, a.person.id)
      < (-b.score.points, b.casesThisYear, b.lastAssignedOn ?? .earliest, b.person.name, b.person.id)
  }

  /// Everybody's open cases and cases of the year for these centres, in one query.
  private static func loads(
    _ owners: [AgencyID], _ county: CountyID, on day: Day, _ reader: any Reader
  ) throws -> [LegalAidPersonID: Load] {
    let (active, over) = (CaseState.allCases.filter(\.isActive), CaseState.allCases.filter { !$0.isActive })
    let cases: SQL =
      """
      SELECT undertaker, state, assigned_on FROM aid_case
      WHERE county = \(county) AND owner IN \(list: owners) AND undertaker IS NOT NULL
      """
    // Apart, each part is a stretch of its own index; together they are all cases there ever were.
    let rows = try reader.rows(
      """
      SELECT undertaker, SUM(CASE WHEN state IN \(list: active) THEN 1 ELSE 0 END) AS open_cases,
        SUM(CASE WHEN assigned_on >= \(day.firstOfYear) THEN 1 ELSE 0 END) AS year_cases,
        MAX(assigned_on) AS last_on
      FROM (\(cases) AND state IN \(list: active)
        UNION ALL \(cases) AND state IN \(list: over) AND assigned_on >= \(day.firstOfYear)) of_these
      GROUP BY undertaker ORDER BY undertaker
      """)
    return try rows.reduce(into: [:]) { loads, row in
      loads[try row.get("undertaker")] = Load(
        open: try row.get("open_cases"), year: try row.get("year_cases"), last: try row.get("last_on"))
    }
  }

  private static func former(
    _ cases: [AidCase], _ reader: any Reader
  ) throws -> [CaseID: Set<LegalAidPersonID>] {
    try reader.rows(
      """
      SELECT mine.id AS of_case, other.undertaker FROM aid_case mine
        JOIN aid_case other ON other.matter = mine.matter AND other.id <> mine.id
      WHERE mine.id IN \(list: cases.map(\.id)) AND other.undertaker IS NOT NULL ORDER BY mine.id, other.id
      """
    ).reduce(into: [:]) { _ = $0[try $1.get("of_case"), default: []].insert(try $1.get("undertaker")) }
  }
}
