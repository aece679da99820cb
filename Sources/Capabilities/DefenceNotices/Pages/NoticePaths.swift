import Kernel
import Web

/// 通知地址 · Where notices are registered and looked at; a notice itself stands on its case's page.
struct NoticePaths: Sendable {
  let pattern: PathPattern

  static let list = "/defence-notices"
  static let new = "/defence-notices/new"
  static let importing = "/defence-notices/import"
  static let template = "/defence-notices/import/template"
  static let reconciliation = "/defence-notices/reconciliation"
  static let sent = "/defence-notices/reconciliation/sent"
  static let call = NoticePaths("/notice-call")
  static let refusal = NoticePaths("/refusal")
  static let refusalAnswer = NoticePaths("/refusal-answer")
  static let renewal = NoticePaths("/renewed-notice")

  private init(_ rest: String) { pattern = PathPattern("/cases/{id}\(rest)") }

  func path(_ id: CaseID) -> String { pattern.path(id) }
}
