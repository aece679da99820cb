package import Localization

/// 案件状态 · Case state: where a case stands from its opening to the archive. Grading and subsidy are lifecycles of
/// their own.
package enum CaseState: String, Sendable, Hashable, CaseIterable, Codable {
  case opened, assignedToUnit, assignedToPerson, engaged, inProgress, replacing, closed
  case dossierSubmitted, dossierReturned, dossierAccepted, archived, terminated

  package var name: Text {
    switch self {
    case .opened: Text("已立案", "Opened")
    case .assignedToUnit: Text("已指派单位", "Assigned to a unit")
    case .assignedToPerson: Text("已安排承办人员", "Assigned to a person")
    case .engaged: Text("已签订协议", "Engaged")
    case .inProgress: Text("办理中", "In progress")
    case .replacing: Text("更换承办人员", "Undertaker being replaced")
    case .closed: Text("已结案", "Closed")
    case .dossierSubmitted: Text("已提交卷宗", "Dossier submitted")
    case .dossierReturned: Text("卷宗退回", "Dossier returned")
    case .dossierAccepted: Text("卷宗已接收", "Dossier accepted")
    case .archived: Text("已归档", "Archived")
    case .terminated: Text("已终止", "Terminated")
    }
  }

  /// Somebody still works on it.
  package var isActive: Bool {
    switch self {
    case .opened, .assignedToUnit, .assignedToPerson, .engaged, .inProgress, .replacing: true
    case .closed, .dossierSubmitted, .dossierReturned, .dossierAccepted, .archived, .terminated: false
    }
  }
}

/// 结束方式 · How a case ended; a terminated case counts as closed on its closing day.
package enum CaseEnding: String, Sendable, Hashable, CaseIterable, Codable {
  case closed, terminated

  package var name: Text {
    switch self {
    case .closed: Text("结案", "Closed")
    case .terminated: Text("终止", "Terminated")
    }
  }
}
