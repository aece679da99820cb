import Localization

/// 显示偏好 · Preferences: the language, type size and colours a browser asked for; a cookie, so that the public has them too.
struct Preferences: Sendable, Hashable {
  static let cookieName = "preferences"
  static let year = 365 * 24 * 3600

  var language: Language
  var isLargeType: Bool
  var theme: Theme

  init(language: Language, isLargeType: Bool, theme: Theme = .system) {
    self.theme = theme
    self.language = language
    self.isLargeType = isLargeType
  }

  /// The choice made here, else what the browser asks for, else Chinese.
  init(cookie: String?, acceptLanguage: String) {
    let words = cookie?.split(separator: ".").map(String.init) ?? []
    language =
      words.lazy.compactMap(Language.init(rawValue:)).first ?? AcceptLanguage(acceptLanguage).language ?? .zh
    isLargeType = words.contains("large")
    theme = words.lazy.compactMap(Theme.init(rawValue:)).first ?? .system
  }

  var cookie: Cookie {
    let words = [language.rawValue] + (isLargeType ? ["large"] : []) + (theme == .system ? [] : [theme.rawValue])
    return Cookie(name: Self.cookieName, value: words.joined(separator: "."), maxAge: Self.year)
  }
}
