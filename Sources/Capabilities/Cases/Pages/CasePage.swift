import Intake
import Kernel
import Localization
import Markup
import Papers
import Registry
import Storage
import Web
import WorkCalendar

/// 案件页 · One case on one page: where it stands, the next deadline and its law, what may be done now, and its record.
struct CasePage: Sendable {
  let aidCase: AidCase
  let application: Application?
  let opposing: [Party]
  /// Of a group case everybody whom it aids; else nobody.
  let recipients: [CaseRecipient]
  let clocks: [Deadline]
  let office: OfficeLimits
  let steps: [CaseStep]
  let changes: CaseChanges
  let standing: DossierStanding
  let slips: [ReturnSlip]
  let archive: ArchiveSection?
  let timeline: CaseTimeline
  let assignments: [AssignmentRecord]
  let hearings: [Hearing]
  let hearingChanges: [HearingChange]
  let records: [HandlingRecord]
  let majorReports: [MajorCaseReport]
  let papers: [PaperRecord]
  let files: [AttachmentRecord]
  /// What other capabilities show here.
  let panels: [Panel]
  let principal: Principal
  let today: Day

  static func load(
    _ id: CaseID, _ principal: Principal, _ services: Services, _ panels: [PanelSource],
    events: [String: Text], _ reader: any Reader
  ) throws -> CasePage {
    let found = try CaseTable.one(id, for: principal, reader)
    let changes = try CaseChanges.load(found, reader)
    return CasePage(
      aidCase: found,
      application: try found.application.map { try ApplicationTable.one($0, in: found.county, reader) },
      opposing: try PartyTable.of(found.matter, in: found.county, reader).filter { $0.role == .opposing },
      recipients: try CaseRecipientTable.of(found.id, for: principal, reader),
      clocks: try Deadline.open(found.subject, reader), office: try OfficeLimits.of(found.county, reader),
      steps: CaseLifecycle.table.allowed(from: found.state, by: principal).filter {
        !$0.isDecidedOnRequest && ($0 != .submitDossier || SubmitDossier.hindrance(found) == nil)
      },
      changes: changes,
      standing: try DossierStanding.of(found, services, reader),
      slips: found.closedOn == nil ? [] : try ReturnSlipTable.of(found.id, reader),
      archive: try ArchiveSection(found, principal, services.clock.today, reader),
      timeline: try CaseTimeline.load(found.subjects, in: found.county, names: events, reader),
      assignments: try AssignmentTable.of(found.id, reader), hearings: try HearingTable.of(found.id, reader),
      hearingChanges: try HearingChangeTable.of(found.id, reader),
      records: try HandlingRecordTable.of(found.id, reader),
      majorReports: try MajorCaseTable.of(found.id, reader), papers: try PaperTable.of(found.subjects, reader),
      files: try AttachmentTable.of(found.subjects, reader),
      panels: try panels.filter { principal.holds($0.permission) }.compactMap {
        try $0.load(reader, principal, found.subject)
      }, principal: principal, today: services.clock.today)
  }

  func body(_ tokens: FormTokens, in language: Language) -> HTML {
    let aside = CaseAside(page: self, language: language).html
    return .fragment {
      pageHead(
        "\(aidCase.recipientName) · \(aidCase.cause)",
        crumbs: breadcrumbs(
          [Crumb(Text("案件", "Cases")[language], path: CasePaths.list.path()), Crumb(aidCase.number)], in: language),
        lead: lead(language), actions: buttons(language))
      sheet(in: language) { Web.steps(progress, in: language) }
      parts(CaseSections(page: self, tokens: tokens, language: language).html, beside: aside)
    }
  }

  /// Nothing beside: the record takes the whole width.
  private func parts(_ record: HTML, beside aside: HTML) -> HTML {
    if aside.isEmpty { return record }
    return columns(urgent: true) {
      record
    } beside: {
      aside
    }
  }

  func returns(in language: Language) -> ReturnSlips {
    ReturnSlips(
      slips: slips, aidCase: aidCase, mayMend: aidCase.takesFiles && principal.holds(.handleCases),
      language: language)
  }

  private func lead(_ language: Language) -> HTML {
    let kind = [aidCase.track.name, aidCase.form.name] + (aidCase.stage.map { [$0.name] } ?? [])
    return .fragment {
      span(.class("num")) { aidCase.number }
      " · " + kind.map { $0[language] }.joined(separator: " · ") + " "
      tag(aidCase.state.name[language], aidCase.state == .archived ? .good : .plain)
      aidCase.groupTag(in: language)
    }
  }

