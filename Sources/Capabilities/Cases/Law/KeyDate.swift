package import Intake
package import Kernel
package import Localization
import WorkCalendar

/// 关键日期 · Key date: a day in the recipient's own procedure from which the law gives time to claim, to sue or to wait for
/// an answer. The times bind the parties and their organs, not this office: whoever undertakes the case keeps them in view.
package enum KeyDate: String, Sendable, Hashable, CaseIterable, Codable {
  case rightsInfringed = "KD1"
  case arbitrationAccepted = "KD2"
  case awardServed = "KD3"
  case damageKnown = "KD4"
  case compensationRequested = "KD5"
  case protectionRequested = "KD6"

  /// What happened on the day.
  package var name: Text {
    switch self {
    case .rightsInfringed: Text("知道劳动权利被侵害之日", "Day on which the breach of labour rights was known")
    case .arbitrationAccepted: Text("仲裁委员会受理之日", "Arbitration accepted on")
    case .awardServed: Text("收到仲裁裁决书之日", "Award received on")
    case .damageKnown: Text("知道国家机关侵权之日", "Day on which the infringement by an organ was known")
    case .compensationRequested: Text("赔偿义务机关收到申请之日", "Request for compensation received on")
    case .protectionRequested: Text("申请人身安全保护令之日", "Protection order applied for on")
    }
  }

  /// 期限 · What has to be done, by whom it may be, and within what time.
  package var limit: LimitRule {
    switch self {
    case .rightsInfringed:
      rule(Text("申请劳动仲裁", "Apply for labour arbitration"), .months(12, days: 0), .labourArbitration, "27")
    case .arbitrationAccepted:
      rule(
        Text("仲裁委员会作出裁决", "The commission gives its award"), .calendarDays(45), .labourArbitration, "43",
        note: Text("案情复杂的可以延长，最长十五日。", "It may be extended by at most 15 days in a complex case."))
    case .awardServed:
      rule(Text("不服裁决，向法院起诉", "Sue against the award"), .calendarDays(15), .labourArbitration, "48", "50")
    case .damageKnown:
      rule(Text("请求国家赔偿", "Request state compensation"), .months(24, days: 0), .stateCompensation, "39")
    case .compensationRequested:
      rule(
        Text("赔偿义务机关作出决定", "The organ decides on the compensation"), .months(2, days: 0), .stateCompensation, "13",
        "23")
    case .protectionRequested:
      rule(
        Text("法院作出人身安全保护令或者驳回", "The court decides on the protection order"), .hours(72), .domesticViolence, "28",
        note: Text("情况紧急的，二十四小时内作出。", "Within 24 hours where it is urgent."))
    }
  }

  /// 适用案件 · The cases it is asked in.
  package func isOffered(_ form: CaseForm, _ track: CaseTrack, _ stage: Stage?) -> Bool {
    switch self {
    case .rightsInfringed, .arbitrationAccepted, .awardServed:
      form == .arbitrationAgency || track == .labourArbitration || stage == .arbitration
    case .damageKnown, .compensationRequested: track == .stateCompensation
    case .protectionRequested: track == .civil
    }
  }

  package static let limits = allCases.map(\.limit)

  private func rule(_ name: Text, _ length: TimeLimit, _ law: Law, _ articles: String..., note: Text? = nil)
    -> LimitRule
  {
    let variant = LimitRule.Variant(length, articles.map { LegalBasis(law, $0) })
    return LimitRule(
      rawValue, name, roles: [.undertaker], [.rs2012: variant, .rs2022: variant, .rs2023: variant], note: note)
  }
}

extension Law {
  package static let labourArbitration = Law(
    "LABARB", Text("劳动争议调解仲裁法", "Law on Mediation and Arbitration of Labour Disputes"), from: "2008-05-01")
  package static let stateCompensation = Law("STATECOMP", Text("国家赔偿法", "State Compensation Law"))
  package static let domesticViolence = Law(
    "ANTIDV", Text("反家庭暴力法", "Law against Domestic Violence"), from: "2016-03-01")
}
