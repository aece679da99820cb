import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

extension Permission {
  static let mendJobs = Permission("registry.jobs", Text("处理后台任务", "Mend background jobs"), [.sysAdmin])
}

/// 失败的后台任务 · Failed jobs: what failed for good waits here for the administrator, with what it said.
enum FailedJobs {
  static let title = Text("失败的后台任务", "Failed background jobs")

  struct Failed: Sendable {
    let kind: String
    let attempts: Int
    let error: String
  }

  static let workItem = WorkItemSource(key: "registry.jobs", permission: .mendJobs) { reader, principal, _ in
    let count = try all(principal.county, reader).count
    guard count > 0 else { return [] }
    return [
      WorkItem(
        title: title, about: "", detail: Text("\(count)项，请查看原因后重试", "\(count): see why, then run them again"),
        path: "/jobs")
    ]
  }

  /// 缺少节假日数据 · A year without holiday data is counted by weekends alone, and the administrator is told (AT-X.5).
  static let calendar = WorkItemSource(key: "registry.calendar", permission: .mendJobs) {
    reader, principal, today in
    let calendar = try CalendarTable.calendar(of: principal.county, over: .official, reader)
    guard !calendar.isKnown(year: today.year) else { return [] }
    return [
      WorkItem(
        title: Text("缺少节假日数据", "Holiday data missing"), about: "",
        detail: Text(
          "\(today.year)年没有节假日数据，期限暂按周末计算，请录入放假安排。",
          "There is no holiday data for \(today.year): clocks count weekends only. Enter its holidays."),
        path: "/holidays")
    ]
  }

  static func routes() -> [Route] {
    [
      .list("/jobs", .mendJobs, title) { request in
        let county = try request.requirePrincipal().county
        let failed = try await request.services.database.read { try all(county, $0) }
        return listPage(failed, request)
      },
      .post("/jobs/retry", .mendJobs, Text("重试后台任务", "Run failed jobs again")) { request in
        try await request.run(RetryFailedJobs())
        return "/jobs"
      },
    ]
  }

  private static func listPage(_ failed: [Failed], _ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, table(failed))
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(title[language], actions: listActions(request))
        sheet(in: language, flush: true) { dataTable(table, in: language) }
        if !failed.isEmpty {
          actionForm("/jobs/retry", request.tokens(), Text("全部重试", "Run all again"), .main, in: language)
        }
      }
    }
  }

  private static func table(_ failed: [Failed]) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("任务", "Job")), Column(Text("次数", "Attempts"), number: true), Column(Text("原因", "Reason")),
      ],
      rows: failed.map { TableRow([.text($0.kind), .text(String($0.attempts)), .text($0.error)]) },
      empty: Text("没有失败的任务。", "Nothing has failed."))
  }

  static func all(_ county: CountyID, _ reader: any Reader) throws -> [Failed] {
    try reader.rows(
      """
      SELECT kind, attempts, last_error FROM job WHERE county = \(county) AND state = 'dead' ORDER BY run_after, id
      LIMIT \(WorkItemSource.most)
      """
    ).map {
      Failed(
        kind: try $0.get("kind"), attempts: try $0.get("attempts"),
        error: try $0.get("last_error", as: String?.self) ?? "")
    }
  }
}

/// 重试 · Queues again every job that failed for good.
struct RetryFailedJobs: Action {
  static let permission = Permission.mendJobs

  func perform(in context: ActionContext) throws -> Done {
    let kinds = Set(try FailedJobs.all(context.county, context.tx).map(\.kind)).sorted()
    for kind in kinds { try context.retryJobs(kind) }
    context.record("jobs.retried", .county(context.county), facts: ["kinds": .list(kinds.map { .text($0) })])
    return Done()
  }
}
