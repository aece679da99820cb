import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 经济困难标准的路由 · Routes of the hardship lines: whoever works on applications reads them; the director or the system
/// administrator records a new one and sees which applications change before it is so.
enum LineRoutes {
  static let path = "/settings/hardship-lines"
  static let newPath = "/settings/hardship-lines/new"

  static let all: [Route] = [list] + recording

  private static let list = Route.list(PathPattern(path), .viewHardshipLines, LinesPage.title) { request in
    let (principal, today) = (try request.requirePrincipal(), request.today)
    let (lines, current) = try await request.services.database.read {
      (
        try HardshipLineTable.all(principal.county, $0),
        try HardshipLineTable.inForce(on: today, in: principal.county, $0)
      )
    }
    return LinesPage(lines: lines, current: current, mayChange: principal.holds(.setHardshipLine)).listPage(request)
  }

  private static let recording = Route.form(
    PathPattern(newPath), .setHardshipLine, NewLinePage.title,
    page: { request, state in
      let line = state.isReturned ? try? await line(request) : nil
      let effects = try await effects(request, line)
      let seen = try line.map { try CanonicalJSON.encode($0) }
      return shell(try await request.frame(), title: NewLinePage.title[request.language]) {
        NewLinePage(today: request.today, line: line, seen: seen, effects: effects)
          .body(request, state, in: request.language)
      }
    },
    submit: { request in
      let line = try await line(request)
      guard try request.fields["seen"] == CanonicalJSON.encode(line) else { throw Refusals([]) }
      try await request.run(SetHardshipLine(line))
      return path
    })

  private static func line(_ request: WebRequest) async throws -> HardshipLine {
    let county = try request.requirePrincipal().county
    let division = try await request.services.database.read { try CountyTable.of(county, $0).code }
    return try request.read { form in
      LineFields.readNeeded(&form, division: division) { form in
        let first = form.requiredDay("from", NewLinePage.from.label)
        let last = form.day("to", NewLinePage.to.label)
        if let last, last < first { form.refuseEarlyEnd(at: "to") }
        return (first, last)
      }
    }
  }

  /// Nothing where nothing is told yet.
  private static func effects(_ request: WebRequest, _ line: HardshipLine?) async throws -> [RuleEffect]? {
    guard let line else { return nil }
    let (principal, keys) = (try request.requirePrincipal(), request.services.keys)
    return try await request.services.database.read { try RuleEffect.of(.line(line), for: principal, keys, $0) }
  }
}
