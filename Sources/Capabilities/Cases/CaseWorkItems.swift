import Intake
import Kernel
import Localization
import Storage
import WorkCalendar

/// 案件待办 · What waits in cases, for each role.
enum CaseWorkItems {
  static let all = [
    source("assign", .assignCases, [.opened], Text("待指派", "To be assigned"), CasePaths.assignment),
    source(
      "name", .nameUndertakers, [.assignedToUnit, .replacing], Text("待安排承办人员", "An undertaker to be named"),
      CasePaths.undertaker),
    WorkItemSource(key: "cases.handle", permission: .handleCases) { reader, principal, _ in
      guard let undertaker = principal.undertaker else { return [] }
      let states: [CaseState] = [.assignedToPerson, .engaged, .inProgress, .closed, .dossierReturned, .terminated]
      return try CaseTable.waiting(
        states, and: CaseTable.undertaken(by: undertaker) + " AND \(CaseTable.owesDossier)", for: principal, reader
      ).map { waiting in
        let (title, path) = waiting.aidCase.nextStep
        return item(waiting, title: title, at: path)
      }
    },
    source(
      "terminatedDossier", .nameUndertakers, [.terminated],
      Text("已终止，待提交卷宗", "Terminated: the dossier to be handed in"), CasePaths.dossier,
      and: CaseTable.owesDossier + " AND aid_case.undertaker IS NULL"),
    changing(
      "replacement.review", .reviewReplacements, ReplacementTable.cases([.requested]),
      Text("待审查更换申请", "A request for replacement to be reviewed"), CasePaths.replacementReview),
    changing(
      "replacement.decide", .decideReplacements, ReplacementTable.cases([.reviewed]),
      Text("待审批更换申请", "A request for replacement to be decided"), CasePaths.replacementDecision),
    changing(
      "termination.decide", .decideTerminations, TerminationTable.cases([.proposed]),
      Text("待审批终止", "A termination to be decided"), CasePaths.terminationDecision),
    changing(
      "termination.receive", .receiveTerminations,
      TerminationTable.cases([.decided]) + " AND aid_case.unit IS NOT NULL",
      Text("待登记收到终止公函", "The receipt of a termination to be recorded"), CasePaths.terminationReceipt,
      states: [.terminated]),
    changing(
      "major.answer", .answerMajorCases, MajorCaseTable.unanswered,
      Text("待答复重大疑难案件报告", "A report of a major case to be answered"), CasePaths.majorCaseAnswer),
    source(
      "check", .checkDossiers, [.dossierSubmitted], Text("待审查卷宗", "A dossier to be checked"),
      CasePaths.dossierCheck),
    source("archive", .archiveCases, [.dossierAccepted], Text("待归档", "To be archived"), CasePaths.archive),
  ]

  private static func source(
    _ key: String, _ permission: Permission, _ states: [CaseState], _ title: Text, _ path: CasePaths,
    and condition: SQL = "1 = 1"
  ) -> WorkItemSource {
    WorkItemSource(key: "cases.\(key)", permission: permission) { reader, principal, _ in
      try CaseTable.waiting(states, and: condition, for: principal, reader).map { item($0, title: title, at: path) }
    }
  }

  /// What waits beside the case's own steps: a request or a proposal on it.
  private static func changing(
    _ key: String, _ permission: Permission, _ condition: SQL, _ title: Text, _ path: CasePaths,
    states: [CaseState] = CaseState.allCases.filter(\.isActive)
  ) -> WorkItemSource {
    WorkItemSource(key: "cases.\(key)", permission: permission) { reader, principal, _ in
      try CaseTable.waiting(
        states, and: condition, clock: CaseTable.clockOfReplacement, for: principal, reader
      ).map { item($0, title: title, at: path) }
    }
  }

  private static func item(
    _ waiting: (aidCase: AidCase, clock: Clock?), title: Text, at path: CasePaths
  ) -> WorkItem {
    let (found, clock) = waiting
    return WorkItem(
      title: title, about: "\(Format.mask(name: found.recipientName)) · \(found.cause)",
      detail: Text(
        "\(found.track.name.zh)，\(found.state.name.zh)", "\(found.track.name.en), \(found.state.name.en)"),
      number: found.number, dueOn: clock?.dueOn, limitKey: clock?.key, isProvisional: clock?.isProvisional ?? false,
      path: path.path(found.id))
  }
}
