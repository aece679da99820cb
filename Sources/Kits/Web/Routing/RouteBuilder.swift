/// 路由清单 · Route builder: lists the routes of a capability one below the other, a form being two of them.
///
///     @RouteBuilder package static func routes() -> [Route] {
///       Route.page("/cases", .list, Text("案件", "Cases")) { try await list($0) }
///       Route.form("/cases/{id}/closing", .close, Text("结案", "Close"), page: closing, submit: close)
///     }
///
/// Each is checked by itself: one array of them all would take the compiler minutes.
@resultBuilder
package enum RouteBuilder {
  package static func buildExpression(_ route: Route) -> [Route] { [route] }
  package static func buildExpression(_ routes: [Route]) -> [Route] { routes }
  package static func buildBlock(_ parts: [Route]...) -> [Route] { parts.flatMap(\.self) }
}
