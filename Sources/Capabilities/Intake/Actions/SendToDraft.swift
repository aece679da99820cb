import Kernel
import Localization
import Storage

/// 手机上传草稿材料 · Adds what a telephone sent to a draft of the counter, in the name of the clerk whose draft it is; nothing
/// is handed in before the draft is registered, so there is no receipt yet. Refuses a draft that was registered or thrown
/// away meanwhile, and more files than a matter at the counter can have.
struct SendToDraft: Action {
  static let permission = Permission.registerApplication
  static let most = 60

  private let draft: UUIDv7
  private let files: [KeptUpload]

  init(_ draft: UUIDv7, _ files: [KeptUpload]) {
    self.draft = draft
    self.files = files
  }

  func perform(in context: ActionContext) throws -> Done {
    guard let user = context.principal.user, try DraftTable.exists(draft, of: user, context.tx) else {
      throw Self.gone
    }
    guard try DraftUploadTable.count(draft, context.tx) + files.count <= Self.most else { throw Self.tooMany }
    try DraftUploadTable.insert(files, of: draft, in: context)
    context.record(
      "draft.materials", Subject("draft", draft),
      facts: ["materials": .list(files.map { .text($0.code) }), "byPhone": .flag(true)])
    return Done()
  }

  static let gone = Refusal(
    "phoneUpload.draftGone",
    Text(
      "这份申请已经登记或者草稿已经放弃，二维码不再有效。请工作人员重新打开二维码。",
      "The application was registered or its draft thrown away, so this code no longer holds: ask the clerk for a new one."
    ))

  private static let tooMany = Refusal(
    "phoneUpload.tooMany",
    Text(
      "一份草稿最多接收\(most)个文件，请把其余的直接交给工作人员。",
      "A draft takes \(most) files at most: hand the others to the clerk."))
}
