import Intake
package import Kernel
import Registry
package import Storage
package import WorkCalendar

/// 指派方案 · Assignment plan: for each case that waits, who is to take it, so that every hard rule holds among them too and
/// the work is spread: whoever is given one has more work when the next is looked at. The case that fewest may take comes
/// first, and so down to the one that anybody may.
package struct AssignmentPlan: Sendable {
  /// 方案中的一件 · One case with its candidates as they stand once those above it are given away.
  package struct Line: Sendable {
    package let aidCase: AidCase
    package let dueOn: Day?
    package let candidates: [Candidate]

    /// Nil where the rules exclude everybody.
    package var proposed: Candidate? { candidates.first.flatMap { $0.isEligible ? $0 : nil } }
  }

  /// So many at once.
  package static let most = 50

  /// In the order in which they are to be given away.
  package let lines: [Line]

  /// `kept`: the key of the pool that the assigner keeps to; nobody else is proposed then. The rules exclude as ever.
  package static func make(
    for principal: Principal, on day: Day, pools: [PoolSource] = [], keptTo kept: String? = nil,
    _ reader: any Reader
  ) throws -> AssignmentPlan {
    let waiting = Array(try CaseTable.waiting([.opened], for: principal, reader).prefix(most))
    var desk = try AssignmentDesk(waiting.map(\.aidCase), in: principal.county, on: day, pools: pools, reader)
    func candidates(_ id: CaseID) -> [Candidate] {
      desk.candidates(for: id).filter { one in kept == nil || one.pools.contains { $0.key == kept } }
    }
    let eligible = Dictionary(
      uniqueKeysWithValues: waiting.map { one in
        (one.aidCase.id, candidates(one.aidCase.id).count(where: \.isEligible))
      })
    // Stable: among equals the most urgent stays first.
    let order = waiting.enumerated().sorted {
      (eligible[$0.element.aidCase.id] ?? 0, $0.offset) < (eligible[$1.element.aidCase.id] ?? 0, $1.offset)
    }
    return AssignmentPlan(
      lines: order.map { _, one in
        let line = Line(
          aidCase: one.aidCase, dueOn: one.clock?.dueOn, candidates: candidates(one.aidCase.id))
        if let proposed = line.proposed { desk.assume(proposed.choice, for: one.aidCase.id) }
        return line
      })
  }
}
