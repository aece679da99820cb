import Kernel
import Web

/// 申请的网址 · Where everything about applications stands.
enum ApplicationPaths {
  static let list = "/applications"
  /// 转出的申请 · What was forwarded to another office.
  static let forwarded = "\(list)/forwarded"

  static func page(_ id: ApplicationID) -> String { "\(list)/\(id)" }
  static func step(_ step: ApplicationStep, _ id: ApplicationID) -> String { "\(page(id))/\(place(step))" }
  static func pattern(_ step: ApplicationStep) -> PathPattern { PathPattern("\(list)/{id}/\(place(step))") }

  private static func place(_ step: ApplicationStep) -> String {
    switch step {
    case .check: "check"
    case .accept: "acceptance"
    case .pointElsewhere: "referral"
    case .forward: "forwarding"
    case .requestSupplement: "supplement"
    case .supply, .resumeReview: "materials"
    case .review: "review"
    case .approve, .refuse: "approval"
    case .verify: "verification"
    case .recordAnswer, .endVerification: "verification-result"
    case .extendReview: "extension"
    case .sendBack: "return"
    // Decided on the objection's own page.
    case .orderCorrection: "objection"
    case .withdraw: "withdrawal"
    case .deemWithdrawn: "deemed-withdrawal"
    }
  }
}
