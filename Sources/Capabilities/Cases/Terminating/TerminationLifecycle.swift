import Intake
package import Kernel
package import Localization

/// 终止状态 · Termination state: where a proposal to end the aid stands.
package enum TerminationState: String, Sendable, Hashable, CaseIterable, Codable {
  case proposed, decided, refused, received, revoked

  package var name: Text {
    switch self {
    case .proposed: Text("待审批", "To be decided")
    case .decided: Text("已决定，待送达承办方", "Decided, to reach the undertaker")
    case .refused: Text("不予终止", "Not approved")
    case .received: Text("已收到", "Received")
    case .revoked: Text("已责令改正，恢复援助", "Ordered to be corrected, aid resumed")
    }
  }

  /// Nothing follows from it any more: another may be proposed.
  package var isOver: Bool { self == .refused || self == .revoked }
}

/// 终止步骤 · Termination step.
package enum TerminationStep: String, Sendable, Hashable, CaseIterable {
  case decide, refuse, receive, revoke

  package var name: Text {
    switch self {
    case .decide: Text("决定终止", "Terminate")
    case .refuse: Text("不予终止", "Do not terminate")
    case .receive: Text("登记收到", "Record the receipt")
    case .revoke: Text("责令改正", "Order to correct")
    }
  }
}

/// 终止流程 · Termination lifecycle: proposal, decision, receipt by the undertaking side (docs/law/steps, B9).
package enum TerminationLifecycle {
  package static let table = Lifecycle<TerminationState, TerminationStep>(
    "termination", Text("终止法律援助流程", "Termination of the aid"), state: \.name, step: \.name,
    [
      .init([.proposed], .decide, .decided, .decideTerminations, [.p12("33"), .lal("48")]),
      .init([.proposed], .refuse, .refused, .decideTerminations),
      .init([.decided], .receive, .received, .receiveTerminations, [.p12("34"), .p23("41")]),
      .init(
        [.decided, .received], .revoke, .revoked, .decideObjections, [.r03("19"), .p12("19"), .lal("49")]),
    ])
}
