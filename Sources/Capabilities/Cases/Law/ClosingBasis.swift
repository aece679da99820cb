package import Localization

/// 结案依据 · Closing basis: the paper or the event whose day is the closing date (程序规定 2012, 34; 2023, 41).
package enum ClosingBasis: String, Sendable, Hashable, CaseIterable, Codable {
  case judgment, ruling, mediationPaper, prosecutionOpinion, dismissal, indictment, nonProsecution
  case petitionRejection, retrialRuling, petitionReply, compensationDecision
  case award, reconsiderationDecision, settlement, performance, terminationNotice

  package var name: Text {
    switch self {
    case .judgment: Text("收到判决书", "Judgment received")
    case .ruling: Text("收到裁定书", "Ruling received")
    case .mediationPaper: Text("收到调解书", "Mediation paper received")
    case .prosecutionOpinion: Text("收到起诉意见书", "Opinion for prosecution received")
    case .dismissal: Text("收到撤销案件决定书", "Dismissal received")
    case .indictment: Text("收到起诉书", "Indictment received")
    case .nonProsecution: Text("收到不起诉决定书", "Non-prosecution decision received")
    case .petitionRejection: Text("收到驳回申诉（再审申请）通知书、裁定书", "Rejection of the petition received")
    case .retrialRuling: Text("收到再审裁定（决定）书", "Ruling for a retrial received")
    case .petitionReply: Text("收到申诉的书面答复", "Written reply to the petition received")
    case .compensationDecision: Text("收到国家赔偿决定书", "Decision on state compensation received")
    case .award: Text("收到仲裁裁决书或者仲裁调解书", "Award received")
    case .reconsiderationDecision: Text("收到行政复议决定书", "Reconsideration decision received")
    case .settlement: Text("与对方当事人达成和解、调解协议", "Settlement or mediation agreement reached")
    case .performance: Text("义务人开始履行义务", "The obligor began to perform")
    case .terminationNotice: Text("收到终止法律援助决定（公函）", "Termination notice received")
    }
  }
}
