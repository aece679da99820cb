package import Localization

/// 页框 · Frame: what surrounds a page, the same for every page of one request.
package struct Frame: Sendable {
  /// 当前用户 · Signed-in person: a name, in which role, and the way out.
  package struct Person: Sendable {
    let name: String
    let role: Text
    let path: String
    let signOutPath: String
    let tokens: FormTokens

    package init(name: String, role: Text, path: String, signOutPath: String, tokens: FormTokens) {
      self.name = name
      self.role = role
      self.path = path
      self.signOutPath = signOutPath
      self.tokens = tokens
    }
  }

  package var language: Language
  /// The agency or, for the public, the county's legal aid.
  package var brand: Text
  package var homePath: String
  package var navigation: [NavGroup] = []
  package var currentPath: String
  package var person: Person?
  package var noticesPath: String?
  package var noticeCount = 0
  package var searchPath: String?
  /// Said above everything, such as a business day that is not today's.
  package var banner: Text?
  package var languageSwitchPath: String
  package var largeTypeSwitchPath: String?
  package var isLargeType = false
  package var themeSwitchPath: String?
  package var theme = Theme.system
  /// 正在查看 · Who else looks at this record now.
  package var alsoHere: [String] = []
  /// Minutes without a request after which a signed-in person is signed out.
  package var sessionMinutes: Int?
  package var helpPath: String?
  /// Of the list that this page is.
  package var savedFilters: SavedFilters?
  /// Where app.css and app.js are.
  package var assetsPath = "/assets"

  package init(
    language: Language, brand: Text, homePath: String, currentPath: String, languageSwitchPath: String
  ) {
    self.language = language
    self.brand = brand
    self.homePath = homePath
    self.currentPath = currentPath
    self.languageSwitchPath = languageSwitchPath
  }
}