  /// One button for each page on which a step can be taken now; the first is the main one.
  private func buttons(_ language: Language) -> [HTML] {
    var seen: [CasePaths] = []
    var buttons: [HTML] = []
    for step in steps where !seen.contains(CasePaths.of(step)) {
      seen.append(CasePaths.of(step))
      buttons.append(
        linkButton(
          step.buttonName, to: CasePaths.of(step).path(aidCase.id), buttons.isEmpty ? .main : .plain, in: language))
    }
    for (name, path) in changes.open(for: principal) {
      buttons.append(linkButton(name, to: path.path(aidCase.id), buttons.isEmpty ? .main : .plain, in: language))
    }
    if NameCoUndertaker.isOpen(aidCase), principal.holds(.nameCoUndertakers) {
      buttons.append(
        linkButton(CoUndertakerPage.page.title, to: CasePaths.coUndertaker.path(aidCase.id), in: language))
    }
    if aidCase.takesFiles, principal.holds(.handleCases) {
      buttons.append(linkButton(Text("上传材料", "Add files"), to: CasePaths.files.path(aidCase.id), in: language))
    }
    if MakeAgreement.isOpen(aidCase), principal.holds(.handleCases) {
      buttons.append(linkButton(AgreementPage.page.title, to: CasePaths.agreement.path(aidCase.id), in: language))
    }
    let waits = majorReports.contains { $0.answeredOn == nil }
    if waits, principal.holds(.answerMajorCases) {
      buttons.append(
        linkButton(MajorCasePages.answer.title, to: CasePaths.majorCaseAnswer.path(aidCase.id), in: language))
    } else if !waits, ReportMajorCase.isOpen(aidCase), principal.holds(.handleCases) {
      buttons.append(
        linkButton(MajorCasePages.report.title, to: CasePaths.majorCase.path(aidCase.id), in: language))
    }
    for (words, path) in archive?.buttons ?? [] {
      buttons.append(linkButton(words, to: path.path(aidCase.id), in: language))
    }
    return buttons
  }

  /// The stages in order, with the day each was reached. A terminated case shows what it reached, its end, and the way of
  /// its dossier once that began.
  private var progress: [Step] {
    let now = aidCase.state.stage
    let stages = stages.enumerated().map { index, stage in
      Step(stage.0, note: stage.1?.description, index < now ? .done : index == now ? .now : .ahead)
    }
    guard aidCase.ended == .terminated else { return stages }
    let isLast = aidCase.state == .terminated
    return self.stages.prefix(4).filter { $0.1 != nil }.map { Step($0.0, note: $0.1?.description, .done) }
      + [Step(CaseState.terminated.name, note: aidCase.closedOn?.description, isLast ? .now : .done)]
      + (isLast ? [] : stages.dropFirst(5))
  }

  private var stages: [(Text, Day?)] {
    [
      (Text("立案", "Opened"), aidCase.acceptedOn), (Text("指派", "Assigned"), aidCase.assignedOn),
      (Text("签订协议", "Engaged"), aidCase.engagedOn), (Text("办理", "Handled"), nil),
      (Text("结案", "Closed"), aidCase.closedOn), (Text("提交卷宗", "Dossier handed in"), aidCase.dossierSubmittedOn),
      (Text("接收卷宗", "Dossier accepted"), aidCase.dossierAcceptedOn), (Text("归档", "Archived"), aidCase.archivedOn),
    ]
  }
}

extension CaseState {
  /// Which of the stages is under way.
  fileprivate var stage: Int {
    switch self {
    case .opened: 1
    case .assignedToUnit, .assignedToPerson, .replacing: 2
    case .engaged, .inProgress: 3
    case .closed, .dossierReturned: 5
    case .dossierSubmitted: 6
    case .dossierAccepted: 7
    case .archived, .terminated: 8
    }
  }
}

extension CaseStep {
  /// Taken by deciding a request, never by itself.
  fileprivate var isDecidedOnRequest: Bool {
    [.replace, .reassign, .notifiedAnew, .terminate, .resume].contains(self)
  }

  /// On a button, where several steps share a page.
  fileprivate var buttonName: Text {
    switch self {
    case .assignToUnit, .assignToPerson: Text("指派", "Assign")
    case .returnDossier, .acceptDossier: Text("审查卷宗", "Check the dossier")
    default: name
    }
  }
}
