import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 字典的路由 · Routes of the dictionaries.
enum DictionaryRoutes {
  static func all() -> [Route] {
    [
      .list("/dictionaries", .keepDictionaries, DictionaryPage.title) { request in
        let county = try request.requirePrincipal().county
        let counts = try await request.services.database.read { reader in
          try LocalList.allCases.map { ($0, try ListEntryTable.words($0, in: county, reader).count) }
        }
        return DictionaryPage.overview(counts, request)
      }
    ]
      + Route.form(
        "/dictionaries/{list}", .keepDictionaries, Text("字典条目", "Entries of a dictionary"), page: page,
        submit: save)
      + [
        .post("/dictionaries/{list}/change", .keepDictionaries, Text("停用、恢复或者移动条目", "Close, open or move an entry"))
        {
          request in
          let list = try list(request)
          guard let entry = UUIDv7(request.fields["entry"]) else { throw Refusal.notFound }
          switch request.fields["to"] {
          case "close": try await request.run(CloseListEntry(list, entry: entry, closed: true))
          case "open": try await request.run(CloseListEntry(list, entry: entry, closed: false))
          case "up": try await request.run(MoveListEntry(list, entry: entry, up: true))
          case "down": try await request.run(MoveListEntry(list, entry: entry, up: false))
          default: throw Refusal.notFound
          }
          return path(list)
        }
      ]
  }

  static func path(_ list: LocalList) -> String { "/dictionaries/\(list.rawValue)" }

  private static func list(_ request: WebRequest) throws -> LocalList {
    guard let list = LocalList(rawValue: request.value("list")) else { throw Refusal.notFound }
    return list
  }

  private static func entries(_ request: WebRequest) async throws -> [ListEntry] {
    let (list, county) = (try list(request), try request.requirePrincipal().county)
    return try await request.services.database.read { try ListEntryTable.all(list, in: county, $0) }
  }

  @Sendable private static func save(_ request: WebRequest) async throws -> String {
    let (list, known) = (try list(request), try await entries(request))
    let told = try request.read { form in
      (
        entry: form.choice("entry", DictionaryPage.entry([]).label, among: known.map(\.id.description)),
        name: form.requiredText("name", DictionaryPage.word.label, max: 40)
      )
    }
    if let entry = told.entry.flatMap({ UUIDv7($0) }) {
      try await request.run(RenameListEntry(list, entry: entry, name: told.name))
    } else {
      try await request.run(AddListEntry(list, name: told.name))
    }
    return path(list)
  }

  @Sendable private static func page(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let (list, known, language) = (try list(request), try await entries(request), request.language)
    return shell(try await request.frame(), title: list.name[language]) {
      DictionaryPage(list: list, entries: known).body(request, state, language)
    }
  }
}
