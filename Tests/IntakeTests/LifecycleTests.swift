import Intake
import Kernel
import Testing

@Suite struct LifecycleTests {
  private let rows = ApplicationLifecycle.table.table.rows

  /// Every state is reached from the counter, and every step is somebody's.
  @Test func nothingIsOutOfReach() {
    var reached: Set = ["received"]
    for _ in rows { reached.formUnion(rows.filter { reached.contains($0.from) }.map(\.to)) }
    #expect(reached == Set(ApplicationState.allCases.map(\.rawValue)))
    #expect(Set(rows.map(\.step)) == Set(ApplicationStep.allCases.map(\.rawValue)))
    #expect(rows.allSatisfy { !$0.permission.roles.isEmpty })
  }

  @Test func aDecisionIsFinal() {
    for state in ["granted", "withdrawn", "deemedWithdrawn", "notAccepted"] {
      #expect(!rows.contains { $0.from == state })
    }
    // Only the bureau undoes a refusal, on an objection.
    let after = rows.filter { $0.from == "refused" }
    #expect(after.map(\.step) == ["orderCorrection"] && after.map(\.permission.roles) == [[.objectionReviewer]])
  }

  @Test func onlyTheDirectorDecides() {
    let deciding = rows.filter { ["granted", "refused"].contains($0.to) }
    #expect(deciding.allSatisfy { $0.permission.roles == [.director] })
  }
}
