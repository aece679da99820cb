import Intake
import Kernel
import Localization
import Paper
import WorkCalendar

extension Dossier {
  /// 装订 · One PDF: cover, index, the documents with page numbers, remark sheet. What cannot be set on a page, such as a
  /// recording, stands in it by a sheet that names it.
  func bound() async throws -> [UInt8] {
    let press = try PaperPress()
    var parts: [BookPart] = []
    for document in documents { parts.append(try await part(document)) }
    do {
      return try await press.bind(book(parts))
    } catch PaperError.unsupportedPDF {
      for (index, document) in documents.enumerated() where await !press.canBind(parts[index]) {
        parts[index] = placeholder(document)
      }
      return try await press.bind(book(parts))
    }
  }

  private func book(_ parts: [BookPart]) -> Book {
    Book(cover: cover(parts.count), parts: parts, end: { pages in [remarks(pages)] })
  }

  private func part(_ document: Document) async throws -> BookPart {
    switch document.mediaType {
    case "application/pdf": bookPart(document, .pdf(try await read(document)))
    case "image/png", "image/jpeg": bookPart(document, .image(try await read(document)))
    default: placeholder(document)
    }
  }

  private func placeholder(_ document: Document) -> BookPart {
    bookPart(
      document,
      .paper(
        PaperContent(
          head: .none, title: document.title,
          blocks: [
            .paragraph("本件为电子文件，不能直接装订，原件随卷宗导出包保存。"),
            .line("文件名：\(document.name)"), .line("摘要（SHA-256）：\(document.sha256)"),
          ], footer: footer, createdAt: createdAt)))
  }

  private func bookPart(_ document: Document, _ content: BookContent) -> BookPart {
    BookPart(
      title: document.title, number: document.number ?? "", date: document.date.description,
      remark: document.remark, volume: document.volume.name.zh, content: content)
  }

  private func cover(_ count: Int) -> PaperContent {
    func day(_ day: Day?) -> String { day.map { Format.day($0, .zh) } ?? "" }
    let rows: [[(label: String, value: String)]] = [
      [("案件类型", aidCase.track.name.zh), ("援助形式", aidCase.form.name.zh)],
      [("案件编号", aidCase.number)], [("指派文号", people.assignmentNumber)], [("案由", aidCase.cause)],
      [("受援人", aidCase.nameOnPapers), ("承办人员", aidCase.undertakerNames)],
      [("承办单位", aidCase.unitName ?? "")],
      [("受理（批准）日期", day(aidCase.acceptedOn)), ("结案日期", day(aidCase.closedOn))],
      [("档案号", aidCase.archiveNumber ?? "")],
      [("归档日期", day(aidCase.archivedOn)), ("保管期限", aidCase.retention?.name.zh ?? "")],
      [("立卷人", people.filedBy), ("卷内文件", "共\(count)件")],
    ]
    return PaperContent(
      head: .black(centre), title: "法律援助案件卷宗", blocks: [.table(.form(rows))], footer: footer, createdAt: createdAt)
  }

  /// 备考表 · What there is to say of the volume itself: how much it holds, what is not on paper, who filed and who
  /// checked it.
  private func remarks(_ pages: Int) -> PaperContent {
    let counts = DossierItem.Volume.allCases.map { volume in
      "\(volume.name.zh)\(documents.count { $0.volume == volume })件"
    }
    let unbound = documents.filter { !["application/pdf", "image/png", "image/jpeg"].contains($0.mediaType) }
    var said = ["本卷共\(documents.count)件（\(counts.joined(separator: "，"))），\(pages)页，按卷内目录装订，二卷合一。"]
    if !unbound.isEmpty {
      said.append("不能装订的电子文件\(unbound.count)件：\(unbound.map(\.title).joined(separator: "、"))。")
    }
    if people.returns > 0 { said.append("审查中退回补正\(people.returns)次，退回通知单在审批卷内。") }
    said.append("文书原件（含电子签名）和材料原件随卷宗导出包逐件保存，以摘要（SHA-256）核对。")
    let rows: [[(label: String, value: String)]] = [
      [("立卷人", people.filedBy), ("立卷日期", aidCase.archivedOn.map { Format.day($0, .zh) } ?? "")],
      [("检查人", people.checkedBy), ("检查日期", aidCase.dossierAcceptedOn.map { Format.day($0, .zh) } ?? "")],
    ]
    return PaperContent(
      head: .none, title: "备考表", blocks: said.map { .paragraph($0) } + [.table(.form(rows))], footer: footer,
      createdAt: createdAt)
  }

  private var footer: Footer { Footer(form: aidCase.number, formSet: centre) }

  private var createdAt: Int64 {
    (documents.map(\.time).max() ?? Instant(aidCase.closedOn ?? aidCase.acceptedOn)).seconds
  }
}

extension PaperPress {
  /// Whether a document can be bound at all: an uploaded PDF may be damaged or under a password.
  fileprivate func canBind(_ part: BookPart) -> Bool {
    let alone = PaperContent(
      head: .none, title: "", blocks: [], footer: Footer(form: "", formSet: ""), createdAt: 0)
    return (try? bind(Book(cover: alone, parts: [part]))) != nil
  }
}
