import Intake
import Kernel
import Localization
import Markup
import Papers
import Registry
import Web
import WorkCalendar

/// 案件各部分 · The parts of a case's record, one below the other.
struct CaseSections {
  let page: CasePage
  let tokens: FormTokens
  let language: Language

  var html: HTML {
    .fragment {
      sheet(Text("基本情况", "Overview"), in: language, id: "overview") { facts(overview, in: language) }
      if page.assignments.count > 1 || page.assignments.contains(where: { $0.endedOn != nil }) {
        sheet(Text("指派经过", "Assignments"), in: language, id: "assignments") { assignments }
      }
      page.changes.html(in: language)
      sheet(Text("开庭", "Hearings"), in: language, id: "hearings") {
        hearings
        hearingChanges
      }
      sheet(Text("承办记录", "Handling records"), in: language, id: "records") { records }
      MajorCasePages.list(page.majorReports, language)
      page.archive?.html(tokens, in: language) ?? .empty
      if !page.slips.isEmpty {
        sheet(Text("卷宗退回", "Dossier returned"), in: language, id: "returns") { page.returns(in: language).html }
      }
      sheet(Text("文书", "Papers"), in: language, id: "papers") {
        paperList(
          page.papers, names: Self.forms,
          signing: page.principal.holds(.takeSignatures) && page.aidCase.takesFiles ? CasesForms.all : [],
          in: language)
      }
      sheet(Text("材料", "Files"), in: language, id: "files") {
        attachmentList(page.files, names: items, in: language)
      }
      sheet(Text("流程", "Timeline"), in: language, id: "timeline") { page.timeline.body(in: language) }
    }
  }

