import Kernel
import Localization
import Registry
import Storage
import Web
import WorkCalendar

/// 申请接口 · Applications for programs: what the list shows, within the same scope and filters. Names are masked for
/// every token; nothing of the household, of identity numbers or of opinions is given out.
enum ApplicationsAPI {
  static let routes: [Route] = [list, one]

  private static let list = Route.api(
    "/api/v1/applications", .viewApplication, Text("申请列表", "Applications, newest first, fifty a page"),
    APIShape(
      query: [
        "state": Text("状态", "An ApplicationState"), "township": Text("乡镇（街道）", "The name of a township"),
        "q": Text("编号或者姓名的一部分", "Part of a number or of a name"), "page": Text("第几页", "From 1"),
        "sort": Text("newest或者due", "newest or due"), "order": Text("desc为倒序", "desc turns it around"),
      ],
      answer: .object(["items": .list(Line.schema), "total": .integer, "page": .integer, "pages": .integer]))
  ) { request in
    let principal = try request.requirePrincipal()
    let query = ListQuery(request, sorts: ApplicationList.sorts)
    let filter = ApplicationList.Filter(request)
    let list = try await request.services.database.read {
      try ApplicationList.load(filter, query, for: principal, $0)
    }
    return Listed(
      items: list.lines.map(Line.init), total: list.total, page: query.page, pages: query.pages(of: list.total))
  }

  private static let one = Route.api(
    "/api/v1/applications/{id}", .viewApplication, Text("申请", "One application"), APIShape(answer: Whole.schema)
  ) { request in
    let (principal, id): (Principal, ApplicationID) = (try request.requirePrincipal(), try request.id())
    return Whole(try await request.services.database.read { try ApplicationTable.one(id, for: principal, $0) })
  }

  private struct Listed: Encodable, Sendable {
    let items: [Line]
    let total: Int
    let page: Int
    let pages: Int
  }

  private struct Line: Encodable, Sendable {
    let id: ApplicationID
    let number: String
    let applicant: String
    let cause: String
    @Nullable var township: String?
    let state: ApplicationState
    let receivedOn: Day
    let priority: Bool
    @Nullable var dueOn: Day?

    init(_ line: ApplicationList.Line) {
      (id, number, cause, township) = (line.id, line.number, line.cause, line.township)
      (state, receivedOn, priority, dueOn) = (line.state, line.receivedOn, line.isPriority, line.dueOn)
      applicant = Format.mask(name: line.applicant)
    }

    static let schema = Schema.object([
      "id": .string, "number": .string, "applicant": .string, "cause": .string, "township": .optional(.string),
      "state": .oneOf(ApplicationState.allCases.map(\.rawValue)), "receivedOn": .day, "priority": .boolean,
      "dueOn": .optional(.day),
    ])
  }

  private struct Whole: Encodable, Sendable {
    let id: ApplicationID
    let receiptNumber: String
    @Nullable var number: String?
    let applicant: String
    let cause: String
    let track: CaseTrack
    let form: CaseForm
    @Nullable var stage: Stage?
    @Nullable var matter: MatterCode?
    @Nullable var township: String?
    let origin: String
    let channel: ServiceChannel
    let state: ApplicationState
    let ruleSet: RuleSet
    let receivedOn: Day
    let priority: Bool
    @Nullable var acceptedOn: Day?
    @Nullable var reviewedOn: Day?
    @Nullable var decidedOn: Day?

    init(_ found: Application) {
      (id, number, receiptNumber) = (found.id, found.number, found.receiptNumber)
      (cause, township, origin) = (found.cause, found.township, found.originName)
      (track, form, stage, matter) = (found.track, found.form, found.stage, found.matterCode)
      (channel, state, ruleSet) = (found.channel, found.state, found.ruleSet)
      (receivedOn, priority, acceptedOn) = (found.receivedOn, found.isPriority, found.acceptedOn)
      (reviewedOn, decidedOn) = (found.review?.on, found.approval?.on)
      applicant = Format.mask(name: found.applicantName)
    }

    static let schema = Schema.object([
      "id": .string, "receiptNumber": .string, "number": .optional(.string), "applicant": .string, "cause": .string,
      "track": .oneOf(CaseTrack.allCases.map(\.rawValue)), "form": .oneOf(CaseForm.allCases.map(\.rawValue)),
      "stage": .optional(.oneOf(Stage.allCases.map(\.rawValue))),
      "matter": .optional(.oneOf(MatterCode.allCases.map(\.rawValue))), "township": .optional(.string),
      "origin": .string, "channel": .oneOf(ServiceChannel.allCases.map(\.rawValue)),
      "state": .oneOf(ApplicationState.allCases.map(\.rawValue)),
      "ruleSet": .oneOf(RuleSet.allCases.map(\.rawValue)), "receivedOn": .day, "priority": .boolean,
      "acceptedOn": .optional(.day),
      "reviewedOn": .optional(.day), "decidedOn": .optional(.day),
    ])
  }
}
