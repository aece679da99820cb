import Intake
package import Kernel
package import Localization
import WorkCalendar

/// 协作规则 · Rules and the limit of cooperation between centres.
package enum CooperationRules {
  package static let all = [cooperate, noOwnConditions]
  package static let limits = [answer]

  static let cooperate = RuleEntry(
    "CO1", .handling,
    Text("被请求的法律援助机构应当协作；客观上不能协作的，书面说明理由", "The centre asked cooperates, or says in writing why it cannot"),
    basis: [.p12("28")], note: Text("2023年规定的相应条文未核对。", "The article of 2023 is not checked."))
  static let noOwnConditions = RuleEntry(
    "CO2", .handling,
    Text("不得以受援人不符合本地条件为由拒绝协作", "That the recipient would not qualify here is no reason to decline"), basis: [],
    isVerified: false, note: Text("采自四市协议，是本产品的默认做法。", "From an agreement of four cities; the product's default."))

  package static let answer = LimitRule(
    "CO3", Text("答复协作函", "Answer a letter of cooperation"), roles: [.receptionist, .assigner],
    [
      .rs2012: .init(.workingDays(10), [.p12("28")], isVerified: false),
      .rs2022: .init(.workingDays(10), [.p12("28")], isVerified: false),
      .rs2023: .init(.workingDays(10), [.p12("28")], isVerified: false),
    ],
    note: Text(
      "条文没有期限；十个工作日采自两地协议，是本产品的默认做法。",
      "The article has no limit; ten working days are from an agreement of two districts, the product's default."))
}

/// 协作事项 · What is asked for.
package enum CooperationItem: String, Sendable, Hashable, CaseIterable, Codable {
  case transferApplication, proof, evidence, meeting, groupCase, service, enforcement, other

  package var name: Text {
    switch self {
    case .transferApplication: Text("转交申请", "Forwarded application")
    case .proof: Text("核实身份、经济状况", "Proof of identity or means")
    case .evidence: Text("调查取证", "Evidence collection")
    case .meeting: Text("远程会见、开庭", "Remote meeting or hearing")
    case .groupCase: Text("群体性案件", "Group case")
    case .service: Text("送达文书", "Service of papers")
    case .enforcement: Text("协助执行", "Help in enforcement")
    case .other: Text("其他协作", "Other cooperation")
    }
  }
}
