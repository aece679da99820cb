/// 办理 · Action: everything that changes a record. It checks permission and lifecycle, asks the rules, writes the row
/// and records exactly one event, in one transaction. Names are imperative: `AcceptApplication`.
package protocol Action: Sendable {
  /// Kept with the event, so that a form sent twice is answered with the first result.
  associatedtype Outcome: Sendable & Codable
  static var permission: Permission { get }
  /// Recorded also where the machine's clock stands before the newest event; one action does that, on purpose.
  static var mayTurnBack: Bool { get }
  func perform(in context: ActionContext) throws -> Outcome
}

extension Action {
  package static var mayTurnBack: Bool { false }
}

/// 空结果 · An action that answers nothing.
package struct Done: Sendable, Codable {
  package init() {}
}

/// 一次提交 · Submission: what every form carries beside its fields. `token` is used once; `version` is the record's as
/// it was shown.
package struct Submission: Sendable, Hashable {
  package let token: String?
  package let version: Int?

  package init(token: String? = nil, version: Int? = nil) {
    self.token = token
    self.version = version
  }

  package static let none = Submission()
}
