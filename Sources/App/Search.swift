import Kernel
import Localization
import Markup
import Paper
import Papers
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
    return try await services.database.read { reader in
      let found = try find(
        asked, sources.map(\.kind), principal, services.keys, limit: request.rows(ofPage: 50), reader)
      return SearchPage(
        asked: asked, found: found, papers: try papers(asked, found, principal, reader), sources: sources)
    }
  }

  /// The papers that bear what was typed, of the records that were found.
  private static func papers(
    _ asked: Asked, _ found: SearchTable.Found, _ principal: Principal, _ reader: any Reader
  ) throws -> [UUIDv7: [FoundPaper]] {
    guard case .text(let text) = asked, principal.holds(.viewPapers) else { return [:] }
    let typed = ShortCode(text)?.characters ?? text
    return try PaperTable.bearing(typed, of: found.hits.map(\.subject.id), reader)
  }

  private static func find(
    _ asked: Asked, _ kinds: [String], _ principal: Principal, _ keys: KeyRing, limit: Int, _ reader: any Reader
  ) throws -> SearchTable.Found {
    switch asked {
    case .text(let text):
      func found(_ text: String) throws -> SearchTable.Found {
        try SearchTable.find(text, kinds: kinds, for: principal, limit: limit, reader)
      }
      // A verification code as it stands on a paper; a word that looks like one is looked for as a word.
      let coded = try ShortCode(text).map { try found($0.characters) }
      return try coded.flatMap { $0.hits.isEmpty ? nil : $0 } ?? found(text)
    case .person(let person):
      return try records(of: Whose(person, in: principal.county, reader))
    case .personal(let text):
      let whose = try Whose(
        identityNumber: identityNumber(text) ?? "", phone: phone(text) ?? "", in: principal.county, keys, reader)
      return try records(of: whose)
    case .nothing: return .init()
    }
    func records(of whose: Whose) throws -> SearchTable.Found {
      try SearchTable.records(of: whose, kinds: kinds, for: principal, limit: limit, reader)
    }
  }
}
