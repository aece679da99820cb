package import Kernel
package import Localization
package import Markup
import Web
import WorkCalendar

/// 文书列表 · The papers of a record: each with its number, its day, and whether it is sealed.
/// While one is still being made the list asks for itself again.
/// `signing`: the forms that whoever looks may have signed on the screen.
package func paperList(
  _ papers: [PaperRecord], names: [String: Text], signing: [PaperForm] = [], in language: Language
) -> HTML {
  let isBeingMade = papers.contains { $0.state == .decided }
  return div(.id("paper-list"), .dataAwait(isBeingMade)) {
    dataTable(
      DataTable(
        Text("文书", "Papers"),
        columns: [
          Column(Text("文书", "Paper")), Column(Text("文号", "Number")), Column(Text("日期", "Date")),
          Column(Text("状态", "State")),
        ],
        rows: papers.map { paper in
          TableRow([
            link(to: paper, names[paper.form] ?? .same(paper.form), language), numeral(paper.number ?? "—"),
            numeral(Format.day(paper.decidedOn, language)), standing(paper, signing, language),
          ])
        },
        empty: Text(
          "还没有文书。办理每一步时，应出的文书会自动出现在这里。", "No papers yet. Each step makes its own papers, and they appear here.")),
      in: language)
  }
}

private func link(to paper: PaperRecord, _ name: Text, _ language: Language) -> HTML {
  guard paper.state != .decided else { return .text(name[language]) }
  return a(.href("/papers/\(paper.id)")) { paper.form.titled(name[language]) }
}

private func standing(_ paper: PaperRecord, _ signing: [PaperForm], _ language: Language) -> HTML {
  .fragment {
    standing(paper, language)
    if paper.signedSHA256 != nil {
      a(.href("/papers/\(paper.id)/signed")) { Text("已在屏幕上签名", "Signed on the screen")[language] }
    }
    if paper.isOpenToSigning(signing) { linkButton(SigningPage.title, to: paper.signingPath, in: language) }
  }
}

private func standing(_ paper: PaperRecord, _ language: Language) -> HTML {
  switch paper.state {
  case .decided: tag(Text("正在制作", "Being made")[language], .soon)
  case .finished where paper.sealID != nil: tag(Text("已盖章，签名有效", "Sealed and signed")[language], .good)
  case .finished: tag(Text("已制作", "Made")[language], .plain)
  case .revoked: tag(Text("已撤销", "Revoked")[language], .late)
  }
}

/// 附件列表 · The uploads of a record.
package func attachmentList(_ attachments: [AttachmentRecord], names: [String: Text], in language: Language) -> HTML
{
  dataTable(
    DataTable(
      Text("材料", "Attachments"),
      columns: [
        Column(Text("材料", "Kind")), Column(Text("文件", "File")), Column(Text("上传", "Uploaded")),
      ],
      rows: attachments.map { one in
        TableRow([
          .text((names[one.kind] ?? .same(one.kind))[language]),
          a(.href("/attachments/\(one.id)")) { one.name },
          .text("\(one.uploadedBy) \(Format.instant(one.uploadedAt, language))"),
        ])
      },
      empty: Text("还没有上传材料。", "Nothing uploaded yet.")),
    in: language)
}
