package import Localization
import Storage

/// 申请状态 · Application state: where an application stands from the counter to the decision (docs/law/steps).
package enum ApplicationState: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case received, needsSupplement, accepted, underReview, verifying, pendingApproval, granted, refused, withdrawn
  case deemedWithdrawn, notAccepted

  package var name: Text {
    switch self {
    case .received: Text("已接收", "Received")
    case .needsSupplement: Text("待补充材料", "Supplement needed")
    case .accepted: Text("已受理", "Accepted")
    case .underReview: Text("审查中", "Under review")
    case .verifying: Text("核查中", "Verification under way")
    case .pendingApproval: Text("待审批", "Waiting for approval")
    case .granted: Text("给予援助", "Granted")
    case .refused: Text("不予援助", "Refused")
    case .withdrawn: Text("已撤回", "Withdrawn")
    case .deemedWithdrawn: Text("视为撤回申请", "Deemed withdrawn")
    case .notAccepted: Text("不予受理", "Not accepted")
    }
  }

  /// Nothing is decided yet, so further papers may still change something.
  var takesMaterials: Bool {
    switch self {
    case .received, .needsSupplement, .accepted, .underReview, .verifying, .pendingApproval: true
    case .granted, .refused, .withdrawn, .deemedWithdrawn, .notAccepted: false
    }
  }
}

/// 申请步骤 · Application step: what may be done with an application.
package enum ApplicationStep: String, Sendable, Hashable, CaseIterable {
  case check, accept, pointElsewhere, forward, requestSupplement, supply, resumeReview, deemWithdrawn, verify,
    recordAnswer,
    endVerification,
    extendReview, review, approve, refuse, sendBack, orderCorrection, withdraw

  package var name: Text {
    switch self {
    case .check: Text("初审", "Preliminary check")
    case .pointElsewhere: Text("告知向其他机构申请", "Point to another office")
    case .forward: Text("转交其他机构", "Forward to another office")
    case .accept: Text("受理", "Accept")
    case .requestSupplement: Text("要求补充材料", "Ask for a supplement")
    case .supply: Text("接收补充材料", "Take in the supplement")
    case .resumeReview: Text("接收补充材料，恢复审查", "Take in the supplement and review on")
    case .deemWithdrawn: Text("视为撤回", "Treat as withdrawn")
    case .verify: Text("发起核查", "Start a verification")
    case .recordAnswer: Text("登记核查结果", "Record a result of verification")
    case .endVerification: Text("登记核查结果，恢复审查", "Record the last result of verification")
    case .extendReview: Text("延长审查期限", "Extend the review")
    case .review: Text("审查", "Review")
    case .approve: Text("给予援助", "Grant")
    case .refuse: Text("不予援助", "Refuse")
    case .sendBack: Text("退回审查", "Send back for review")
    case .orderCorrection: Text("责令改正", "Order to correct")
    case .withdraw: Text("登记撤回", "Record a withdrawal")
    }
  }
}

/// 审查意见 · Recommendation: what the reviewer proposes and the director decides.
package enum Recommendation: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case grant, refuse

  package var name: Text {
    switch self {
    case .grant: Text("给予法律援助", "Grant")
    case .refuse: Text("不予法律援助", "Refusal")
    }
  }
}
