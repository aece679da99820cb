import Kernel
import Localization
import TestSupport

/// 各岗位的电脑 · Desks: a browser for each person, who signs in where the session has ended.
actor Desks {
  let services: Services
  let clock: TestClock
  let language: Language
  private let open: @Sendable () -> Browser
  /// Looks at every page that somebody sees on the way.
  let look: @Sendable (Page) throws -> Void
  private var browsers: [String: Browser] = [:]

  init(
    _ office: TestOffice, in language: Language = .zh, look: @escaping @Sendable (Page) throws -> Void = { _ in },
    _ open: @escaping @Sendable () -> Browser
  ) {
    self.init(office.services, office.clock, in: language, look: look, open)
  }

  /// Whatever office this is: its people have the demo's accounts and passwords.
  init(
    _ services: Services, _ clock: TestClock, in language: Language = .zh,
    look: @escaping @Sendable (Page) throws -> Void = { _ in }, _ open: @escaping @Sendable () -> Browser
  ) {
    self.services = services
    self.clock = clock
    self.language = language
    self.look = look
    self.open = open
  }

  /// Somebody's work list: where every day begins.
  func work(_ login: String) async throws -> Page {
    let browser = try await browser(login)
    let page = try await browser.get("/work")
    guard page.path != "/work" else { return try see(page) }
    return try see(await browser.signIn(login))
  }

  /// A page as somebody sees it, or a file.
  func page(_ path: String, for login: String, isFile: Bool = false) async throws -> Page {
    let browser = try await browser(login)
    var page = try await browser.get(path)
    if page.path.hasPrefix("/sign-in") {
      _ = try await browser.signIn(login)
      page = try await browser.get(path)
    }
    return isFile ? page : try see(page)
  }

  func see(_ page: Page) throws -> Page {
    try look(page)
    return page
  }

  private func browser(_ login: String) async throws -> Browser {
    if let known = browsers[login] { return known }
    let browser = open()
    browsers[login] = browser
    if language != .zh { _ = try await browser.get("/language?to=\(language.rawValue)&next=/sign-in") }
    return browser
  }
}
