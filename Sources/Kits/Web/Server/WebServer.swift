package import Hummingbird
package import Kernel
package import Logging
import NIOCore

/// 网站服务 · Web server: one way to make the application, for production and for tests.
package enum WebServer {
  package typealias WebApplication = Application<RouterResponder<WebContext>>

  /// The application, ready to run as a service; SIGTERM is the caller's to turn into a graceful shutdown.
  package static func makeApplication(
    table: RouteTable, services: Services, authority: SessionAuthority, settings: WebSettings,
    logger: Logger = Logger(label: "web"), onServerRunning: @escaping @Sendable (Int?) async -> Void = { _ in }
  ) throws -> WebApplication {
    let site = try Site(table: table, services: services, authority: authority, settings: settings)
    return Application(
      router: router(site),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [BrokenRequests()], idleTimeout: .seconds(Int64(settings.idleTimeout)))),
      configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)),
      onServerRunning: { await onServerRunning($0.localAddress?.port) },
      logger: logger)
  }

  private static func router(_ site: Site) -> Router<WebContext> {
    let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: Front(site: site))
    let dispatcher = Dispatcher(site: site)
    for route in site.table.routes {
      router.on(RouterPath(route.pattern.description), method: route.method.http) { request, context in
        try await dispatcher.respond(to: request, context, route)
      }
    }
    return router
  }
}

extension Route.Method {
  fileprivate var http: HTTPRequest.Method { self == .get ? .get : .post }
}
