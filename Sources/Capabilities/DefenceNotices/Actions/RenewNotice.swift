import Cases
import Intake
package import Kernel
import Localization
package import Papers
import Storage
package import WorkCalendar

/// 登记另行通知 · Registers that the organ notified anew after it had permitted a refusal: the case is taken back and waits to
/// be assigned to somebody else, the time to assign beginning with this notice's receipt (刑事规定 2013, 15; 刑诉法解释 2012, 45;
/// 2021, 50). By how much a court's notice came late is recorded (TL23). Refuses a time before the permission or later than
/// now, and a third defender where the court may notify but once more.
package struct RenewNotice: Action {
  package static let permission = Permission.registerNotices
  private let aidCase: CaseID
  private let receivedAt: Instant
  private let file: StoredUpload?

  package init(_ aidCase: CaseID, receivedAt: Instant, notice file: StoredUpload? = nil) {
    self.aidCase = aidCase
    self.receivedAt = receivedAt
    self.file = file
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (notice, found) = try context.notice(of: aidCase)
    let state = try DefenceNoticeLifecycle.table.next(.renew, from: notice.state, by: context.principal)
    guard receivedAt <= context.now, receivedAt.day >= notice.answeredOn ?? found.acceptedOn else {
      throw Refusal(
        "notice.renewedAt",
        Text("收到的时间应在准许拒绝之日与现在之间，请核对。", "The receipt lies between the permission and now: check it."),
        field: "receivedAt")
    }
    let second = SecondRefusal(by: notice.organKind, found.situations, on: receivedAt.day)
    guard notice.renewals == 0 || second.mayNotifyOnce else { throw second.notAgain }
    let late = notice.answeredOn.flatMap {
      NoticeLateness.ofRenewal(
        by: notice.organKind, permittedOn: $0, receivedOn: receivedAt.day, calendar: context.calendar)
    }
    try DefenceNoticeTable.renew(notice, receivedAt: receivedAt, daysLate: late, in: context)
    try DefenceNoticeTable.update(
      notice.id,
      set: "state = \(state), refused_on = NULL, refusal = NULL, answered_on = NULL, answer = NULL", in: context)
    try context.assignOnNewNotice(found, from: receivedAt.day, reason: notice.refusal ?? "")
    if let file { try context.attach(file, kind: "notice", about: found.subject) }
    context.record(
      "notice.renewed", found.subject, also: found.unit.map { [.agency($0)] } ?? [],
      rules: .inForce(on: receivedAt.day),
      basis: DefenceRules.renewal.basis.filter { $0.law.isInForce(on: receivedAt.day) },
      facts: ["receivedAt": .text(receivedAt.description), "daysLate": .number(Int64(late ?? 0))])
    return Done()
  }
}