  private var overview: [Fact] {
    let found = page.aidCase
    var lines: [(Text, String?)] = [
      (Text("受援人", "Recipient"), found.recipientName),
      (Text("群体性案件", "Group case"), page.recipients.words(language)),
      (Text("人群类别", "Groups"), Format.list(found.groups.map { $0.name[language] }, language)),
      (RecipientLanguage.label, page.application?.language?.name[language]),
      (Text("乡镇", "Township"), found.township),
      (Text("对方当事人", "Opposing party"), Format.list(page.opposing.map(\.name), language)),
      (OrganField.label, organ),
      (Text("事项", "Matter"), page.application?.matterCode?.name(found.rules)[language]),
      (Text("案情简介", "Brief of the case"), page.application?.facts),
      (Text("适用规则", "Rules"), found.rules.name[language]),
      (Text("承办", "Undertaker"), found.whoUndertakes),
      (Text("指派方式", "How it was assigned"), page.assignments.last?.way?.name[language]),
      (Text("指派理由", "Reason of the assignment"), page.assignments.last?.reason),
    ]
    if let closed = found.closedOn {
      lines += [
        (Text("结案", "Closed"), "\(Format.day(closed, language)) \(found.closingBasis?.name[language] ?? "")"),
        (Text("办理结果", "Result"), found.resultText(language)),
        (
          Text("挽回损失或者取得利益", "Loss recovered or benefit gained"),
          found.recoveredFen.map { Format.money(fen: $0, language) }
        ),
      ]
    }
    lines.append((Text("档案号", "Archive number"), found.archiveNumber))
    lines.append((Text("保管期限", "Retention"), found.retention?.name[language]))
    let known = lines.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : Fact(name, $0) } }
    return known + applicationLink
  }

  /// With its own number; that of a notice stands in the notice's panel.
  private var organ: String? {
    let found = page.aidCase
    return found.track.isNotified ? nil : [found.organ, found.organCase].compactMap(\.self).joined(separator: " ")
  }

  private var applicationLink: [Fact] {
    guard let application = page.application, page.principal.holds(.viewApplication) else { return [] }
    let link = a(.href("/applications/\(application.id)")) { application.number ?? application.receiptNumber }
    return [Fact(Text("申请", "Application"), link)]
  }

  private var assignments: HTML {
    dataTable(
      DataTable(
        Text("指派经过", "Assignments"),
        columns: [
          Column(Text("单位", "Unit")), Column(Text("承办人员", "Undertaker")), Column(Text("指派日期", "Assigned on")),
          Column(Text("结束日期", "Ended on")), Column(Text("结束原因", "Why it ended")),
        ],
        rows: page.assignments.map { one in
          TableRow([
            .text(one.unitName), .text(one.personName ?? "—"), numeral(Format.day(one.assignedOn, language)),
            numeral(one.endedOn.map { Format.day($0, language) } ?? "—"), .text(one.whyEnded(language)),
          ])
        }, empty: Text("还没有指派。", "Not assigned so far.")), in: language)
  }

  private var hearings: HTML {
    dataTable(
      DataTable(
        Text("开庭", "Hearings"),
        columns: [
          Column(Text("日期", "Day")), Column(Text("法院", "Court")), Column(Text("地点", "Place")),
          Column(Text("状态", "State")), Column(Text("办理", "Action")),
        ],
        rows: page.hearings.map { one in
          TableRow([
            .text("\(Format.day(one.heldOn, language)) \(one.startsAt ?? "")"), .text(one.court), .text(one.place),
            standing(one), action(one),
          ])
        }, empty: Text("还没有开庭。", "No hearing so far.")), in: language)
  }

  @HTMLBuilder private var hearingChanges: HTML {
    if page.aidCase.takesFiles, page.principal.holds(.handleCases), page.hearings.contains(where: { !$0.isHeld }) {
      p {
        a(.href(CasePaths.hearingChange.path(page.aidCase.id))) { Text("改期、取消", "Move or cancel one")[language] }
      }
    }
    if !page.hearingChanges.isEmpty {
      ul(.class("small")) {
        for one in page.hearingChanges { li { one.words(language) } }
      }
    }
  }

  private func standing(_ one: Hearing) -> HTML {
    if one.isObserved { return tag(Text("已开庭，已旁听", "Held and observed")[language], .good) }
    return one.isHeld ? tag(Text("已开庭", "Held")[language], .good) : tag(Text("待开庭", "Ahead")[language])
  }

  private func action(_ one: Hearing) -> HTML {
    guard one.heldOn <= page.today else { return .text("—") }
    let id = page.aidCase.id
    if !one.isHeld, page.aidCase.takesFiles, page.principal.holds(.handleCases) {
      return actionForm(
        CasePaths.hearingHeld.path(id, one.id), tokens, Text("确认已开庭", "It was held"), in: language)
    }
    if !one.isObserved, page.aidCase.state != .archived, page.principal.holds(.observeHearings) {
      return actionForm(
        CasePaths.hearingObserved.path(id, one.id), tokens, Text("登记旁听", "I observed it"), in: language)
    }
    return .text("—")
  }

  private var records: HTML {
    dataTable(
      DataTable(
        Text("承办记录", "Handling records"),
        columns: [
          Column(Text("日期", "Day")), Column(Text("类别", "Kind")), Column(Text("内容", "What was done")),
          Column(Text("登记人", "Recorded by")),
        ],
        rows: page.records.map { one in
          TableRow([
            numeral(Format.day(one.doneOn, language)), .text(one.kind.name[language]), words(one),
            .text(one.recordedBy),
          ])
        },
        empty: Text(
          "还没有承办记录。签订协议后，承办人员在这里登记会见、取证和通报。",
          "None yet. After the agreement the undertaker records meetings, evidence and progress here.")),
      in: language)
  }

  /// What was done, and what the recipient was told.
  private func words(_ record: HandlingRecord) -> HTML {
    guard !record.told.isEmpty else { return .text(record.content) }
    let told = Format.list(record.told.map { $0.name[language] }, language)
    return .fragment {
      record.content
      div(.class("hint")) { Text("已告知：\(told)", "Told: \(told)")[language] }
    }
  }

  private var items: [String: Text] {
    Dictionary(
      page.aidCase.checklist.map { ($0.code, $0.name) } + EvidenceFile.allCases.map { ($0.rawValue, $0.name) },
      uniquingKeysWith: { first, _ in first })
  }

  private static let forms = Dictionary(
    (IntakeForms.all + CasesForms.all).map { ($0.form, $0.name) }, uniquingKeysWith: { first, _ in first })
}

extension HearingChange {
  /// One line of the history.
  fileprivate func words(_ language: Language) -> String {
    let was = "\(Format.day(wasOn, language)) \(wasAt ?? "")"
    let what =
      movedTo.map {
        Text("改期至 \(Format.day($0, .zh)) \(movedAt ?? "")", "moved to \(Format.day($0, .en)) \(movedAt ?? "")")
      }
      ?? Text("取消", "cancelled")
    return "\(was) \(what[language]) · \(reason) · \(recordedBy)"
  }
}
