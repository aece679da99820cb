import Foundation
import Synchronization

/// 回执 · Ledger: what the server said was done, as those who asked remember it. Whatever stands here must be found
/// afterwards, once.
final class SoakLedger: Sendable {
  struct Entries: Sendable {
    /// Marks of consultations that were acknowledged.
    var consultations: [String] = []
    /// Marks of applications, and how far each was acknowledged to have come.
    var applications: [String: SoakStep] = [:]
    var acknowledged = 0
    /// Submissions sent again because no answer came.
    var repeated = 0
    /// What was refused for now, by what the page said; each was asked again.
    var refused: [String: Int] = [:]
    /// Pages looked at while nothing could be written, and how many were shown.
    var (looked, shown) = (0, 0)
    /// Answers that were neither a refusal to come back to nor an acknowledgement.
    var surprises: [String] = []
  }

  private let entries = Mutex(Entries())

  var all: Entries { entries.withLock { $0 } }

  func note(_ change: (inout Entries) -> Void) { entries.withLock { change(&$0) } }

  /// Returns once so many submissions were acknowledged.
  func wait(for acknowledged: Int) {
    while all.acknowledged < acknowledged { Thread.sleep(forTimeInterval: 0.02) }
  }
}
