import Kernel
import Localization
import Markup
import Registry
import Storage
import Web

/// 查找 · Search: one box for whatever one has in hand: a number, a name, its pinyin, a cause, or an identity number or
/// a phone typed whole. Those two go in the body of the request and are looked up by their keyed hash; anything else is
/// kept in the address, so that a search can be gone back to.
enum Search {
  static let path = "/search"
  static let title = Text("查找", "Search")

  static func routes() -> [Route] {
    [
      .list("/search", .signedIn, title) { request in
        try await answer(request, asked(request, request.query["q"])).list(request)
      },
      Route(.post, "/search", .signedIn, title, kind: .form) { request in
        let text = request.fields["q"]
        guard isPersonal(text) else {
          return .redirect(path + "?" + URLEncoded.query(["q": text]))
        }
        let found = try await answer(request, .personal(text)).list(request)
        return .page(found.page(try await request.frame()))
      },
    ]
  }

  /// 所查 · What is asked for.
  enum Asked: Sendable {
    case text(String), personal(String), person(PersonID)
    /// An identity number or a phone in an address is not answered: it would stay in the browser's history.
    case nothing(refused: Bool)
  }

  private static func asked(_ request: WebRequest, _ text: String) -> Asked {
    if let person = PersonID(request.query["person"]) { return .person(person) }
    if isPersonal(text) { return .nothing(refused: true) }
    guard request.query.problem("q") == nil, text.utf8.count <= 400, !SearchTerms.query(from: text).isEmpty else {
      return .nothing(refused: false)
    }
    return .text(text)
  }

  private static func identityNumber(_ text: String) -> String? {
    try? IdentityNumber.read(text.filter { !$0.isWhitespace }).get()
  }

  /// A phone of ten digits and more; a shorter one may be part of a number.
  private static func phone(_ text: String) -> String? {
    PhoneNumber.read(text).flatMap { $0.utf8.count >= 10 ? $0 : nil }
  }

  private static func isPersonal(_ text: String) -> Bool { identityNumber(text) != nil || phone(text) != nil }

  private static func answer(_ request: WebRequest, _ asked: Asked) async throws -> SearchPage {
    let (principal, services) = (try request.requirePrincipal(), request.services)
    let sources = services.search.filter { principal.holds($0.permission) }
    let found = try await services.database.read { reader in
      try find(asked, sources.map(\.kind), principal, services.keys, limit: request.rows(ofPage: 50), reader)
    }
    return SearchPage(asked: asked, found: found, sources: sources)
  }

  private static func find(
    _ asked: Asked, _ kinds: [String], _ principal: Principal, _ keys: KeyRing, limit: Int, _ reader: any Reader
  ) throws -> SearchTable.Found {
    switch asked {
    case .text(let text): return try SearchTable.find(text, kinds: kinds, for: principal, limit: limit, reader)
    case .person(let person):
      return try SearchTable.records(of: person, kinds: kinds, for: principal, limit: limit, reader)
    case .personal(let text):
      let people = try PersonTable.known(
        identityNumber: identityNumber(text) ?? "", phone: phone(text) ?? "", in: principal.county, keys, reader)
      return try people.reduce(into: SearchTable.Found()) { found, person in
        let more = try SearchTable.records(of: person, kinds: kinds, for: principal, limit: limit, reader)
        found = SearchTable.Found(hits: found.hits + more.hits, isCut: found.isCut || more.isCut)
      }
    case .nothing: return .init()
    }
  }
}
