package import Localization

/// 来源渠道 · Service channel: how a person reached the office.
package enum ServiceChannel: String, Sendable, Hashable, CaseIterable, Codable {
  case visit, phone, letter, web, station, organ, home

  package var name: Text {
    switch self {
    case .visit: Text("来访", "Visit")
    case .phone: Text("来电", "Phone")
    case .letter: Text("来信", "Letter")
    case .web: Text("网络", "Web")
    case .station: Text("工作站", "Work station")
    case .organ: Text("办案机关转交", "Forwarded by an organ")
    case .home: Text("上门", "Home visit")
    }
  }
}
