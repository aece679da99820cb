import Intake
package import Kernel
package import Localization

/// 更换状态 · Replacement state: where a request for another undertaker stands.
package enum ReplacementState: String, Sendable, Hashable, CaseIterable, Codable {
  case requested, reviewed, granted, refused, handedOver, lapsed

  package var name: Text {
    switch self {
    case .requested: Text("待审查", "To be reviewed")
    case .reviewed: Text("待审批", "To be decided")
    case .granted: Text("已批准，待移交", "Granted, papers to be handed over")
    case .refused: Text("不予更换", "Not replaced")
    case .handedOver: Text("已移交", "Handed over")
    case .lapsed: Text("因终止而失效", "Lapsed with the termination")
    }
  }

  var isOpen: Bool { self == .requested || self == .reviewed }
}

/// 更换步骤 · Replacement step.
package enum ReplacementStep: String, Sendable, Hashable, CaseIterable {
  case review, grant, refuse, handOver, lapse

  package var name: Text {
    switch self {
    case .review: Text("审查", "Review")
    case .grant: Text("予以更换", "Replace")
    case .refuse: Text("不予更换", "Do not replace")
    case .handOver: Text("移交", "Hand over")
    case .lapse: Text("失效", "Lapse")
    }
  }
}

/// 更换流程 · Replacement lifecycle: request, opinion, decision, handing over (docs/law/steps, B8). The undertaker goes on
/// until the director decides.
package enum ReplacementLifecycle {
  package static let table = Lifecycle<ReplacementState, ReplacementStep>(
    "replacement", Text("更换法律援助人员流程", "Replacement of the legal aid person"), state: \.name, step: \.name,
    [
      .init([.requested], .review, .reviewed, .reviewReplacements, [.p12("30"), .p23("38")]),
      .init([.reviewed], .grant, .granted, .decideReplacements, [.p12("30"), .lal("55"), .p23("38")]),
      .init([.reviewed], .refuse, .refused, .decideReplacements, [.p12("30"), .lal("55"), .p23("38")]),
      .init([.granted], .handOver, .handedOver, .handleCases),
      .init([.requested, .reviewed], .lapse, .lapsed, .decideTerminations),
    ])
}
