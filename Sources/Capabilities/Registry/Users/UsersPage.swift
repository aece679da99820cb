import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 用户页 · Users with the roles they hold and where.
struct UsersPage {
  static let title = Text("用户", "Users")
  let users: [User]
  let grants: [UserID: [Grant]]
  let agencies: [Agency]
  let rules: SignInRules

  func listPage(_ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, table(request))
    return ListPage(table) { frame in
      shell(frame, title: Self.title[language]) {
        pageHead(
          Self.title[language],
          actions: [linkButton(Text("新增用户", "Add a user"), to: "/users/new", .main, in: language)]
            + listActions(request))
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private func table(_ request: WebRequest) -> DataTable {
    let (language, now) = (request.language, request.services.clock.real())
    let names = Dictionary(agencies.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return DataTable(
      Self.title,
      columns: [
        Column(Text("账号", "Login")), Column(Text("姓名", "Name")), Column(Text("岗位", "Roles")),
        Column(Text("状态", "State")),
      ],
      rows: users.map { user in
        TableRow([
          a(.href("/users/\(user.id)")) { user.login }, .text(user.name),
          .text(
            Format.list(
              (grants[user.id] ?? []).map {
                let place = names[$0.agency] ?? ""
                return language == .zh
                  ? "\($0.role.name.zh)（\(place)）" : "\($0.role.name.en) (\(place))"
              }, language)),
          Self.standing(user, rules, now, language),
        ])
      },
      empty: Text("还没有用户。", "No users yet."))
  }

  private static func standing(_ user: User, _ rules: SignInRules, _ now: Instant, _ language: Language) -> HTML {
    guard user.isActive else { return tag(Text("停用", "Inactive")[language], .plain) }
    guard let end = user.oneTimeEnd(rules) else { return tag(Text("在用", "Active")[language], .good) }
    guard now < end else { return tag(Text("一次性密码已过期", "One-time password ran out")[language], .late) }
    let time = Format.instant(end, language)
    return tag(
      Text("一次性密码，有效至\(time)", "One-time password, good until \(time)")[language], .soon)
  }
}
