package import Intake
import Localization

/// 卷宗清单 · Dossier checklist: what the volume of a case holds, in order. No national list was found: these short ones
/// are the product's, drawn from the orders that centres publish.
package enum DossierChecklist {
  package struct Facts: Sendable, Hashable {
    package let isHeard: Bool
    package let isExempt: Bool
    /// Closed by an agreement or by performance, so that there is no instrument of a court or commission.
    package let isSettled: Bool

    package init(isHeard: Bool, isExempt: Bool, closedBy closing: ClosingBasis) {
      self.isHeard = isHeard
      self.isExempt = isExempt
      self.isSettled = closing == .settlement || closing == .performance
    }
  }

  package static func items(_ form: CaseForm) -> [DossierItem] {
    form.isLitigation ? intake + litigation + ending : intake + nonLitigation + ending
  }

  /// What is still missing, all at once; `given`: the codes of the papers and files at hand.
  package static func missing(_ form: CaseForm, _ facts: Facts, given: Set<String>) -> [DossierItem] {
    items(form).filter { $0.isRequired(facts) && !given.contains($0.code) }
  }

  /// What of it the undertaker supplies: all but the papers of the intake and of the centre.
  package static func missingOfUndertaker(_ form: CaseForm, _ facts: Facts, given: Set<String>) -> [DossierItem] {
    let others = Set(intake.map(\.code)).subtracting(["agreement"]).union(["F13"])
    return missing(form, facts, given: given.union(others))
  }

  private static let intake: [DossierItem] = [
    .form("F02", Text("法律援助申请表", "Application form"), isSigned: true),
    .upload("identity", Text("身份证明", "Proof of identity")),
    .upload("hardship", Text("经济困难证明或者说明", "Hardship papers"), .unlessExempt, isSigned: true),
    .upload("exemption", Text("免予经济审查的证明", "Proof of exemption"), .whenExempt),
    .upload("case", Text("申请时提交的案件材料", "Papers handed in with the application")),
    .form("F05", Text("申请材料接收凭证", "Receipt of materials"), isSigned: true),
    .form("F08", Text("法律援助审批（审查）表", "Review and approval form"), isSigned: true),
    .form("F09", Text("给予法律援助决定书", "Grant decision")),
    .form("F11", Text("指派通知书", "Assignment notice")),
    .upload("agreement", Text("委托协议和授权委托书", "Engagement agreement and power of attorney"), isSigned: true),
  ]

  private static let litigation: [DossierItem] = [
    .form("F13", Text("法律援助公函", "Official letter")),
    .upload("meeting", Text("会见（约见）笔录", "Meeting record"), isSigned: true),
    .upload("complaint", Text("起诉状、答辩状或者上诉状", "Complaint, answer or appeal"), .whenMade),
    .upload("evidence", Text("证据材料", "Evidence"), .whenMade),
    .upload("hearingNotice", Text("出庭通知书", "Hearing notice"), .whenMade),
    .upload("opinion", Text("代理词或者辩护词", "Written opinion"), .whenHeard, isSigned: true),
    .upload("hearingNotes", Text("庭审笔录", "Hearing notes"), .whenHeard),
  ]

  private static let nonLitigation: [DossierItem] = [
    .form("F13", Text("法律援助公函", "Official letter"), .whenMade),
    .upload("meeting", Text("谈话笔录", "Talk record"), isSigned: true),
    .upload("evidence", Text("证据材料", "Evidence"), .whenMade),
  ]

  private static let ending: [DossierItem] = [
    .upload("instrument", Text("结案法律文书", "Instrument that closes the case"), .unlessSettled),
    .upload("settlement", Text("和解、调解协议或者履行证明", "Settlement agreement or proof of performance"), .whenSettled),
    .upload("progress", Text("承办情况通报记录", "Progress record"), .whenMade, isSigned: true),
    .form("F21", Text("结案报告表", "Closing report"), isSigned: true),
    .upload("followUp", Text("受援人回访记录", "Follow-up record"), .whenMade),
  ]
}
