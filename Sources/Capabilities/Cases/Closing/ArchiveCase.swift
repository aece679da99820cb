package import Kernel
import Localization
import Storage

/// 归档 · Archives a case under a number, at a place, and for a time: less than its ground proposes only with a reason. Other
/// capabilities may hang a gate on it, such as a grade that must come first.
package struct ArchiveCase: Action {
  package static let permission = Permission.archiveCases
  /// What other capabilities hang a gate on.
  package static let step = "case.archive"
  package let aidCase: CaseID
  package let retention: RetentionClass
  package let shelf: String
  package let box: String
  /// Why it is kept for less than proposed.
  package let reason: String

  package init(
    aidCase: CaseID, retention: RetentionClass, shelf: String = "", box: String = "", reason: String = ""
  ) {
    self.aidCase = aidCase
    self.retention = retention
    self.shelf = shelf
    self.box = box
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .archive)
    try context.passGates(Self.step, found.subject)
    let ground = found.retentionGround
    if retention < ground.retention, reason.isEmpty {
      throw Refusal(
        "archive.retentionReason",
        Text(
          "“\(ground.name.zh)”建议保管\(ground.retention.name.zh)，缩短的请写明理由。",
          "“\(ground.name.en)” is kept \(ground.retention.name.en): give the reason for less."), field: "reason")
    }
    let number = try context.takeNumber(.archiveNumber, for: found.subject)
    try CaseTable.update(
      found.id,
      set: """
        state = \(next), archived_on = \(context.today), archive_number = \(number), retention = \(retention)
        """, in: context)
    try ArchiveTable.insert(found, shelf: shelf, box: box, reason: reason, in: context)
    try context.stopAll(on: found.subject)
    context.record(
      "case.archived", found.subject, rules: .inForce(on: context.today),
      basis: CaseLifecycle.basis(.archive, on: context.today),
      facts: [
        "archiveNumber": .text(number), "retention": .text(retention.rawValue),
        "ground": .text(ground.rawValue),
      ])
    return Done()
  }
}
