import Localization

/// 佐证材料 · Evidence file: what was handed in with a request or a handover, outside the dossier's checklist.
enum EvidenceFile: String, CaseIterable {
  case replacement, handover, termination

  var name: Text {
    switch self {
    case .replacement: Text("更换申请的佐证", "Evidence of the replacement")
    case .handover: Text("材料移交清单", "List of what was handed over")
    case .termination: Text("终止事由的佐证", "Evidence of the termination")
    }
  }
}
