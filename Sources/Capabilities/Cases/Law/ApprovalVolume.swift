import Localization

/// 审批卷 · Approval volume: the office's own papers, from the application to the assignment. A case that an organ's
/// notice began has that notice in the place of application and decision.
enum ApprovalVolume {
  static func items(isNotified: Bool, hasLetter: Bool) -> [DossierItem] {
    (isNotified ? noticed : applied) + [
      .form("F11", Text("指派通知书", "Assignment notice"), in: .approval),
      .form(
        "F13", Text("法律援助公函", "Official letter"), hasLetter ? .always : .whenMade, in: .approval),
      .form("F18", Text("终止法律援助决定书", "Termination decision"), .whenTerminated, in: .approval),
      .form("F19", Text("终止法律援助公函", "Termination letter"), .whenMade, in: .approval),
      .upload("service", Text("送达凭证", "Proof of service"), .whenMade, in: .approval),
      .form("RETURN", Text("立卷材料退回通知单", "Return slip"), .whenMade, in: .approval),
    ]
  }

  private static let applied: [DossierItem] = [
    .form("F02", Text("法律援助申请表", "Application form"), isSigned: true, in: .approval),
    .upload("identity", Text("身份证明", "Proof of identity"), in: .approval),
    .upload("hardship", Text("经济困难证明或者说明", "Hardship papers"), .unlessExempt, isSigned: true, in: .approval),
    .upload("exemption", Text("免予经济审查的证明", "Proof of exemption"), .whenExempt, in: .approval),
    .upload("case", Text("申请时提交的案件材料", "Papers handed in with the application"), in: .approval),
    .form("F05", Text("申请材料接收凭证", "Receipt of materials"), isSigned: true, in: .approval),
    .form("F08", Text("法律援助审批（审查）表", "Review and approval form"), isSigned: true, in: .approval),
    .form("F09", Text("给予法律援助决定书", "Grant decision"), in: .approval),
    .form("F09P", Text("先行提供法律援助决定书", "Provisional grant decision"), .whenMade, in: .approval),
  ]

  private static let noticed: [DossierItem] = [
    .upload("notice", Text("通知辩护（代理）公函", "The organ's notice"), in: .approval),
    .upload("measure", Text("采取强制措施决定书、起诉书等文书副本", "Copies the organ sent along"), .whenMade, in: .approval),
    .upload("identity", Text("身份证明", "Proof of identity"), .whenMade, in: .approval),
  ]
}
