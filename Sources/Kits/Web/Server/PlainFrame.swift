import Kernel
import Localization

extension WebRequest {
  /// The frame of pages that belong to no capability: signing in, errors.
  package var plainFrame: Frame {
    let hasPage = site.table.match(.get, path) != nil
    return Frame.plain(
      site, at: hasPage ? address : "/", language: language, isLargeType: isLargeType, theme: theme)
  }

  /// What surrounds a page of the office, as the office's settings make it.
  package func frame() async throws -> Frame { try await site.settings.frame(self) }

  /// The tokens of a form with nothing but a button.
  package func tokens(version: Int? = nil) -> FormTokens {
    FormTokens(csrf: csrf, token: newToken(), version: version)
  }
}

extension Frame {
  static func plain(_ site: Site, at address: String, language: Language, isLargeType: Bool, theme: Theme) -> Frame
  {
    let here = LocalPath.checked(address) ?? "/"
    let other: Language = language == .zh ? .en : .zh
    var frame = Frame(
      language: language, brand: site.settings.brand, homePath: "/", currentPath: String(here.prefix { $0 != "?" }),
      languageSwitchPath: "/language?" + URLEncoded.query(["to": other.rawValue, "next": here]))
    frame.largeTypeSwitchPath = "/large-type?" + URLEncoded.query(["to": isLargeType ? "off" : "on", "next": here])
    frame.isLargeType = isLargeType
    frame.themeSwitchPath = "/theme?" + URLEncoded.query(["to": theme.next.rawValue, "next": here])
    frame.theme = theme
    frame.assetsPath = site.assets.path
    return frame
  }
}
