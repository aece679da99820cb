import Kernel
import Localization
import Markup
import Web

/// 用户页 · Users with the roles they hold and where.
struct UsersPage {
  static let title = Text("用户", "Users")
  let users: [User]
  let grants: [UserID: [Grant]]
  let agencies: [Agency]

  func listPage(_ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, table(request.language))
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

  private func table(_ language: Language) -> DataTable {
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
          user.isActive
            ? tag(Text("在用", "Active")[language], .good) : tag(Text("停用", "Inactive")[language], .plain),
        ])
      },
      empty: Text("还没有用户。", "No users yet."))
  }
}
