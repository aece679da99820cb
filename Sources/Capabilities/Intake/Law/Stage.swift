package import Localization

/// 办案阶段 · Stage: the procedure stage a case is; a matter aided in three stages is three cases.
package enum Stage: String, Sendable, Hashable, CaseIterable, Codable {
  case investigation, prosecutionReview, firstInstance, secondInstance, retrial, deathReview, enforcement
  case arbitration, reconsideration, mediation, petitionReview

  /// 下一阶段 · The stage that usually follows, as a proposal to whoever fills in the form.
  package var next: Stage? {
    switch self {
    case .investigation: .prosecutionReview
    case .prosecutionReview, .arbitration, .reconsideration, .mediation: .firstInstance
    case .firstInstance: .secondInstance
    case .secondInstance, .retrial, .petitionReview: .enforcement
    case .deathReview, .enforcement: nil
    }
  }

  package var name: Text {
    switch self {
    case .investigation: Text("侦查", "Investigation")
    case .prosecutionReview: Text("审查起诉", "Prosecution review")
    case .firstInstance: Text("一审", "First instance")
    case .secondInstance: Text("二审", "Second instance")
    case .retrial: Text("再审", "Retrial")
    case .deathReview: Text("死刑复核", "Death-sentence review")
    case .enforcement: Text("执行", "Enforcement")
    case .arbitration: Text("仲裁", "Arbitration")
    case .reconsideration: Text("行政复议", "Reconsideration")
    case .mediation: Text("调解", "Mediation")
    case .petitionReview: Text("申诉审查", "Petition review")
    }
  }
}
