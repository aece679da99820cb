import Intake
package import Localization

/// 通知应载事项 · Notice item: what an organ's notice has to say, beside the name (刑事规定 2013, 10, from memory;
/// 刑诉法解释 2021, 49). What is missing is asked of the organ; the time to assign runs meanwhile.
package enum NoticeItem: String, Sendable, Hashable, CaseIterable, Codable {
  case charge, situation, whereabouts, contact

  package var name: Text {
    switch self {
    case .charge: Text("涉嫌罪名", "Charge")
    case .situation: Text("通知情形", "Situation of the notice")
    case .whereabouts: Text("羁押场所或者住所", "Place of custody or address")
    case .contact: Text("办案机关联系人和电话", "Contact of the organ and phone")
    }
  }
}
