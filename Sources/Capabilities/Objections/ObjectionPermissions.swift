import Intake
package import Kernel
import Localization

extension Permission {
  package static let registerObjections = Permission(
    "objection.register", Text("登记异议", "Register objections"), [.stationClerk, .receptionist, .objectionReviewer])
  package static let viewObjections = Permission(
    "objection.view", Text("查看异议", "View objections"),
    [.stationClerk, .receptionist, .reviewer, .director, .objectionReviewer, .bureauLeader])
}

/// 异议决定文号 · The kind word is ours.
extension NumberKind {
  package static let objectionDecision = NumberKind(
    "objection", Text("异议审查决定文号", "Number of the decision on an objection"), word: "异")
}
