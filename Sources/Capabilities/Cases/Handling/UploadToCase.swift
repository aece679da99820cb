package import Kernel
import Localization
package import Papers
import Storage

/// 上传材料 · Adds a file to a case under its item of the dossier. Once the dossier is handed in nothing is added before
/// it is returned (docs/law/separation, 6).
package struct UploadToCase: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  /// A code of the dossier's checklist.
  package let item: String
  package let file: StoredUpload

  package init(aidCase: CaseID, item: String, file: StoredUpload) {
    self.aidCase = aidCase
    self.item = item
    self.file = file
  }

  package func perform(in context: ActionContext) throws -> AttachmentID {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    guard found.takesFiles else { throw Refusal.dossierClosed }
    guard found.checklist.contains(where: { $0.code == item }) else {
      throw Refusal.unknownItem.at("item")
    }
    let id = try context.attach(file, kind: item, about: found.subject)
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record(
      "case.fileAdded", found.subject, also: [.attachment(id)],
      facts: ["item": .text(item), "sha256": .text(file.sha256)])
    return id
  }
}

extension Refusal {
  static let unknownItem = Refusal(
    "dossier.item", Text("请选择卷宗目录中的材料。", "Choose an item of the dossier's list."))
  static let dossierClosed = Refusal(
    "dossier.closed",
    Text(
      "卷宗已经提交，不能再改动；需要更正的，由案件质量监督人员退回后办理。",
      "The dossier has been handed in and cannot be changed; a correction begins with its return by the supervisor."
    ))
}
