import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 印章页 · Seals: each with its standing authorisations, and the register of their uses.
struct SealsPage {
  struct Entry: Sendable {
    let seal: SealRecord
    let authorisations: [SealAuthorisation]
    let impression: SealImpression?
    let certificate: SealCertificate?
  }

  static let title = Text("印章", "Seals")
  private static let registerTitle = Text("用印登记", "Seal register")

  let entries: [Entry]
  let uses: [SealUse]
  let waiting: Int
  let formNames: [String: Text]
  let principal: Principal
  let today: Day

  private static let rule = Text(
    "印章在授权范围内自动使用：文书已审批、已编号，且在授权的种类和期间内。",
    "A seal is used automatically within its authorisation: the paper is approved and numbered, of a named form, within the period."
  )

  func listPage(_ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, register(request.language))
    return ListPage(table) { frame in
      shell(frame, title: Self.title[language]) { body(table, request) }
    }
  }

  private func body(_ table: DataTable, _ request: WebRequest) -> HTML {
    let language = request.language
    return .fragment {
      pageHead(Self.title[language], lead: .text(Self.rule[language]), actions: listActions(request))
      if waiting > 0 {
        notice(
          Text("有 \(waiting) 份文书等待盖章，请开启相应授权。", "\(waiting) papers wait for a seal: open it for their forms."),
          .soon,
          in: language)
      }
      for entry in entries { one(entry, request, language) }
      sheet(Self.registerTitle, in: language, flush: true) { dataTable(table, in: language) }
      if uses.count == SealTable.pageSize, let last = uses.last {
        p { linkButton(Text("更早的用印", "Earlier uses"), to: "/seals?before=\(last.number)", in: language) }
      }
    }
  }

  private func one(_ entry: Entry, _ request: WebRequest, _ language: Language) -> HTML {
    sheet(.same(entry.seal.name), in: language) {
      facts(
        [
          Web.Fact(Text("保管人", "Keeper"), entry.seal.keeperName),
          Web.Fact(
            Text("证书有效期", "Certificate valid"),
            SealPaths.period(entry.seal.validFrom, entry.seal.validTo, language)),
          Web.Fact(
            Text("印模", "Seal impression"),
            (entry.impression == nil ? Text("系统绘制", "drawn") : Text("本单位上传", "the office's own"))[language]),
          Web.Fact(
            Text("签名证书", "Signs with"),
            entry.certificate.map { "\($0.issuer) \(SealPaths.period($0.validFrom.day, $0.validTo.day, language))" }
              ?? Text("本单位自建证书", "the office's own certificate")[language]),
        ], in: language)
      if let warning = entry.certificate.flatMap({ SealCertificatePage.warning($0, today) }) {
        notice(warning, .soon, in: language)
      }
      actions(entry.seal, language)
      authorisations(entry, request, language)
    }
  }

  private func actions(_ seal: SealRecord, _ language: Language) -> HTML {
    div(.class("actions")) {
      if seal.keeper == principal.user {
        linkButton(
          Text("开启授权", "Open an authorisation"), to: "/seals/\(seal.id)/authorisation", .main, in: language)
        linkButton(AffixingPage.title, to: SealPaths.affixing(seal.id), in: language)
      }
      linkButton(SealImpressionPage.title, to: SealPaths.impression(seal.id), in: language)
      linkButton(SealCertificatePage.title, to: SealPaths.certificate(seal.id), in: language)
    }
  }

  private func authorisations(_ entry: Entry, _ request: WebRequest, _ language: Language) -> HTML {
    dataTable(
      DataTable(
        Text("\(entry.seal.name)：用印授权", "Standing authorisations: \(entry.seal.name)"),
        columns: [
          Column(Text("文书", "Forms")), Column(Text("期间", "Period")), Column(Text("开启人", "Opened by")),
          Column(Text("状态", "State")),
        ],
        rows: entry.authorisations.map { one in
          let isOpen = one.isOpen(on: today)
          return TableRow([
            .text(one.forms.map { formNames[$0]?[language] ?? $0 }.joined(separator: language == .zh ? "、" : ", ")),
            .text(SealPaths.period(one.from, one.to, language)), .text(one.openedBy),
            .fragment {
              tag(
                (isOpen ? Text("有效", "Open") : Text("已结束", "Ended"))[language], isOpen ? .good : .plain)
              if isOpen, entry.seal.keeper == principal.user {
                actionForm(
                  "/seals/\(entry.seal.id)/authorisations/\(one.id)/end", request.tokens(), Text("结束", "End"),
                  in: language)
              }
            },
          ])
        },
        empty: Text("没有授权：文书不会盖章。", "No authorisation: papers are not sealed.")), in: language)
  }

  private func register(_ language: Language) -> DataTable {
    DataTable(
      Self.registerTitle,
      columns: [
        Column(Text("序号", "No."), number: true), Column(Text("印章", "Seal")), Column(Text("文号", "Document number")),
        Column(Text("审批人", "Approved by")), Column(Text("保管人", "Keeper")), Column(Text("方式", "How")),
        Column(Text("时间", "Time")), Column(Text("文件摘要", "File hash")),
      ],
      rows: uses.map { use in
        TableRow([
          .text(String(use.number)), .text(use.sealName),
          a(.href("/papers/\(use.paper)")) { use.documentNumber ?? Text("无文号", "no number")[language] },
          .text(use.approverName ?? "—"), .text(use.keeperName),
          .text((use.isByHand ? Text("逐份", "by hand") : Text("授权", "standing"))[language]),
          numeral(Format.instant(use.at, language)), .text(String(use.fileSHA256.prefix(16)) + "…"),
        ])
      },
      empty: Text("还没有用印。", "No seal was used yet."))
  }
}
