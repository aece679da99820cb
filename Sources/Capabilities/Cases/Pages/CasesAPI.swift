import Intake
import Kernel
import Localization
import Registry
import Storage
import Web
import WorkCalendar

/// 案件接口 · Cases for programs: what the pages show of cases, within the same scope and filters. Names are masked for
/// every token: a collector needs cases, not people.
enum CasesAPI {
  static let routes: [Route] = [list, one]

  private static let list = Route.api(
    "/api/v1/cases", .viewCases, Text("案件列表", "Cases, newest first, fifty a page"),
    APIShape(
      query: [
        "state": Text("状态", "A CaseState"), "unit": Text("承办单位", "The id of a unit"),
        "text": Text("案件编号，或者受援人、案由的开头", "A case number, or the beginning of a recipient's name or a cause"),
        "after": Text("上一页的next", "What the page before gave as next"),
      ], answer: .object(["items": .list(Item.schema), "next": .optional(.string)]))
  ) { request in
    let (principal, query) = (try request.requirePrincipal(), CaseQuery(request))
    let found = try await request.services.database.read { try CaseTable.list(query, for: principal, $0) }
    return Listed(found, size: query.size)
  }

  private static let one = Route.api(
    "/api/v1/cases/{id}", .viewCases, Text("案件", "One case"), APIShape(answer: Item.schema)
  ) { request in
    let (principal, id) = (try request.requirePrincipal(), try request.id(of: Spine.Case.self))
    return Item(try await request.services.database.read { try CaseTable.one(id, for: principal, $0) })
  }

  private struct Listed: Encodable, Sendable {
    let items: [Item]
    @Nullable var next: String?

    init(_ found: [AidCase], size: Int) {
      let shown = found.prefix(size)
      items = shown.map(Item.init)
      next = found.count > size ? shown.last.map { "\($0.acceptedOn)_\($0.id)" } : nil
    }
  }

  private struct Item: Encodable, Sendable {
    let id: CaseID
    let number: String
    let track: CaseTrack
    let form: CaseForm
    @Nullable var stage: Stage?
    let cause: String
    let recipient: String
    let groups: [GroupCode]
    @Nullable var township: String?
    let state: CaseState
    @Nullable var ended: CaseEnding?
    @Nullable var result: CaseResult?
    let acceptedOn: Day
    @Nullable var assignedOn: Day?
    @Nullable var closedOn: Day?
    @Nullable var archivedOn: Day?
    @Nullable var unit: String?
    @Nullable var undertaker: String?
    @Nullable var undertakerKind: UndertakerKind?
    let isImported: Bool

    init(_ found: AidCase) {
      (id, number, cause, groups, township) = (found.id, found.number, found.cause, found.groups, found.township)
      (track, form, stage, state, ended) = (found.track, found.form, found.stage, found.state, found.ended)
      (acceptedOn, assignedOn) = (found.acceptedOn, found.assignedOn)
      (closedOn, archivedOn, result) = (found.closedOn, found.archivedOn, found.result)
      (unit, undertaker, undertakerKind) = (found.unitName, found.undertakerName, found.undertakerKind)
      recipient = Format.mask(name: found.recipientName)
      isImported = found.isImported
    }

    static let schema = Schema.object([
      "id": .string, "number": .string, "track": .oneOf(CaseTrack.allCases.map(\.rawValue)),
      "form": .oneOf(CaseForm.allCases.map(\.rawValue)), "stage": .optional(.oneOf(Stage.allCases.map(\.rawValue))),
      "cause": .string, "recipient": .string, "groups": .list(.string), "township": .optional(.string),
      "state": .oneOf(CaseState.allCases.map(\.rawValue)),
      "ended": .optional(.oneOf(CaseEnding.allCases.map(\.rawValue))),
      "result": .optional(.oneOf(CaseResult.allCases.map(\.rawValue))), "acceptedOn": .day,
      "assignedOn": .optional(.day), "closedOn": .optional(.day), "archivedOn": .optional(.day),
      "unit": .optional(.string), "undertaker": .optional(.string),
      "undertakerKind": .optional(.oneOf(UndertakerKind.allCases.map(\.rawValue))), "isImported": .boolean,
    ])
  }
}
