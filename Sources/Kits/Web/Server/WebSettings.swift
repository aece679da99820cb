package import Localization
package import WorkCalendar

/// 网站设置 · Web settings: what an office may choose about its server.
package struct WebSettings: Sendable {
  package var host = "127.0.0.1"
  package var port = 8080
  /// Whose `X-Forwarded-For` is believed.
  package var trustedProxies: Set<String> = []
  package var brand = Text("法律援助", "Legal aid")
  package var limits = BodyLimits()
  package var sessions = SessionLimits()
  /// Seconds after which a silent connection is closed.
  package var idleTimeout = 75
  /// Sessions live by the real clock, also where the business day is fixed.
  package var clock = WallClock.system
  /// Further files for `/assets`, named and hashed like the own ones.
  package var assets: [Asset] = []
  /// What surrounds the pages of the capabilities: navigation by role, notices, search.
  package var frame: @Sendable (WebRequest) async throws -> Frame = { $0.plainFrame }

  package init() {}
}
