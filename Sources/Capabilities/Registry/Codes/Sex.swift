package import Localization

/// 性别 · Sex: as the identity number says it; not known where there is none.
package enum Sex: String, Sendable, Hashable, CaseIterable, Codable {
  case male, female

  package var name: Text {
    switch self {
    case .male: Text("男", "Male")
    case .female: Text("女", "Female")
    }
  }
}
