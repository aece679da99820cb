package import Kernel
package import Localization
package import Markup

/// 表单状态 · Form state: what a form shows: fresh, or given back with everything that was typed and everything that is
/// wrong.
package struct FormState: Sendable {
  static let csrfField = "csrf"
  static let tokenField = "token"
  static let versionField = "version"

  /// 新 · 有误 · 已被他人办理 · 已过期
  package enum Phase: Sendable, Hashable { case fresh, refused, changedMeanwhile, stale }

  package let phase: Phase
  package let refusals: [Refusal]
  private let fields: Fields
  private let csrf: String
  private let token: String
  private let version: Int?

  package static func fresh(_ request: WebRequest) -> FormState {
    FormState(request, .fresh, [], token: request.newToken())
  }

  /// The same token again: what was refused used none up.
  package static func returned(_ request: WebRequest, _ phase: Phase = .refused, _ refusals: [Refusal]) -> FormState
  {
    FormState(request, phase, refusals, token: request.submission.token ?? request.newToken())
  }

  private init(_ request: WebRequest, _ phase: Phase, _ refusals: [Refusal], token: String) {
    self.phase = phase
    self.refusals = refusals
    self.token = token
    fields = request.fields
    csrf = request.csrf
    version = request.submission.version
  }

  package var isReturned: Bool { phase != .fresh }

  /// What was typed, else what the record holds.
  package func value(_ name: String, or recorded: String? = nil) -> String {
    isReturned ? fields[name] : recorded ?? ""
  }

  package func values(_ name: String, or recorded: [String] = []) -> [String] {
    isReturned ? fields.values(name) : recorded
  }

  package func errors(_ name: String) -> [Text] { refusals.filter { $0.field == name }.map(\.message) }

  /// For the summary above the form.
  package var formErrors: [FormError] { refusals.map { FormError($0.message, field: $0.field) } }

  /// The unseen fields. `version` is the record's now: a form given back keeps the one it saw, unless somebody has
  /// just been shown the change.
  package func tokens(version current: Int? = nil) -> FormTokens {
    FormTokens(
      csrf: csrf, token: token, version: phase == .refused || phase == .stale ? version ?? current : current)
  }

  package func hidden(version current: Int? = nil) -> HTML { tokens(version: current).fields }
}
