import Indicators
import Kernel
import Localization
import Markup
import Papers
import Registry
import Storage
import Web
import WorkCalendar

/// 开始使用 · First steps: what a new office still needs before its first applicant, each with the page that does it.
struct FirstStepsPage {
  static let path = "/first-steps"
  static let title = Text("开始使用", "First steps")

  static let route = Route.page("/first-steps", .manageUsers, title) { request in
    let page = try await load(request)
    let language = request.language
    return shell(try await request.frame(), title: title[language]) { page.body(in: language) }
  }

  private struct Item {
    let what: Text
    let why: Text
    let isDone: Bool
    /// Nil where somebody else does it, at a place of his own.
    let path: String?
  }

  private let items: [Item]

  private static func load(_ request: WebRequest) async throws -> FirstStepsPage {
    let principal = try request.requirePrincipal()
    let (county, today, calendar) = (principal.county, request.today, request.services.calendar)
    return try await request.services.database.read { reader in
      let agencies = Set(try AgencyTable.all(county, reader).map(\.kind))
      let held = Set(try UserTable.grants(of: county, on: today, reader).values.flatMap(\.self).map(\.role))
      let people = try LegalAidPersonTable.all(county, orClosed: false, reader)
      let office = try CalendarTable.calendar(of: county, over: calendar, reader)
      let hasFactor = try principal.user.map { try SecondFactor.isEnrolled($0, reader) } ?? false
      let seals = try SealTable.all(county, reader)
      let isSealing = try SealTable.isAnyOpen(in: county, on: today, reader)
      let hasPlan = try PlanTable.of(today.year, in: county, reader) != nil
      return FirstStepsPage(
        items: [
          Item(
            what: Text("登记自己的第二因素", "Set up your second factor"),
            why: Text("管理员的密码一旦泄露，动态验证码还能挡住。", "A one-time code still stands in the way when a password leaks."),
            isDone: hasFactor, path: "/account/second-factor"),
          Item(
            what: Text("乡镇工作站", "Township work stations"),
            why: Text("群众就近申请。", "Where people apply near their home."), isDone: agencies.contains(.station),
            path: "/agencies/new"),
          Item(
            what: Text("律师事务所和法律援助人员", "Law firms and legal aid persons"),
            why: Text("没有他们，案件指派不出去。", "Without them no case can be assigned."),
            isDone: agencies.contains(.lawFirm) && !people.isEmpty, path: "/agencies"),
          users(held),
          Item(
            what: Text("登记印章", "Register the seal"),
            why: Text("先要有一位印章管理人员。", "It needs a seal keeper first."), isDone: !seals.isEmpty,
            path: "/seals/new"),
          Item(
            what: Text("开启用印授权", "Open the seal"),
            why: Text(
              "由印章管理人员登录后在“印章”页办理，此后决定书自动盖章。",
              "The keeper does it on the page “Seals”; from then on decisions are sealed by themselves."),
            isDone: isSealing, path: nil),
          Item(
            what: Text("\(today.year)年节假日", "Holidays of \(today.year)"),
            why: Text("办理期限按工作日计算。", "Time limits count working days."), isDone: office.isKnown(year: today.year),
            path: "/holidays"),
          Item(
            what: Text("\(today.year)年法律援助工作要点", "Plan of legal aid of \(today.year)"),
            why: Text(
              "没有要点，指标没有目标。由局领导在“年度要点”页设定；不影响办案。",
              "Without it the indicators have no targets. The bureau’s leader sets it on the page of the plan; casework does not wait for it."
            ), isDone: hasPlan, path: nil),
        ])
    }
  }

  /// The desks that one application passes; each needs somebody.
  private static func users(_ held: Set<Role>) -> Item {
    let needed: [Role] = [.receptionist, .reviewer, .director, .assigner, .sealKeeper, .archivist]
    let missing = needed.filter { !held.contains($0) }.map(\.name)
    let why =
      missing.isEmpty
      ? Text("每个岗位都有人。", "Every desk has somebody.")
      : Text(
        "还没有人的岗位：\(Format.list(missing.map(\.zh), .zh))。",
        "Roles nobody holds yet: \(Format.list(missing.map(\.en), .en)).")
    return Item(
      what: Text("工作人员账号", "Accounts of the staff"), why: why, isDone: missing.isEmpty, path: "/users/new")
  }

  func body(in language: Language) -> HTML {
    let left = items.filter { !$0.isDone }.count
    return .fragment {
      pageHead(
        Self.title[language],
        lead: .text(
          (left == 0
            ? Text("都准备好了，可以接待第一位申请人。", "All is ready for the first applicant.")
            : Text("还有\(left)项没有准备好，顺序可以自己定。", "\(left) still to do, in any order."))[language]))
      sheet(in: language, flush: true) {
        dataTable(
          DataTable(
            Self.title,
            columns: [
              Column(Text("事项", "What")), Column(Text("为什么", "Why")), Column(Text("状态", "State")),
            ],
            rows: items.map { row($0, language) }, empty: Text("没有要准备的。", "Nothing to prepare.")), in: language)
      }
    }
  }

  private func row(_ item: Item, _ language: Language) -> TableRow {
    TableRow([
      item.path.map { path in a(.href(path)) { item.what[language] } } ?? .text(item.what[language]),
      .text(item.why[language]),
      tag(
        (item.isDone ? Text("已完成", "Done") : Text("待办", "To do"))[language], item.isDone ? .good : .soon),
    ])
  }
}
