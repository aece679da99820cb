/// 通知事项 · Notice kinds: the events one is told of when others record them on one's matters. Named by id, as the
/// capabilities that record them stand beside this one.
package enum NoticeKinds {
  package static let all = [
    "application.accepted", "application.notAccepted", "application.forwarded", "application.supplement",
    "application.materials",
    "application.sentBack", "application.recusalDecided", "application.provisional", "application.granted",
    "application.refused", "application.withdrawn", "application.deemedWithdrawn", "case.assigned",
    "case.undertakerNamed", "case.coUndertakerNamed", "case.assignmentReturned", "case.replacementDecided",
    "case.terminated", "case.terminationRefused", "case.closed", "case.dossierSubmitted", "case.dossierReturned",
    "case.dossierAccepted", "case.archived", "archive.loanApproved", "archive.loanRefused", "urge.sent",
    "urge.answered", "task.set", "task.reported", "task.confirmed", "task.sentBack", "task.changed",
    "task.cancelled", "task.reopened",
  ]

  /// Those that are told to everybody of the agency they name.
  static let toAgency = [
    "application.forwarded", "task.set", "task.sentBack", "task.changed", "task.cancelled", "task.reopened",
  ]
}
