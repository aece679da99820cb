package import Kernel
import Localization
package import Papers
import Storage
import WorkCalendar

/// 登记政府文件 · Registers a government document that the county is to carry out. Refuses a number that is registered, and
/// days that cannot be.
package struct RegisterDocument: Action {
  package static let permission = Permission.manageDocuments
  private let told: DocumentTold
  private let file: StoredUpload?

  package init(_ told: DocumentTold, file: StoredUpload? = nil) {
    self.told = told
    self.file = file
  }

  package func perform(in context: ActionContext) throws -> DocumentID {
    try Refusals.check(told.refusals(nil, in: context))
    let id = try DocumentTable.insert(told, in: context)
    try context.recordDocument("document.registered", id, told, file)
    return id
  }
}

/// 更正政府文件 · Corrects what was registered of a document; a file that is handed in stands beside the earlier ones.
package struct CorrectDocument: Action {
  package static let permission = Permission.manageDocuments
  private let id: DocumentID
  private let told: DocumentTold
  private let file: StoredUpload?

  package init(_ id: DocumentID, _ told: DocumentTold, file: StoredUpload? = nil) {
    self.id = id
    self.told = told
    self.file = file
  }

  package func perform(in context: ActionContext) throws -> Done {
    try context.requireVersion(DocumentTable.one(id, for: context.principal, context.tx).version)
    try Refusals.check(told.refusals(id, in: context))
    try DocumentTable.update(id, told, in: context)
    try context.recordDocument("document.corrected", id, told, file)
    return Done()
  }
}

extension DocumentTold {
  /// `id`: the document that is corrected, whose number is its own.
  fileprivate func refusals(_ id: DocumentID?, in context: ActionContext) throws -> [Refusal] {
    let known = try DocumentTable.withNumber(number, in: context.county, context.tx)
    return [
      number.isEmpty || title.isEmpty || issuer.isEmpty
        ? Refusal(
          "document.told", Text("请填写文号、标题和发文机关。", "Fill in number, title and issuer."), field: "number") : nil,
      known == nil || known == id
        ? nil
        : Refusal(
          "document.number", Text("文号\(number)已经登记，请核对。", "Number \(number) is registered already: check it."),
          field: "number"),
      receivedOn > context.today
        ? Refusal(
          "document.receivedOn", Text("收文日期不能晚于今天，请核对。", "The day of receipt is not after today: check it."),
          field: "receivedOn") : nil,
      receivedOn < issuedOn
        ? Refusal(
          "document.receivedOn",
          Text("收文日期不能早于成文日期，请核对。", "It is not received before the day it bears: check both."), field: "receivedOn")
        : nil,
    ].compactMap(\.self)
  }
}

extension ActionContext {
  fileprivate func recordDocument(
    _ kind: String, _ id: DocumentID, _ told: DocumentTold, _ file: StoredUpload?
  ) throws {
    if let file { try attach(file, kind: "document", about: .governmentDocument(id)) }
    record(
      kind, .governmentDocument(id),
      facts: ["number": .text(told.number), "issuedOn": .day(told.issuedOn), "receivedOn": .day(told.receivedOn)])
  }
}
