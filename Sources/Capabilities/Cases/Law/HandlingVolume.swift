import Intake
import Localization

/// 承办卷 · Handling volume: what the undertaker did, from the agreement to the follow-up, for each form and stage.
enum HandlingVolume {
  static func items(_ form: CaseForm, stage: Stage?, isNotified: Bool) -> [DossierItem] {
    [.form("F12", Text("委托代理协议", "Engagement agreement"), .whenMade), agreement(isNotified: isNotified)]
      + work(form, stage) + ending(form, stage)
  }

  private static func work(_ form: CaseForm, _ stage: Stage?) -> [DossierItem] {
    switch form {
    case .criminalDefence, .criminalAgency:
      switch stage {
      case .investigation: investigation
      case .prosecutionReview: prosecutionReview
      default: criminalTrial
      }
    case .civilLitigationAgency where stage == .enforcement: enforcement
    case .civilLitigationAgency, .administrativeLitigationAgency, .compensationLitigationAgency: trial
    case .arbitrationAgency: proceedings(Text("仲裁申请书或者答辩书", "Claim or answer before the commission"))
    case .reconsiderationAgency: proceedings(Text("行政复议申请书", "Application for reconsideration"))
    case .mediationAgency, .otherNonLitigation: nonLitigation
    }
  }

  /// A case begun by notice needs the recipient's consent, which the meeting record holds (刑事规定 14).
  private static func agreement(isNotified: Bool) -> DossierItem {
    .upload(
      "agreement", Text("委托协议和授权委托书", "Engagement agreement and power of attorney"),
      isNotified ? .whenMade : .always, isSigned: true, orSigned: "F12")
  }

  private static let trial: [DossierItem] = [
    meeting, .upload("complaint", Text("起诉状、答辩状或者上诉状", "Complaint, answer or appeal"), .whenMade),
    fileNotes(.whenMade),
    evidence, hearingNotice, opinion(.whenHeard), hearingNotes,
  ]

  private static let enforcement: [DossierItem] = [
    meeting, .upload("complaint", Text("强制执行申请书", "Application for enforcement"), .whenMade), evidence,
  ]

  private static let investigation: [DossierItem] = [
    meeting, .upload("request", Text("取保候审、变更强制措施等申请", "Requests about compulsory measures"), .whenMade), evidence,
    opinion(.always),
  ]

  private static let prosecutionReview: [DossierItem] = [
    fileNotes(.always), meeting, evidence, plea, opinion(.always),
  ]

  private static let criminalTrial: [DossierItem] = [
    fileNotes(.always), meeting, .upload("complaint", Text("上诉状、抗诉书", "Appeal or protest"), .whenMade), evidence,
    plea,
    .upload("outline", Text("发问提纲和质证意见", "Questions and views on the evidence"), .whenHeard), hearingNotice,
    opinion(.always), hearingNotes,
  ]

  private static let nonLitigation: [DossierItem] = [
    .upload("meeting", Text("谈话笔录", "Talk record"), isSigned: true, orSigned: "MEETING"), evidence,
  ]

  private static func proceedings(_ request: Text) -> [DossierItem] {
    [
      meeting, .upload("complaint", request, .whenMade), evidence, hearingNotice, opinion(.whenHeard), hearingNotes,
    ]
  }

  private static func ending(_ form: CaseForm, _ stage: Stage?) -> [DossierItem] {
    [
      .upload("instrument", instrument(form, stage), form.isCriminal ? .always : .unlessSettled),
      .upload("settlement", Text("和解、调解协议或者履行证明", "Settlement agreement or proof of performance"), .whenSettled),
      .upload("progress", Text("签字的通报记录", "Signed progress record"), .whenMade, isSigned: true, orSigned: "F14"),
      .form("F14", Text("承办情况通报（报告）记录", "Progress record"), .whenMade),
      .form("F21", Text("结案报告表", "Closing report"), isSigned: true),
      .upload("followUp", Text("受援人回访记录", "Follow-up record"), .whenMade),
    ]
  }

  private static func instrument(_ form: CaseForm, _ stage: Stage?) -> Text {
    switch (form, stage) {
    case (.criminalDefence, .investigation), (.criminalAgency, .investigation):
      Text("起诉意见书或者撤销案件决定书", "Opinion for prosecution or dismissal")
    case (.criminalDefence, .prosecutionReview), (.criminalAgency, .prosecutionReview):
      Text("起诉书或者不起诉决定书", "Indictment or non-prosecution decision")
    case (.arbitrationAgency, _): Text("裁决书或者仲裁调解书", "Award")
    case (.reconsiderationAgency, _): Text("行政复议决定书", "Reconsideration decision")
    default: Text("结案法律文书", "Instrument that closes the case")
    }
  }

  private static let meeting = DossierItem.upload(
    "meeting", Text("会见（约见）笔录", "Meeting record"), isSigned: true, orSigned: "MEETING")
  private static let evidence = DossierItem.upload("evidence", Text("证据材料", "Evidence"), .whenMade)
  private static let plea = DossierItem.upload("plea", Text("认罪认罚具结书", "Plea affidavit"), .whenMade)
  private static let hearingNotice = DossierItem.upload("hearingNotice", Text("出庭通知书", "Hearing notice"), .whenMade)
  private static let hearingNotes = DossierItem.upload("hearingNotes", Text("庭审笔录", "Hearing notes"), .whenHeard)

  private static func fileNotes(_ requirement: DossierItem.Requirement) -> DossierItem {
    .upload("fileNotes", Text("阅卷笔录", "File-inspection notes"), requirement)
  }

  private static func opinion(_ requirement: DossierItem.Requirement) -> DossierItem {
    .upload("opinion", Text("代理词、辩护词或者书面意见", "Written opinion"), requirement, isSigned: true)
  }
}
