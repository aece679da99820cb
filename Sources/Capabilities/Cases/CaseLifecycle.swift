import Intake
package import Kernel
package import Localization
import WorkCalendar

/// 案件步骤 · Case step: what may be done to a case.
package enum CaseStep: String, Sendable, Hashable, CaseIterable {
  case assignToUnit, assignToPerson, nameUndertaker, returnAssignment, engage, record, addHearing, close
  case replace, reassign, notifiedAnew, terminate, resume
  case submitDossier, returnDossier, acceptDossier, archive

  package var name: Text {
    switch self {
    case .assignToUnit: Text("指派单位", "Assign to a unit")
    case .assignToPerson: Text("指派承办人员", "Assign to a person")
    case .nameUndertaker: Text("安排承办人员", "Name the undertaker")
    case .returnAssignment: Text("退回指派", "Return the assignment")
    case .engage: Text("签订协议", "Sign the agreement")
    case .record: Text("登记承办记录", "Add a handling record")
    case .addHearing: Text("登记开庭", "Add a hearing")
    case .close: Text("结案", "Close the case")
    case .replace: Text("更换承办人员", "Replace the undertaker")
    case .reassign: Text("另行指派", "Assign anew")
    case .notifiedAnew: Text("办案机关另行通知，另行指派", "Assign anew on the organ’s new notice")
    case .terminate: Text("终止法律援助", "Terminate the aid")
    case .resume: Text("恢复法律援助", "Resume the aid")
    case .submitDossier: Text("提交卷宗", "Submit the dossier")
    case .returnDossier: Text("退回卷宗", "Return the dossier")
    case .acceptDossier: Text("接收卷宗", "Accept the dossier")
    case .archive: Text("归档", "Archive")
    }
  }
}

/// 承办流程 · Case lifecycle: from opening to the archive (docs/law/steps, B1 to B16).
package enum CaseLifecycle {
  package static let table = Lifecycle<CaseState, CaseStep>(
    "case", Text("案件承办流程", "Case lifecycle"), state: \.name, step: \.name,
    [
      .init([.opened], .assignToUnit, .assignedToUnit, .assignCases, [.p12("20"), .lal("43"), .p23("24")]),
      .init([.opened], .assignToPerson, .assignedToPerson, .assignCases, [.p12("21"), .p23("25")]),
      .init(
        [.assignedToUnit, .replacing], .nameUndertaker, .assignedToPerson, .nameUndertakers,
        [.p12("22"), .p23("27")]),
      .init([.assignedToUnit, .assignedToPerson], .returnAssignment, .opened, .nameUndertakers, [.lal("62")]),
      .init([.assignedToPerson], .engage, .engaged, .handleCases, [.p12("22"), .p23("27")]),
      .init([.engaged, .inProgress], .record, .inProgress, .handleCases, [.p12("24"), .p23("33")]),
      .init([.engaged, .inProgress], .addHearing, .inProgress, .handleCases, [.p12("23")]),
      .init([.inProgress], .close, .closed, .handleCases, [.p12("34"), .p23("41")]),
      .init(working, .replace, .replacing, .decideReplacements, [.p12("30"), .lal("55"), .p23("38")]),
      .init(working, .reassign, .opened, .decideReplacements, [.p12("30"), .lal("55"), .p23("38")]),
      .init(
        Set(CaseState.allCases.filter(\.isActive)), .notifiedAnew, .opened, .registerNotices,
        [LegalBasis(.interpretation2012, "45"), LegalBasis(.interpretation2021, "50"), .c13("15")]),
      .init(
        Set(CaseState.allCases.filter(\.isActive)), .terminate, .terminated, .decideTerminations,
        [.p12("33"), .lal("48")]),
      .init([.terminated], .resume, .opened, .decideObjections, [.r03("19"), .p12("19"), .lal("49")]),
      .init(
        [.closed, .terminated, .dossierReturned], .submitDossier, .dossierSubmitted, .handleCases,
        [.p12("34"), .lal("50")]),
      .init([.dossierSubmitted], .returnDossier, .dossierReturned, .checkDossiers),
      .init([.dossierSubmitted], .acceptDossier, .dossierAccepted, .checkDossiers, [.p12("35")]),
      .init([.dossierAccepted], .archive, .archived, .archiveCases, [.p12("36"), .p23("43")]),
    ])

  /// 承办之中 · Somebody is named and the case is not closed: what a replacement may be asked in.
  static let working: Set<CaseState> = [.assignedToPerson, .engaged, .inProgress]

  /// The articles of a step that are in force on a day: what its event cites.
  static func basis(_ step: CaseStep, on day: Day) -> [LegalBasis] {
    let transition = table.transitions.first { $0.step == step }
    return (transition?.basis ?? []).filter { $0.law.isInForce(on: day) }
  }
}
