import Intake
package import Kernel
import Localization
import Storage
package import WorkCalendar

extension ActionContext {
  /// 另行指派 · The organ permitted a refusal and notified anew: the case is taken back from who defended, who does not get
  /// it again, and waits to be assigned; the time to assign begins with that notice's receipt. The old papers are handed
  /// over as after any replacement. `reason`: why the person refused.
  package func assignOnNewNotice(_ found: AidCase, from receivedOn: Day, reason: String) throws {
    let next = try CaseLifecycle.table.next(.notifiedAnew, from: found.state, by: principal)
    guard try !ReplacementTable.of(found.id, tx).contains(where: \.state.isOpen) else {
      throw Refusal(
        "notifiedAnew.replacement",
        Text("更换申请正在审批，请先审批，再登记另行通知。", "A request for replacement waits: decide it, then register the new notice."))
    }
    if let unit = found.unit, let person = found.undertaker {
      try ReplacementTable.insert(.organAsks, reason, of: found, from: person, unit, as: .granted, in: self)
    }
    try takeBack(found, to: next, because: "replaced", reason: reason, from: receivedOn)
  }
}
