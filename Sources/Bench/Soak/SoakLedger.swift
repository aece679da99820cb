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
    /// Answers that were neither a refusal to come back to nor an acknowledgement.
    var surprises: [String] = []
  }

  private let entries = Mutex(Entries())

  var all: Entries { entries.withLock { $0 } }

  func note(_ change: (inout Entries) -> Void) { entries.withLock { change(&$0) } }
}

/// 步骤 · The steps of an application that are taken here, each by the person whose task it is.
enum SoakStep: Int, Sendable, CaseIterable, Comparable {
  case registered, accepted, reviewed, granted

  static func < (one: SoakStep, other: SoakStep) -> Bool { one.rawValue < other.rawValue }

  var login: String { ["clerk", "receptionist", "reviewer", "director"][rawValue] }

  func path(_ application: String) -> String {
    switch self {
    case .registered: "/applications/new"
    case .accepted: application + "/acceptance"
    case .reviewed: application + "/review"
    case .granted: application + "/approval"
    }
  }
}
