package import Kernel
import Localization

/// 申请流程 · Application lifecycle: what may happen to an application, and who may do it (docs/law/steps, A2 to A15).
package enum ApplicationLifecycle {
  package static let table = Lifecycle<ApplicationState, ApplicationStep>(
    "application", Text("法律援助申请", "Legal aid application"), state: \.name, step: \.name,
    [
      .init([.received], .accept, .accepted, .acceptApplication, [.p12("8"), .lal("38")]),
      .init([.received], .check, .received, .registerApplication),
      .init([.received], .pointElsewhere, .notAccepted, .acceptApplication, [.p12("8"), .lal("38")]),
      .init([.received], .forward, .received, .forwardApplication, [.p12("8"), .lal("38")]),
      .init(
        [.received, .accepted, .underReview], .requestSupplement, .needsSupplement, .askForSupplement,
        [.r03("18"), .p12("13"), .lal("43")]),
      .init([.needsSupplement], .supply, .received, .registerApplication, [.p12("13"), .lal("43")]),
      .init([.needsSupplement], .resumeReview, .underReview, .registerApplication, [.p12("13"), .lal("43")]),
      .init([.needsSupplement], .deemWithdrawn, .deemedWithdrawn, .askForSupplement, [.r03("18"), .lal("43")]),
      .init(
        [.accepted, .underReview], .review, .pendingApproval, .reviewApplication,
        [.p12("13"), .p12("14"), .lal("43")]),
      .init(
        [.accepted, .underReview, .verifying], .verify, .verifying, .reviewApplication,
        [.p12("14"), .p12("28"), .lal("41"), .p23("17")]),
      .init([.verifying], .recordAnswer, .verifying, .reviewApplication),
      .init([.verifying], .endVerification, .underReview, .reviewApplication),
      .init([.verifying], .extendReview, .verifying, .approveApplication, [.p12("14")]),
      .init([.pendingApproval], .sendBack, .underReview, .approveApplication),
      .init([.pendingApproval], .approve, .granted, .approveApplication, [.p12("16"), .lal("43")]),
      .init([.pendingApproval], .refuse, .refused, .approveApplication, [.p12("16"), .lal("43")]),
      .init(
        [.refused], .orderCorrection, .pendingApproval, .decideObjections,
        [.r03("19"), .p12("19"), .lal("49")]),
      .init(
        [.received, .needsSupplement, .accepted, .underReview, .verifying, .pendingApproval], .withdraw, .withdrawn,
        .registerApplication),
    ])
}
