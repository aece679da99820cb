/// 路由表 · Route table: everything the server answers. It registers the routes, finds them by path for tests and
/// error pages, and describes itself.
package struct RouteTable: Sendable {
  package let routes: [Route]
  /// By method and number of segments, so that finding one does not mean trying them all.
  private let fitting: [Kind: [Route]]

  private struct Kind: Hashable {
    let method: Route.Method
    let segments: Int
  }

  /// Refuses two routes that one request would fit. The web's own (signing in, language, assets, health) are always
  /// part of it.
  package init(_ routes: [Route]) throws {
    let all = OwnRoutes.all + routes
    let repeated = Dictionary(grouping: all) { "\($0.method.rawValue) \($0.pattern.shape)" }.filter { $1.count > 1 }
    guard repeated.isEmpty else { throw Problem.repeated(repeated.keys.sorted()) }
    self.routes = all
    fitting = Dictionary(grouping: all) { Kind(method: $0.method, segments: $0.pattern.segments.count) }
  }

  package enum Problem: Error, Hashable {
    case repeated([String])
  }

  /// The route that answers, and what stands in its places. A literal wins over a place, as in the router.
  package func match(_ method: Route.Method, _ path: String) -> (route: Route, values: [String: String])? {
    let parts = PathPattern.split(path)
    let found = fitting[Kind(method: method, segments: parts.count), default: []].compactMap { route in
      route.pattern.match(parts).map { (route, $0) }
    }
    return found.min { $0.1.count < $1.1.count }
  }

  /// The methods that a path knows: none for a path that leads nowhere.
  package func methods(of path: String) -> [Route.Method] {
    Set(routes.filter { $0.pattern.match(path) != nil }.map(\.method)).sorted { $0.rawValue < $1.rawValue }
  }
}
