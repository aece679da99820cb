import Intake
package import Kernel
package import Localization
import Storage

/// 异议状态 · State of an objection.
package enum ObjectionState: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case received, upheld, corrected, withdrawn, contested

  package var name: Text {
    switch self {
    case .received: Text("审查中", "Being decided")
    case .upheld: Text("维持原决定", "Decision upheld")
    case .corrected: Text("责令改正", "Ordered to be corrected")
    case .withdrawn: Text("已撤回", "Withdrawn")
    case .contested: Text("复议或者诉讼中", "In reconsideration or suit")
    }
  }
}

/// 异议步骤 · Step of an objection.
package enum ObjectionStep: String, Sendable, Hashable, CaseIterable {
  case uphold, correct, withdraw, contest, stand, reopen

  package var name: Text {
    switch self {
    case .uphold: Text("维持原决定", "Uphold the decision")
    case .correct: Text("责令改正", "Order to correct")
    case .withdraw: Text("登记撤回", "Record a withdrawal")
    case .contest: Text("登记复议、诉讼", "Record a reconsideration or suit")
    case .stand: Text("维持审查决定", "The decision stands")
    case .reopen: Text("撤销后重新审查", "Annulled: to be decided anew")
    }
  }
}

/// 异议流程 · Lifecycle of an objection (docs/law/steps, A12).
package enum ObjectionLifecycle {
  package static let table = Lifecycle<ObjectionState, ObjectionStep>(
    "objection", Text("异议审查流程", "Objection review"), state: \.name, step: \.name,
    [
      .init([.received], .uphold, .upheld, .decideObjections, [.r03("19"), .p12("19"), .lal("49")]),
      .init([.received], .correct, .corrected, .decideObjections, [.r03("19"), .p12("19"), .lal("49")]),
      .init([.received], .withdraw, .withdrawn, .registerObjections),
      .init([.upheld], .contest, .contested, .registerObjections, [.lal("49")]),
      .init([.contested], .stand, .upheld, .registerObjections, [.lal("49")]),
      .init([.contested], .reopen, .received, .registerObjections, [.lal("49")]),
    ])
}
