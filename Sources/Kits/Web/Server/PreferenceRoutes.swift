import Kernel
import Localization

extension OwnRoutes {
  /// Links and forms alike: a preference changes nothing but how pages look.
  static let preferences = [
    preference(.get, "/language", Text("切换语言", "Switch language"), choose: language),
    preference(.post, "/language", Text("切换语言", "Switch language"), choose: language),
    preference(.get, "/large-type", Text("切换大字版", "Switch large type"), choose: largeType),
    preference(.post, "/large-type", Text("切换大字版", "Switch large type"), choose: largeType),
    preference(.get, "/theme", Text("切换配色", "Switch colours"), choose: theme),
    preference(.post, "/theme", Text("切换配色", "Switch colours"), choose: theme),
  ]

  private static func preference(
    _ method: Route.Method, _ pattern: PathPattern, _ summary: Text,
    choose: @escaping @Sendable (inout Preferences, String) -> Void
  ) -> Route {
    Route(method, pattern, nil, summary, kind: .form) { request in
      let sent = method == .get ? request.query : request.fields
      var preferences = Preferences(
        language: request.language, isLargeType: request.isLargeType, theme: request.theme)
      choose(&preferences, sent["to"])
      var response = WebResponse.redirect(LocalPath.checked(sent["next"]) ?? "/")
      response.cookies = [preferences.cookie]
      return response
    }
  }

  @Sendable private static func language(_ preferences: inout Preferences, _ choice: String) {
    if let language = Language(rawValue: choice) { preferences.language = language }
  }

  @Sendable private static func largeType(_ preferences: inout Preferences, _ choice: String) {
    preferences.isLargeType = choice == "on"
  }

  @Sendable private static func theme(_ preferences: inout Preferences, _ choice: String) {
    if let theme = Theme(rawValue: choice) { preferences.theme = theme }
  }
}
