import Kernel
import Storage
import WorkCalendar

/// 审查的时钟 · The clocks of the decision: the law's, and beside it the target of an application with priority, which stand
/// still and run on together.
extension ActionContext {
  func startReview(_ application: Application) throws {
    try start(
      IntakeLimits.decision(of: application.track), on: .application(application.id), owner: application.owner)
    guard application.isPriority else { return }
    let target = PriorityLimits.target.set(by: try OfficeLimits.of(county, tx), on: today)
    guard target.variants != PriorityLimits.target.variants else { return }
    try start(PriorityLimits.target, on: .application(application.id), owner: application.owner)
  }

  func pauseReview(_ application: Application, source: UUIDv7) throws {
    for clock in clocks(application) { try pause(clock, on: .application(application.id), source: source) }
  }

  func resumeReview(_ application: Application, source: UUIDv7) throws {
    for clock in clocks(application) { try resume(clock, on: .application(application.id), source: source) }
  }

  func stopReview(_ application: Application) throws {
    for clock in clocks(application) { try stop(clock, on: .application(application.id)) }
  }

  private func clocks(_ application: Application) -> [LimitRule] {
    [IntakeLimits.decision(of: application.track), PriorityLimits.target]
  }
}

/// 优先审查目标（数据） · The target of an application, beside the clock of the law.
enum ReviewTarget {
  static let join: SQL =
    """
    LEFT JOIN deadline t ON t.subject_kind = 'application' AND t.subject_id = a.id AND t.done_on IS NULL
      AND t.rule_key = \(PriorityLimits.target.key)
    """
  /// By the target, else by the law's day; of one day those with priority first, then as they came in.
  static let order: SQL = "COALESCE(t.due_on, d.due_on) NULLS LAST, a.is_priority DESC, a.received_on, a.id"
}
