package import Kernel
import Localization
import Storage

/// 档案鉴定 · Reports on every dossier past its time: which are destroyed, and so which are kept on. Nothing is destroyed
/// by it; two others approve it first.
package struct AppraiseArchive: Action {
  package static let permission = Permission.archiveCases
  package let opinion: String
  package let destroyed: Set<CaseID>

  package init(opinion: String, destroyed: Set<CaseID>) {
    self.opinion = opinion
    self.destroyed = destroyed
  }

  package func perform(in context: ActionContext) throws -> Done {
    if try AppraisalTable.all(context.county, context.tx).contains(where: \.state.isOpen) {
      throw Refusal(
        "appraisal.open", Text("还有一次鉴定没有办结，请先办结。", "An appraisal is still under way: finish it first."))
    }
    let files = try AppraisalTable.expired(on: context.today, for: context.principal, context.tx)
    guard !files.isEmpty else {
      throw Refusal("appraisal.nothing", Text("没有到期的档案。", "No dossier is past its time."))
    }
    guard destroyed.isSubset(of: files.map(\.aidCase)) else {
      throw Refusal(
        "appraisal.notExpired", Text("请从到期的档案中选择。", "Choose among the dossiers past their time."),
        field: "destroyed")
    }
    guard !opinion.isEmpty else {
      throw Refusal("appraisal.opinion", Text("请写明鉴定意见。", "Write the opinion."), field: "opinion")
    }
    let id = try AppraisalTable.insert(opinion, destroyed: destroyed, files: files, in: context)
    context.record(
      "archive.appraised", Subject("appraisal", id),
      facts: ["destroyed": .number(Int64(destroyed.count)), "kept": .number(Int64(files.count - destroyed.count))])
    return Done()
  }
}
