import Intake
package import Kernel
package import Localization
import Storage

/// 协作状态 · State of a cooperation.
package enum CooperationState: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case drafted, sent, acknowledged, inProgress, replied, declinedWithReason, closed

  package var name: Text {
    switch self {
    case .drafted: Text("待发函", "Letter to be sent")
    case .sent: Text("已发函，待答复", "Sent, waiting for the answer")
    case .acknowledged: Text("已收函，待办理", "Received, to be done")
    case .inProgress: Text("协作办理中", "Being done")
    case .replied: Text("已答复", "Answered")
    case .declinedWithReason: Text("说明理由，不能协作", "Declined with reasons")
    case .closed: Text("协作已办结", "Cooperation closed")
    }
  }
}

/// 协作步骤 · Step of a cooperation.
package enum CooperationStep: String, Sendable, Hashable, CaseIterable {
  case send, handle, answer, decline, close

  package var name: Text {
    switch self {
    case .send: Text("发出协作函", "Send the letter")
    case .handle: Text("安排协作人员", "Say who does it")
    case .answer: Text("登记协作答复", "Record the answer")
    case .decline: Text("登记不能协作的理由", "Record why it is declined")
    case .close: Text("办结协作", "Close the cooperation")
    }
  }
}

/// 协作流程 · Lifecycle of a cooperation (docs/law/steps, G1 to G4).
package enum CooperationLifecycle {
  package static let table = Lifecycle<CooperationState, CooperationStep>(
    "cooperation", Text("异地协作流程", "Cross-region cooperation"), state: \.name, step: \.name,
    [
      .init([.drafted], .send, .sent, .manageCooperation, [.p12("28")]),
      .init([.acknowledged], .handle, .inProgress, .manageCooperation, [.p12("28")]),
      .init([.sent, .inProgress], .answer, .replied, .manageCooperation, [.p12("28")]),
      .init([.sent, .acknowledged, .inProgress], .decline, .declinedWithReason, .manageCooperation, [.p12("28")]),
      .init([.drafted, .replied, .declinedWithReason], .close, .closed, .manageCooperation),
    ])
}
