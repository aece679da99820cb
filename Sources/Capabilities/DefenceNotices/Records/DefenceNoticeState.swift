import Cases
import Intake
package import Kernel
package import Localization
import Storage

/// 通知状态 · State of a notice. Assigned, consented and displaced follow from the case and are not written down twice.
package enum DefenceNoticeState: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case noticeReceived, noticeIncomplete, assigned, consented, refusedByPerson, displacedByOwnCounsel, handedBack

  package var name: Text {
    switch self {
    case .noticeReceived: Text("待指派", "To be assigned")
    case .noticeIncomplete: Text("通知不全", "Incomplete")
    case .assigned: Text("已指派", "Assigned")
    case .consented: Text("本人同意辩护", "The person consented")
    case .refusedByPerson: Text("本人拒绝辩护", "Refused by the person")
    case .displacedByOwnCounsel: Text("已另行委托", "Displaced by own counsel")
    case .handedBack: Text("准许拒绝，交回办案机关", "Refusal permitted, handed back")
    }
  }
}

/// 通知步骤 · What may be done to a notice.
package enum DefenceNoticeStep: String, Sendable, Hashable, CaseIterable {
  case ask, complete, reportRefusal, permit, goOn, renew

  package var name: Text {
    switch self {
    case .ask: Text("询问办案机关", "Ask the organ")
    case .complete: Text("补全通知", "Complete the notice")
    case .reportRefusal: Text("报告拒绝辩护", "Report a refusal")
    case .permit: Text("登记准许拒绝", "Record that the refusal is permitted")
    case .goOn: Text("登记不准许拒绝", "Record that the refusal is not permitted")
    case .renew: Text("登记另行通知", "Register the new notice")
    }
  }
}

/// 通知流程 · Lifecycle of a notice (docs/law/steps, D1 to D7).
package enum DefenceNoticeLifecycle {
  package static let table = Lifecycle<DefenceNoticeState, DefenceNoticeStep>(
    "defenceNotice", Text("通知辩护", "Notified defence"), state: \.name, step: \.name,
    [
      .init([.noticeIncomplete], .ask, .noticeIncomplete, .registerNotices, [.c13("10")]),
      .init([.noticeIncomplete], .complete, .noticeReceived, .registerNotices, [.c13("10")]),
      .init(
        [.assigned, .consented], .reportRefusal, .refusedByPerson, .handleCases,
        [.c13("14"), LegalBasis(.interpretation2021, "50")]),
      .init([.refusedByPerson], .permit, .handedBack, .registerNotices, [.c13("15")]),
      .init([.refusedByPerson], .goOn, .assigned, .registerNotices, [.c13("15")]),
      .init(
        [.handedBack], .renew, .noticeReceived, .registerNotices,
        [LegalBasis(.interpretation2012, "45"), LegalBasis(.interpretation2021, "50"), .c13("15")]),
    ])
}
