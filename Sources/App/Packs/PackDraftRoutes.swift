import Foundation
import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 规则包草案的路由 · Routes on which the director draws up a pack entry by entry, sees at every step which pending
/// applications it would change, and adopts it.
enum PackDraftRoutes {
  static let newPath = "/settings/packs/new"
  private static let drafts = "/settings/packs/drafts"
  static func path(_ draft: UUIDv7) -> String { "\(drafts)/\(draft)" }
  static func adoptPath(_ draft: UUIDv7) -> String { "\(drafts)/\(draft)/adopt" }
  static func dropPath(_ draft: UUIDv7) -> String { "\(drafts)/\(draft)/drop" }
  static func headPath(_ draft: UUIDv7) -> String { "\(drafts)/\(draft)/head" }
  static func addPath(_ draft: UUIDv7, _ kind: EntryKind) -> String { "\(drafts)/\(draft)/add/\(kind.rawValue)" }
  static func entryPath(_ draft: UUIDv7, _ index: Int) -> String { "\(drafts)/\(draft)/entries/\(index + 1)" }

  static let all: [Route] = starting + adopting + heading + adding + changing + [removing, dropping]

  // MARK: The pack

  private static let starting = Route.form(
    PathPattern(newPath), .adoptRulePack, StartPackPage.title,
    page: { request, state in
      let known = try await adopted(request)
      return shell(try await request.frame(), title: StartPackPage.title[request.language]) {
        StartPackPage(adopted: known, today: request.today).body(request, state, in: request.language)
      }
    },
    submit: { request in
      let pack = try PackHead.start(request, adopted: try await adopted(request))
      return path(try await request.run(DraftRulePack(pack)))
    })

  /// The draft with what it would change, and the button that adopts it.
  private static let adopting =
    [
      Route.page(PathPattern("\(drafts)/{draft}"), .adoptRulePack, PackDraftPage.title) { request in
        try await draftPage(request, .fresh(request))
      }
    ]
    + Route.form(
      PathPattern("\(drafts)/{draft}/adopt"), .adoptRulePack, PackDraftPage.adopt,
      page: { request, state in try await draftPage(request, state) },
      submit: { request in
        let draft = try await found(request)
        try await request.run(AdoptRulePack(draft.pack, limits: Capabilities.limits, draft: draft.id))
        return PackRoutes.path
      })

  private static let heading = Route.form(
    PathPattern("\(drafts)/{draft}/head"), .adoptRulePack, PackHeadPage.title,
    page: { request, state in
      let draft = try await found(request)
      return shell(try await request.frame(), title: PackHeadPage.title[request.language]) {
        PackHeadPage(draft: draft).body(request, state, in: request.language)
      }
    },
    submit: { request in
      let draft = try await found(request)
      let head = try request.read { PackHead.read(&$0) }
      let pack = draft.pack.renamed(head.name, document: head.document, from: head.from, to: head.to)
      // An entry that ends too early for the pack is, seen from here, a pack that begins too late.
      try Refusals.check(pack.outside.map { $0.at($0.field == "to" ? "from" : "to") })
      return path(try await request.run(DraftRulePack(pack, over: draft.id)))
    })

  private static let dropping = Route.post(
    PathPattern("\(drafts)/{draft}/drop"), .adoptRulePack, PackDraftPage.drop
  ) { request in
    try await request.run(DropRulePackDraft(try await found(request).id))
    return PackRoutes.path
  }

  // MARK: Its entries

  private static let adding = Route.form(
    PathPattern("\(drafts)/{draft}/add/{kind}"), .adoptRulePack, EntryPage.addTitle,
    page: { request, state in try await entryPage(request, state, try kind(request), nil) },
    submit: { request in
      let draft = try await found(request)
      return try await keep(try await read(request, try kind(request)), at: nil, of: draft, request)
    })

