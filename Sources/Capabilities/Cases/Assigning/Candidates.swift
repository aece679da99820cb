import Intake
import Kernel
package import Localization
package import Registry
package import Storage
package import WorkCalendar

/// 候选人 · Candidate: somebody who could take a case, with what speaks for him and what stands against it.
package struct Candidate: Sendable {
  package let person: LegalAidPerson
  package let score: SoftScore
  package let casesThisYear: Int
  package let blocks: [AssignmentRule.Block]
  /// 提示 · What the assigner should know, and may overlook.
  package let warnings: [AssignmentRule.Block]

  package var isEligible: Bool { blocks.isEmpty }
  package var reasons: [Text] {
    score.reasons + [
      Text("本年\(casesThisYear)件", casesThisYear == 1 ? "1 case this year" : "\(casesThisYear) cases this year")
    ] + warnings.map { Text("提示：", "Mind: ") + $0.reason }
  }
}

/// 候选名单 · Candidates: everybody on the office's list, the eligible ones ranked first, the excluded after them with
/// the rule and its article. The assigner chooses; who passes over the first gives the reason.
package enum Candidates {
  package static func of(_ aidCase: AidCase, on day: Day, _ reader: any Reader) throws -> [Candidate] {
    let (conflicts, loads) = (try Conflicts(aidCase, on: day, reader), try loads(of: aidCase, on: day, reader))
    let application = try aidCase.application.map { try ApplicationTable.one($0, in: aidCase.county, reader) }
    let wanted = Specialty.wanted(aidCase.track, application?.matterCode)
    let former = Set(
      try CaseTable.of(aidCase.matter, for: .system(aidCase.county), reader).filter { $0.id != aidCase.id }
        .compactMap(
          \.undertaker))
    let all = try LegalAidPersonTable.all(aidCase.county, reader).map { person in
      let load = loads[person.id] ?? (open: 0, year: 0)
      return Candidate(
        person: person,
        score: SoftScore.of(
          specialties: person.specialties, wanted: wanted, knowsMatter: former.contains(person.id),
          speaks: SpokenLanguage.helping(application?.language, or: aidCase.groups, among: person.languages),
          openCases: load.open),
        casesThisYear: load.year, blocks: conflicts.blocks(person, on: day),
        warnings: conflicts.warnings(person, application?.language, on: day))
    }
    return all.filter(\.isEligible).sorted(by: isBefore) + all.filter { !$0.isEligible }
  }

  private static func isBefore(_ a: Candidate, _ b: Candidate) -> Bool {
    (-a.score.points, a.casesThisYear, a.person.name, a.person.id)
      < (-b.score.points, b.casesThisYear, b.person.name, b.person.id)
  }

  /// Everybody's open cases and cases of the year, in one query.
  private static func loads(
    of aidCase: AidCase, on day: Day, _ reader: any Reader
  ) throws -> [LegalAidPersonID: (open: Int, year: Int)] {
    let active = CaseState.allCases.filter(\.isActive)
    let rows = try reader.rows(
      """
      SELECT undertaker, SUM(CASE WHEN state IN \(list: active) THEN 1 ELSE 0 END) AS open_cases,
        SUM(CASE WHEN assigned_on >= \(day.firstOfYear) THEN 1 ELSE 0 END) AS year_cases
      FROM aid_case WHERE county = \(aidCase.county) AND owner = \(aidCase.owner) AND undertaker IS NOT NULL
        AND (state IN \(list: active) OR assigned_on >= \(day.firstOfYear))
      GROUP BY undertaker ORDER BY undertaker
      """)
    return try rows.reduce(into: [:]) { loads, row in
      loads[try row.get("undertaker")] = (open: try row.get("open_cases"), year: try row.get("year_cases"))
    }
  }
}
