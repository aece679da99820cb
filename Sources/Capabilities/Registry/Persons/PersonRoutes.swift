import Kernel
import Localization
import Markup
import Storage
import Web

/// 人员路由 · The routes of a person's pages.
enum PersonRoutes {
  static func all(_ panels: [PanelSource], _ names: [String: Text], _ links: [PersonLink]) -> [Route] {
    [page(panels.filter { $0.on == "person" }, names)] + RevealPages.routes + ProtectionPage.routes
      + MergePages.routes(links)
  }

  private static func page(_ panels: [PanelSource], _ names: [String: Text]) -> Route {
    Route(.get, PersonPaths.page.pattern, .viewPersons, PersonPage.title, kind: .page) { request in
      let (id, principal, keys): (PersonID, _, _) = (
        try request.id(), try request.requirePrincipal(), request.services.keys
      )
      // A record that was merged leads to the one that was kept.
      let present = try await request.services.database.read { reader in
        let present = try PersonMergeTable.present(id, in: principal.county, reader)
        try PersonScope.require(present, principal, reader)
        return present
      }
      guard present == id else { return .redirect(PersonPaths.page.path(present)) }
      let page = try await request.services.database.read {
        try PersonPage.load(id, principal, keys, panels, names, $0)
      }
      return .page(
        shell(try await request.frame(), title: page.person.name) { page.body(request.language) })
    }
  }

  /// The person of the address, as whoever asks may see him.
  static func person(_ request: WebRequest) async throws -> Person {
    try await wholePerson(request).seen(by: request.requirePrincipal())
  }

  /// Whole: for whoever has just given a reason.
  static func wholePerson(_ request: WebRequest) async throws -> Person {
    let (id, principal, keys): (PersonID, _, _) = (
      try request.id(), try request.requirePrincipal(), request.services.keys
    )
    return try await request.services.database.read { reader in
      try PersonScope.require(id, principal, reader)
      return try PersonTable.of(id, in: principal.county, keys, reader)
    }
  }
}
