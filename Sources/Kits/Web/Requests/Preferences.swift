import Localization

/// 显示偏好 · Preferences: the language and type size a browser asked for; a cookie, so that the public has them too.
struct Preferences: Sendable, Hashable {
  static let cookieName = "preferences"
  static let year = 365 * 24 * 3600

  var language: Language
  var isLargeType: Bool

  init(language: Language, isLargeType: Bool) {
    self.language = language
    self.isLargeType = isLargeType
  }

  /// The choice made here, else what the browser asks for, else Chinese.
  init(cookie: String?, acceptLanguage: String) {
    let words = cookie?.split(separator: ".").map(String.init) ?? []
    language =
      words.lazy.compactMap(Language.init(rawValue:)).first ?? AcceptLanguage(acceptLanguage).language ?? .zh
    isLargeType = words.contains("large")
  }

  var cookie: Cookie {
    Cookie(
      name: Self.cookieName, value: language.rawValue + (isLargeType ? ".large" : ""), maxAge: Self.year)
  }
}
