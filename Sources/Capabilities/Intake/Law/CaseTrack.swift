package import Localization

/// 案件类型 · Case track: the way a case comes and is handled; the codes are the contract's.
package enum CaseTrack: String, Sendable, Hashable, CaseIterable, Codable {
  case civil, administrative, stateCompensation, criminalApplied, criminalNotified, criminalAgency
  case compulsoryTreatment, petition, labourArbitration, nonLitigation

  package var name: Text {
    switch self {
    case .civil: Text("民事", "Civil")
    case .administrative: Text("行政", "Administrative")
    case .stateCompensation: Text("国家赔偿", "State compensation")
    case .criminalApplied: Text("刑事（申请）", "Criminal, by application")
    case .criminalNotified: Text("刑事（通知辩护）", "Criminal, notified defence")
    case .criminalAgency: Text("刑事代理", "Criminal agency")
    case .compulsoryTreatment: Text("强制医疗（通知代理）", "Compulsory treatment, notified agency")
    case .petition: Text("代理申诉", "Petition agency")
    case .labourArbitration: Text("劳动仲裁", "Labour arbitration")
    case .nonLitigation: Text("非诉讼", "Non-litigation")
    }
  }

  /// 通知案件 · Begun by an organ's notice: no application and no hardship test (条例 12; 法律援助法 25, 28).
  package var isNotified: Bool { self == .criminalNotified || self == .compulsoryTreatment }

  /// By the case's procedure, not by who the recipient is.
  package var isCriminal: Bool {
    switch self {
    case .criminalApplied, .criminalNotified, .criminalAgency, .compulsoryTreatment: true
    case .civil, .administrative, .stateCompensation, .petition, .labourArbitration, .nonLitigation: false
    }
  }
}
