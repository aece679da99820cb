import Synchronization
package import WorkCalendar

/// 短时记忆 · Remembered: what was found out for one person, kept in memory for some seconds and only while he may see the
/// same. Lost with the process, and other servers have their own: nothing may rest on it but what is shown.
package final class Remembered<Value: Sendable>: Sendable {
  private struct Kept {
    let principal: Principal
    let since: Instant
    var value: Value
  }

  private let milliseconds: Int64
  private let kept = Mutex<[UserID: Kept]>([:])

  package init(seconds: Int64) { milliseconds = seconds * 1000 }

  package func value(for principal: Principal, at now: Instant) -> Value? {
    guard let user = principal.user, let known = kept.withLock({ $0[user] }), known.principal == principal,
      isFresh(known, now)
    else { return nil }
    return known.value
  }

  /// Remembers it from now on; what the county's others no longer need is forgotten.
  package func keep(_ value: Value, for principal: Principal, at now: Instant) {
    guard let user = principal.user else { return }
    kept.withLock { kept in
      kept = kept.filter { $0.value.principal.county != principal.county || isFresh($0.value, now) }
      kept[user] = Kept(principal: principal, since: now, value: value)
    }
  }

  /// Brings what is remembered up to date; it grows no younger by that.
  package func update(_ value: Value, for principal: Principal) {
    guard let user = principal.user else { return }
    kept.withLock { $0[user]?.value = value }
  }

  private func isFresh(_ kept: Kept, _ now: Instant) -> Bool {
    kept.since <= now && now < kept.since.adding(milliseconds: milliseconds)
  }
}
