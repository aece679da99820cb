import Intake
import Kernel
import Registry
import Storage
import Web
import WorkCalendar

/// 待办数 · Work counts: what waits behind the menu's entries, remembered in memory for one person at a time.
/// One's own acts are counted at once, also those another server did; what others do shows within `keptSeconds`. The
/// county's chain of events tells whether anything happened, so a page mostly asks the database nothing more.
final class WorkCounts: Sendable {
  static let shared = WorkCounts()
  static let keptSeconds: Int64 = 30

  /// By the address of the menu's entry.
  typealias Counts = [String: Waiting]

  private struct Kept {
    let counts: Counts
    let day: Day
    /// The events of the county when it was counted.
    let chain: Int
  }

  private let kept = Remembered<Kept>(seconds: keptSeconds)

  func counts(of principal: Principal, chain: Int, now: Instant, _ reader: any Reader) throws -> Counts {
    guard let user = principal.user else { return [:] }
    if let known = kept.value(for: principal, at: now), known.day == now.day,
      try chain == known.chain || !WorkTable.acted(user, in: principal.county, after: known.chain, reader)
    {
      return known.counts
    }
    return try keep(WorkList.load(principal, now.day, reader), of: principal, chain: chain, now: now, reader)
  }

  /// Counts the list that is about to be shown.
  @discardableResult
  func keep(
    _ list: WorkList, of principal: Principal, chain: Int, now: Instant, _ reader: any Reader
  ) throws -> Counts {
    var counts = ["/work": Waiting(list.items.count, overdue: list.overdue(now.day))]
    if let approvals = try Approvals.waiting(for: principal, on: now.day, reader) {
      counts[Approvals.path] = Waiting(approvals.count, overdue: approvals.overdue)
    }
    kept.keep(Kept(counts: counts, day: now.day, chain: chain), for: principal, at: now)
    return counts
  }
}
