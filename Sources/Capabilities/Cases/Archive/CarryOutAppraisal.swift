package import Kernel
import Localization
import Storage

/// 登记销毁 · Records what was done on an approved appraisal: the destroyed are marked, with who watched; the kept get the
/// next longer time. Rows, papers and the chain of events stay: nothing is deleted by the software.
package struct CarryOutAppraisal: Action {
  package static let permission = Permission.archiveCases
  /// 监销人 · Who watched.
  package let witness: String

  package init(witness: String) { self.witness = witness }

  package func perform(in context: ActionContext) throws -> Done {
    let (appraisal, next) = try context.openAppraisal(.carryOut)
    guard !witness.isEmpty, witness != context.principal.name else {
      throw Refusal(
        "appraisal.witness",
        Text("请填写监销人；监销人不能是登记人本人。", "Name who watched: somebody else than who records it."), field: "witness")
    }
    let files = try AppraisalTable.files(of: appraisal, context.tx)
    for file in files {
      if file.isDestroyed == true {
        try ArchiveTable.markDestroyed(file.aidCase, in: context)
        try CaseTable.update(file.aidCase, set: "state = \(CaseState.archived)", in: context)
      } else if let retention = file.retention {
        try CaseTable.update(file.aidCase, set: "retention = \(retention.longer)", in: context)
      }
    }
    try AppraisalTable.update(
      appraisal, set: "state = \(next), carried_out_on = \(context.today), witness = \(witness)", in: context)
    context.record(
      "archive.destroyed", appraisal.subject, also: files.map { .aidCase($0.aidCase) },
      facts: ["destroyed": .number(Int64(files.count { $0.isDestroyed == true }))])
    return Done()
  }
}
