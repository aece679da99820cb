package import Localization

/// 指标种类 · Indicator kind: the sixteen numbers of the plan, in their order, and how each is compared.
package enum IndicatorKind: String, Sendable, Hashable, CaseIterable {
  case growth = "K0"
  case volume = "K1"
  case criminal = "K2"
  case litigation = "K3"
  case lawFirm = "K4"
  case observation = "K5"
  case closing = "K6"
  case followUp = "K7"
  case gravestCases = "K8"
  case minorsCases = "K9"
  case seniorLawyers = "K10"
  case sameDayEntry = "K11"
  case online = "K12"
  case complaints = "K13"
  case reports = "K14"
  case archiving = "K15"

  package var key: String { rawValue }

  package var name: Text {
    switch self {
    case .growth: Text("案件数增长", "Growth of cases")
    case .volume: Text("每万人案件数", "Cases per 10,000 residents")
    case .criminal: Text("刑事案件占比", "Criminal share")
    case .litigation: Text("诉讼案件占已结案件", "Litigation share of closed cases")
    case .lawFirm: Text("律师事务所律师承办占比", "Law-firm lawyers’ share")
    case .observation: Text("庭审旁听率", "Hearing observation rate")
    case .closing: Text("结案率", "Closing rate")
    case .followUp: Text("回访率", "Follow-up coverage")
    case .gravestCases: Text("重刑案件指派合规率", "Compliance in life and death cases")
    case .minorsCases: Text("未成年人案件指派合规率", "Compliance in minors’ cases")
    case .seniorLawyers: Text("刑事案件资深律师占比", "Senior lawyers’ share of criminal cases")
    case .sameDayEntry: Text("工作站即办即录率", "Same-day entry at stations")
    case .online: Text("网上办理率", "Online processing")
    case .complaints: Text("投诉按期处理率", "Complaints handled in time")
    case .reports: Text("报告按期报送率", "Reports sent in time")
    case .archiving: Text("归档率", "Archived share")
    }
  }

  var scale: Int {
    switch self {
    case .growth: 1
    case .volume: 10000
    default: 100
    }
  }

  var comparison: Comparison { self == .growth ? .above : .atLeast }

  /// The numerator alone where a further case is no further case of the denominator.
  var raising: Raising {
    switch self {
    case .growth, .volume, .observation, .closing, .followUp, .archiving: .numerator
    default: .both
    }
  }

  /// Why no figure is given while nothing is recorded that it could be counted from.
  package var whyNotYet: Text {
    switch self {
    case .followUp: Text("尚未启用结案回访，不能统计。", "Follow-up is not recorded yet, so it cannot be counted.")
    case .gravestCases, .minorsCases, .seniorLawyers:
      Text(
        "尚未启用刑事案件承办资格管理，不能统计。", "Lawyers’ standing in criminal cases is not recorded yet, so it cannot be counted.")
    case .complaints: Text("尚未启用投诉处理，不能统计。", "Complaints are not recorded yet, so they cannot be counted.")
    case .reports: Text("尚未启用定期报告，不能统计。", "Periodic reports are not made yet, so they cannot be counted.")
    default: Text("没有启用产生这项数据的业务。", "Nothing is in use that records what this is counted from.")
    }
  }
}