  private static let changing = Route.form(
    PathPattern("\(drafts)/{draft}/entries/{entry}"), .adoptRulePack, EntryPage.changeTitle,
    page: { request, state in
      let (entry, index) = try await foundEntry(request)
      return try await entryPage(request, state, entry.kind, index)
    },
    submit: { request in
      let (draft, (entry, index)) = (try await found(request), try await foundEntry(request))
      return try await keep(try await read(request, entry.kind), at: index, of: draft, request)
    })

  private static let removing = Route.post(
    PathPattern("\(drafts)/{draft}/entries/{entry}/remove"), .adoptRulePack, EntryPage.remove
  ) { request in
    let (draft, (_, index)) = (try await found(request), try await foundEntry(request))
    return try await keep(nil, at: index, of: draft, request)
  }

  /// Puts an entry in the place of another, or at the end, or takes one away. What no pack may say is refused where it is
  /// typed.
  private static func keep(
    _ entry: LocalRulePack.Entry?, at index: Int?, of draft: PackDraft, _ request: WebRequest
  ) async throws -> String {
    var (pack, entries) = (draft.pack, draft.pack.entries)
    if index == nil, entry?.kind == .practiceYears, let known = pack.practiceYears {
      throw Refusal(
        "rulePack.twice",
        Text(
          "规则包中已有执业年限（满\(known.value)年）。一个规则包只有一条，请改那一条。",
          "The pack has its years of practice already (\(known.value)). A pack has one such entry: change that one."
        ),
        field: EntryFields.years.name)
    }
    let place = index ?? entries.count
    entries.replaceSubrange(place..<(index == nil ? place : place + 1), with: [entry].compactMap(\.self))
    pack.entries = entries
    if let entry {
      var alone = pack
      alone.entries = [entry]
      try Refusals.check(
        alone.refusals(Capabilities.limits).map { $0.field == nil ? $0.at(EntryFields.number.name) : $0 })
    }
    return path(try await request.run(DraftRulePack(pack, over: draft.id)))
  }

  // MARK: What is there

  private static func draftPage(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let (draft, principal, keys) = (try await found(request), try request.requirePrincipal(), request.services.keys)
    let effects = try await request.services.database.read {
      try RuleEffect.of(.adopting(draft.pack), for: principal, keys, $0)
    }
    return shell(try await request.frame(), title: draft.pack.name) {
      PackDraftPage(draft: draft, effects: effects).body(state, in: request.language)
    }
  }

  private static func entryPage(
    _ request: WebRequest, _ state: FormState, _ kind: EntryKind, _ index: Int?
  ) async throws -> HTML {
    let draft = try await found(request)
    return shell(try await request.frame(), title: kind.name[request.language]) {
      EntryPage(draft: draft, kind: kind, index: index).body(request, state, in: request.language)
    }
  }

  private static func read(_ request: WebRequest, _ kind: EntryKind) async throws -> LocalRulePack.Entry {
    let county = try request.requirePrincipal().county
    let division = try await request.services.database.read { try CountyTable.of(county, $0).code }
    return try request.read { EntryFields.read(kind, &$0, division: division) }
  }

  private static func kind(_ request: WebRequest) throws -> EntryKind {
    guard let kind = EntryKind(rawValue: request.value("kind")) else { throw Refusal.notFound }
    return kind
  }

  private static func foundEntry(_ request: WebRequest) async throws -> (LocalRulePack.Entry, Int) {
    let entries = try await found(request).pack.entries
    guard let number = Int(request.value("entry")), entries.indices.contains(number - 1) else {
      throw Refusal.notFound
    }
    return (entries[number - 1], number - 1)
  }

  private static func found(_ request: WebRequest) async throws -> PackDraft {
    guard let id = UUIDv7(request.value("draft")) else { throw Refusal.notFound }
    let county = try request.requirePrincipal().county
    return try await request.services.database.read { try PackDraftTable.one(id, county, $0) }
  }

  private static func adopted(_ request: WebRequest) async throws -> [AdoptedPack] {
    let county = try request.requirePrincipal().county
    return try await request.services.database.read { try AdoptedPackTable.all(county, $0) }
  }
}
