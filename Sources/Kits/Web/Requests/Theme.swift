package import Localization

/// 配色 · Theme: light, dark, or as the device says.
package enum Theme: String, Sendable, Hashable, CaseIterable {
  case system, light, dark

  package var name: Text {
    switch self {
    case .system: Text("配色随系统", "Colours as the device")
    case .light: Text("浅色", "Light colours")
    case .dark: Text("深色", "Dark colours")
    }
  }

  /// The one the switch leads to.
  var next: Theme {
    switch self {
    case .system: .dark
    case .dark: .light
    case .light: .system
    }
  }
}
