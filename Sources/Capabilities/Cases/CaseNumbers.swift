import Intake
package import Kernel
import Localization

/// 案件文号 · The series that cases take numbers from. The kind words were seen on issued papers, save 案 and 档.
extension NumberKind {
  package static let caseNumber = NumberKind("case", Text("案件编号", "Case number"), word: "案")
  package static let assignmentNotice = NumberKind("assignment", Text("指派通知书", "Assignment notice"), word: "指")
  package static let archiveNumber = NumberKind("archive", Text("档案号", "Archive number"), word: "档")

  private static let criminalLetter = NumberKind("letter.criminal", Text("刑事公函", "Criminal letter"), word: "刑函")
  private static let administrativeLetter = NumberKind(
    "letter.administrative", Text("行政公函", "Administrative letter"), word: "行函")
  private static let civilLetter = NumberKind("letter.civil", Text("民事公函", "Civil letter"), word: "民函")

  package static let replacementNotice = NumberKind(
    "replacement", Text("更换法律援助人员通知书", "Notice of replacement of the legal aid person"), word: "更")
  package static let terminationDecision = NumberKind(
    "termination", Text("终止法律援助决定书", "Termination decision"), word: "终")
  package static let terminationLetter = NumberKind(
    "letter.termination", Text("终止法律援助公函", "Termination letter"), word: "终函")

  /// 公函 · Letters of civil, criminal and administrative cases count apart.
  static func letter(_ track: CaseTrack) -> NumberKind {
    if track.isCriminal { return criminalLetter }
    return switch track {
    case .administrative, .stateCompensation: administrativeLetter
    default: civilLetter
    }
  }

  static let ofCases: [NumberKind] = [
    .caseNumber, .assignmentNotice, .replacementNotice, .terminationDecision, .terminationLetter, .archiveNumber,
    criminalLetter, administrativeLetter, civilLetter,
  ]
}
