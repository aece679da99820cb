import Kernel
import Localization
import Registry
import Storage
package import Web
import WorkCalendar

/// 网站组成 · Composes the web server of an office: routes, who may sign in, what surrounds its pages.
extension Office {
  package func web(
    _ settings: Settings, onRunning: @escaping @Sendable (Int?) async -> Void = { _ in }
  ) throws -> WebServer.WebApplication {
    try WebServer.makeApplication(
      table: RouteTable(Capabilities.routes()), services: services, authority: authority,
      settings: webSettings(settings), onServerRunning: onRunning)
  }

  /// The settings of the pages; tests take them as they are.
  package func webSettings(_ settings: Settings) -> WebSettings {
    var web = WebSettings()
    web.host = settings.host
    web.port = settings.port
    web.trustedProxies = Set(settings.trustedProxies)
    web.brand = Text("法律援助中心", "Legal aid centre")
    web.frame = { try await OfficeFrame.make($0) }
    return web
  }

  package var authority: SessionAuthority {
    let (services, signIn) = (services, SignIn(runner))
    return SessionAuthority(
      verify: { attempt in
        if try await SetupRoutes.isEmpty(services) { throw SetupRoutes.notYet }
        let user = try await signIn(login: attempt.login, password: attempt.password, from: attempt.address)
        let day = services.clock.today
        let principal = try await services.database.read { try UserTable.principal(user, at: nil, on: day, $0) }
        guard let principal else { throw SignIn.wrong }
        let hasFactor = try await services.database.read { try SecondFactor.isEnrolled(user.id, $0) }
        return SessionAuthority.Account(
          user: user.id, county: user.county, agency: principal.agency, needsCode: hasFactor)
      },
      principal: { session in
        let day = services.clock.today
        return try await services.database.read { reader in
          guard let user = try UserTable.of(session.user, reader) else { return nil }
          return try UserTable.principal(user, at: session.agency, on: day, reader)
        }
      },
      bearer: { try await APITokenTable.principal($0, services) },
      confirm: { [runner] code, account in
        try await SecondFactor.finishSignIn(code, of: account.user, in: account.county, runner)
      },
      duty: { session in
        let day = services.clock.today
        return try await services.database.read { try AccountDuty.first(of: session, on: day, $0)?.path }
      },
      idleMinutes: { county in try await services.database.read { try IdleTime.of(county, $0).minutes } })
  }
}
