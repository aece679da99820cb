import Intake
package import Kernel
package import Localization
package import Registry
package import Storage
package import WorkCalendar

/// 候选人 · Candidate: somebody who could take a case, with what speaks for him and what stands against it.
package struct Candidate: Sendable {
  package let person: LegalAidPerson
  package let score: SoftScore
  package let casesThisYear: Int
  /// 最近一次指派 · Of his cases that are open or of this year.
  package let lastAssignedOn: Day?
  package let blocks: [AssignmentRule.Block]
  /// 所在人才库 · The pools he is in.
  package let pools: [PoolSource]
  /// 提示 · What the assigner should know, and may overlook.
  package let warnings: [AssignmentRule.Block]

  package var isEligible: Bool { blocks.isEmpty }
  package var choice: AssignmentChoice { AssignmentChoice(unit: person.unit, person: person.id) }
  package var reasons: [Text] {
    score.reasons + pools.map(\.name) + [
      Text("本年\(casesThisYear)件", casesThisYear == 1 ? "1 case this year" : "\(casesThisYear) cases this year")
    ] + warnings.map { Text("提示：", "Mind: ") + $0.reason }
  }
}

/// 候选名单 · Candidates: everybody on the office's list, the eligible ones ranked first, the excluded after them with
/// the rule and its article. The assigner chooses; who passes over the first gives the reason.
package enum Candidates {
  package static func of(
    _ aidCase: AidCase, on day: Day, pools: [PoolSource] = [], _ reader: any Reader
  ) throws -> [Candidate] {
    try AssignmentDesk([aidCase], in: aidCase.county, on: day, pools: pools, reader).candidates(for: aidCase.id)
  }
}
