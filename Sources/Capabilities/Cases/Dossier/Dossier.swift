import Foundation
import Intake
package import Kernel
import Localization
import Papers
import Storage
import WorkCalendar

/// 卷宗 · Dossier: every paper and file of a case in the order of the checklist, from closing on.
struct Dossier: Sendable {
  /// 卷内文件 · One document: where it stands in the list, what it is, and its content by hash.
  struct Document: Sendable {
    let item: String
    let title: String
    let number: String?
    let date: Day
    let time: Instant
    let sha256: String
    let mediaType: String
    let isPaper: Bool
    let name: String
    let remark: String
    let volume: DossierItem.Volume
  }

  let aidCase: AidCase
  let documents: [Document]
  let centre: String
  let people: DossierPeople
  let services: Services

  /// Refuses a case that is not closed, and one with papers that are still being made.
  init(_ aidCase: AidCase, _ services: Services, _ reader: any Reader) throws {
    guard aidCase.closedOn != nil else { throw Refusal.notClosed }
    if try ArchiveTable.entry(of: aidCase.id, reader)?.destroyedOn != nil { throw Refusal.destroyed }
    let papers = try PaperTable.of(aidCase.subjects, reader)
    try Refusals.check(
      papers.filter { $0.state == .decided }.map { paper in
        Refusal(
          "dossier.unfinished",
          Text(
            "文书\(paper.form) \(paper.number ?? "")还在制作或者等待盖章，请稍后再导出。",
            "Paper \(paper.form) \(paper.number ?? "") is still being made or waits for its seal: export later."))
      })
    let order = aidCase.checklist
    let made = papers.compactMap { Document($0, in: order) }
    let files = try AttachmentTable.of(aidCase.subjects, reader).map(Document.init)
    self.aidCase = aidCase
    self.services = services
    centre = try reader.value("SELECT name FROM agency WHERE id = \(aidCase.owner)") ?? ""
    let all: [Document] = made + files
    let codes = Set(order.map(\.code))
    // Two volumes joined into one; what no line of the list names stands at the end of its volume.
    documents = DossierItem.Volume.allCases.flatMap { volume in
      order.filter { $0.volume == volume }
        .flatMap { item in all.filter { $0.item == item.code }.map { $0.titled(by: item) } }
        + all.filter { !codes.contains($0.item) && $0.volume == volume }
    }
    people = try DossierPeople(aidCase, made, reader)
  }

  func read(_ document: Document) async throws -> [UInt8] {
    guard let hash = BlobHash(document.sha256) else { throw Refusal.notFound }
    return try await services.files.read(hash)
  }
}

extension Dossier.Document {
  /// A paper that was signed on the screen stands here as it was signed.
  fileprivate init?(_ paper: PaperRecord, in order: [DossierItem]) {
    guard let sha256 = paper.signedSHA256 ?? paper.fileSHA256, let finished = paper.finishedAt else { return nil }
    let forms = IntakeForms.all + CasesForms.all
    let form = forms.first { $0.form == paper.form && $0.formSet == paper.formSet }
    let copy = order.first { $0.signedForm == paper.form }
    let isSigned = paper.isSigned(forms)
    // What is no item by itself is the item that it becomes by being signed.
    item = isSigned || !order.contains { $0.code == paper.form } ? copy?.code ?? paper.form : paper.form
    title = form?.name.zh ?? paper.form
    number = paper.number
    date = paper.decidedOn
    time = finished
    self.sha256 = sha256
    mediaType = "application/pdf"
    isPaper = true
    name = "\(paper.form)\(paper.number.map { "-\($0)" } ?? "").pdf"
    remark = paper.state == .revoked ? "已撤销" : isSigned ? "屏幕签名件" : ""
    volume = copy?.volume ?? .approval
  }

  fileprivate init(_ file: AttachmentRecord) {
    item = file.kind
    title = file.name
    number = nil
    date = file.uploadedAt.day
    time = file.uploadedAt
    sha256 = file.sha256
    mediaType = file.mediaType
    isPaper = false
    name = "\(file.kind)-\(file.name)"
    remark = ""
    volume = file.subject.kind == "application" ? .approval : .handling
  }

  /// Named as the checklist names it; a scan beside one of the office's own papers is the copy that was signed.
  fileprivate func titled(by item: DossierItem) -> Dossier.Document {
    let isSignedCopy = !isPaper && item.source != .upload
    return Dossier.Document(
      item: self.item, title: item.name.zh, number: number, date: date, time: time, sha256: sha256,
      mediaType: mediaType, isPaper: isPaper, name: name, remark: isSignedCopy ? "签名件" : remark,
      volume: item.volume)
  }
}

extension Refusal {
  static let destroyed = Refusal(
    "archive.destroyed", Text("该档案已经销毁，只保留登记。", "The file was destroyed; only its record is kept."))
  static let notClosed = Refusal(
    "dossier.notClosed",
    Text("案件尚未结案，结案后才能导出卷宗。", "The case is not closed yet: its dossier can be exported from closing on."))
}

/// 导出卷宗 · The dossier of a case by its number, as the command line writes it.
package func exportDossier(number: String, in county: CountyID, services: Services) async throws -> [UInt8] {
  let dossier = try await services.database.read { reader in
    try Dossier(CaseTable.numbered(number, for: .system(county), reader), services, reader)
  }
  return try await dossier.archive()
}
