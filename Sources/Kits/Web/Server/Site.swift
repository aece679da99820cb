import Foundation
package import Kernel

/// 站点 · Site: what every request of one server shares.
package struct Site: Sendable {
  package let table: RouteTable
  package let services: Services
  package let authority: SessionAuthority
  package let settings: WebSettings
  package let sessions: SessionStore
  package let assets: Assets
  let csrf: CSRF
  let spool: Spool

  init(table: RouteTable, services: Services, authority: SessionAuthority, settings: WebSettings) throws {
    self.table = table
    self.services = services
    self.authority = authority
    self.settings = settings
    sessions = SessionStore(
      database: services.database, clock: settings.clock, limits: settings.sessions,
      idleMinutes: authority.idleMinutes)
    assets = Assets(Asset.embedded + settings.assets)
    csrf = CSRF(keys: services.keys)
    spool = try Spool(in: URL(filePath: services.directory.uploads, directoryHint: .isDirectory))
  }

  package var runner: ActionRunner { ActionRunner(services) }

  /// The office is reached over https: cookies are `Secure` and bound to the host.
  var isSecure: Bool { services.baseURL.hasPrefix("https://") }
}
