import Cases
import Intake
package import Kernel
import Localization
import Storage
package import Web

/// 通知辩护与通知代理 · Defence notices: what police, procuratorate and court write to the centre, from the receipt to the
/// assigned lawyer, the person's consent or refusal, and the next stage.
package enum DefenceNotices {
  package static let capability = Capability(
    key: "defenceNotices", name: Text("通知辩护与通知代理", "Defence notices"), planItems: [6],
    migrations: DefenceNoticesMigration.all, permissions: [.registerNotices, .viewNotices],
    lifecycles: [DefenceNoticeLifecycle.table.table], rules: DefenceRules.all, limits: DefenceLimits.all,
    forms: DefenceForms.all, panels: [NoticePanel.source, NoticePanel.expected], workItems: NoticeWork.all,
    gates: [asked], personalData: [NoticeData.source],
    events: [
      "notice.received": Text("收到通知，立案", "Notice received, case opened"),
      "notices.listed": Text("按办案机关清单登记通知，立案", "Notices registered from a list, cases opened"),
      "notice.asked": Text("询问办案机关", "Organ asked"), "notice.refused": Text("报告拒绝辩护", "Refusal reported"),
      "notices.sentTold": Text("登记办案机关发出数", "Recorded what the organ sent"),
      "notice.renewed": Text("收到另行通知，重新指派", "New notice received, to be assigned again"),
      "notice.refusalAnswered": Text("办案机关答复拒绝", "Refusal answered by the organ"),
    ])

  package static func routes() -> [Route] { NoticeRoutes.all() }

  /// What a notice lacks was asked of the organ before somebody is sent on it; the answer need not have come.
  private static let asked = Gate(AssignCase.step) { reader, subject, _ in
    let missing = try reader.value(
      """
      SELECT COUNT(*) FROM defence_notice n WHERE n.aid_case = \(subject.id)
        AND n.state = \(DefenceNoticeState.noticeIncomplete)
        AND NOT EXISTS (SELECT 1 FROM notice_call WHERE notice_call.notice = n.id)
      """, as: Int.self)
    guard missing ?? 0 > 0 else { return nil }
    return Refusal(
      "notice.incomplete",
      Text(
        "通知内容不全，请先向办案机关询问并登记询问记录，再指派。指派期限照常计算。",
        "The notice is incomplete: ask the organ and record the call, then assign. The time to assign runs on."),
      basis: DefenceRules.complete.basis)
  }
}
