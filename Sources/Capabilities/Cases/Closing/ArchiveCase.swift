package import Kernel
import Localization
import Storage

/// 归档 · Archives a case under a number and a retention class. Other capabilities may hang a gate on it (`case.archive`),
/// such as a grade that must come first.
package struct ArchiveCase: Action {
  package static let permission = Permission.archiveCases
  package let aidCase: CaseID
  package let retention: RetentionClass

  package init(aidCase: CaseID, retention: RetentionClass) {
    self.aidCase = aidCase
    self.retention = retention
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .archive)
    try context.passGates("case.archive", found.subject)
    let number = try context.takeNumber(.archiveNumber, for: found.subject)
    try CaseTable.update(
      found.id,
      set: """
        state = \(next), archived_on = \(context.today), archive_number = \(number), retention = \(retention)
        """, in: context)
    try context.stopAll(on: found.subject)
    context.record(
      "case.archived", found.subject, rules: .inForce(on: context.today),
      basis: CaseLifecycle.basis(.archive, on: context.today),
      facts: ["archiveNumber": .text(number), "retention": .text(retention.rawValue)])
    return Done()
  }
}
