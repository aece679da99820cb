package import Localization

/// 专长 · Specialty: what a legal aid person is good at; raw values stand in the person's record.
package enum Specialty: String, Sendable, Hashable, CaseIterable, Codable {
  case labour, family, traffic, medical, criminal, juvenile, administrative, petition

  package var name: Text {
    switch self {
    case .labour: Text("劳动", "Labour")
    case .family: Text("婚姻家庭", "Family")
    case .traffic: Text("交通事故", "Traffic accidents")
    case .medical: Text("医疗损害", "Medical injury")
    case .criminal: Text("刑事", "Criminal")
    case .juvenile: Text("未成年人", "Minors")
    case .administrative: Text("行政", "Administrative")
    case .petition: Text("申诉", "Petitions")
    }
  }
}
