package import Kernel
package import Storage
package import WorkCalendar

/// 新通知数 · Notice counts: how many notices are new to somebody, for the top bar of every page. What was counted is
/// remembered for a moment, and the events since are counted along, so that a new notice shows at once; only an old event
/// that has become one's own since, such as those of a case one was given, shows up to `keptSeconds` later.
package final class NoticeCounts: Sendable {
  package static let shared = NoticeCounts()
  package static let keptSeconds: Int64 = 30

  private struct Kept {
    /// Up to which event one has read, and up to which it was counted.
    let read: Int
    let chain: Int
    let count: Int
  }

  private let kept = Remembered<Kept>(seconds: keptSeconds)

  package init() {}

  /// `chain`: how many events the county has.
  package func unread(_ principal: Principal, chain: Int, now: Instant, _ reader: any Reader) throws -> Int {
    guard let user = principal.user else { return 0 }
    let read = try NoticeTable.read(by: user, in: principal.county, reader)
    guard let known = kept.value(for: principal, at: now), known.read == read, known.chain <= chain else {
      let count = try NoticeTable.count(after: max(read, chain - NoticeTable.window), principal, reader)
      kept.keep(Kept(read: read, chain: chain, count: count), for: principal, at: now)
      return count
    }
    guard known.chain < chain else { return known.count }
    let count = try known.count + NoticeTable.count(after: known.chain, principal, reader)
    kept.update(Kept(read: read, chain: chain, count: count), for: principal)
    return count
  }
}
