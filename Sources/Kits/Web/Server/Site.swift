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

  init(table: RouteTable, services: Services, authority: SessionAuthority, settings: WebSettings) {
    self.table = table
    self.services = services
    self.authority = authority
    self.settings = settings
    sessions = SessionStore(database: services.database, clock: settings.clock, limits: settings.sessions)
    assets = Assets(Asset.embedded + settings.assets)
    csrf = CSRF(keys: services.keys)
    spool = Spool(directory: settings.spool)
  }

  package var runner: ActionRunner { ActionRunner(services) }
}
