import Foundation
import Intake
import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 地方规则包的路由 · Routes of the local packs: whoever works on applications reads them, the director ends them,
/// and sees which applications change before it is so.
enum PackRoutes {
  static let path = "/settings/packs"
  static func endPath(_ pack: AdoptedPack) -> String { "\(path)/\(pack.id)/end" }

  static let all: [Route] = [list] + ending + PackDraftRoutes.all

  private static let list = Route.list(PathPattern(path), .viewApplication, PacksPage.title) { request in
    let mayChange = try request.requirePrincipal().holds(.adoptRulePack)
    let county = try request.requirePrincipal().county
    let (packs, drafts) = try await request.services.database.read {
      (try AdoptedPackTable.all(county, $0), try PackDraftTable.all(county, $0))
    }
    return try PacksPage(packs: packs, drafts: drafts, today: request.today, mayChange: mayChange)
      .listPage(request)
  }

  private static let ending = Route.form(
    PathPattern("\(path)/{pack}/end"), .adoptRulePack, EndPackPage.title,
    page: { request, state in
      let pack = try await found(request)
      let lastDay = state.isReturned ? Day(request.fields["lastDay"]) : nil
      let preview = try await effects(request, lastDay.map { .ending(pack.id, after: $0) })
      return shell(try await request.frame(), title: EndPackPage.title[request.language]) {
        EndPackPage(pack: pack, lastDay: lastDay, today: request.today, effects: preview)
          .body(request, state, in: request.language)
      }
    },
    submit: { request in
      let pack = try await found(request)
      let (lastDay, reason) = try request.read { form in
        (
          form.requiredDay("lastDay", EndPackPage.lastDay.label),
          form.requiredText("reason", EndPackPage.reason.label, max: 100)
        )
      }
      guard request.fields["seen"] == lastDay.description else { throw Refusals([]) }
      try await request.run(EndRulePack(pack.id, lastDay: lastDay, reason: reason))
      return path
    })

  private static func known(_ request: WebRequest) async throws -> [AdoptedPack] {
    let county = try request.requirePrincipal().county
    return try await request.services.database.read { try AdoptedPackTable.all(county, $0) }
  }

  private static func found(_ request: WebRequest) async throws -> AdoptedPack {
    let pack = try await known(request).first { $0.id.description == request.value("pack") }
    guard let pack else { throw Refusal.notFound }
    return pack
  }

  /// Nothing where nothing is chosen yet.
  private static func effects(_ request: WebRequest, _ change: Supposition?) async throws -> [RuleEffect]? {
    guard let change else { return nil }
    let (principal, keys) = (try request.requirePrincipal(), request.services.keys)
    return try await request.services.database.read { try RuleEffect.of(change, for: principal, keys, $0) }
  }
}
