import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 用户页 · One user: name and standing, roles with their days, second factor, sessions and sign-ins.
struct UserPage {
  let user: User
  let held: [Held]
  let agencies: [Agency]
  let hasSecondFactor: Bool
  let sessions: [Session]
  let history: [SignInHistory.Entry]

  static func load(_ request: WebRequest) async throws -> UserPage {
    let county = try request.requirePrincipal().county
    let id: UserID = try request.id()
    let now = request.services.clock.real()
    return try await request.services.database.read { reader in
      UserPage(
        user: try UserTable.one(id, in: county, reader), held: try GrantTable.of(id, in: county, reader),
        agencies: try AgencyTable.all(county, reader), hasSecondFactor: try SecondFactor.isEnrolled(id, reader),
        sessions: try SessionTable.of(id, since: IdleTime.of(county, reader).edge(now), reader),
        history: try SignInHistory.of(id, reader))
    }
  }

  private var path: String { "/users/\(user.id)" }

  func body(_ request: WebRequest) -> HTML {
    let language = request.language
    let isSecurity = request.principal?.holds(.manageSecurity) ?? false
    return .fragment {
      pageHead(
        "\(user.login) \(user.name)",
        crumbs: breadcrumbs([Crumb(UsersPage.title[language], path: "/users"), Crumb(user.login)], in: language))
      sheet(Text("账号", "Account"), in: language) {
        facts(
          [
            Web.Fact(Text("姓名", "Name"), user.name), Web.Fact(Text("状态", "State"), standing(request)),
            Web.Fact(SecondFactorPages.title, factor[language]),
          ], in: language)
        div(.class("actions")) {
          linkButton(Text("修改姓名", "Change the name"), to: path + "/name", in: language)
          linkButton(Text("重置密码", "Reset the password"), to: path + "/password", in: language)
          actionForm(
            path + (user.isActive ? "/disabling" : "/enabling"), request.tokens(),
            user.isActive ? Text("停用账号", "Close the account") : Text("启用账号", "Open the account"), in: language)
          if hasSecondFactor, isSecurity {
            actionForm(
              path + "/second-factor/removal", request.tokens(), Text("重置第二因素", "Reset the second factor"),
              in: language)
          }
        }
      }
      sheet(Text("岗位", "Roles"), in: language, flush: true) { roles(request) }
      p { linkButton(GrantForm.title, to: path + "/roles", .main, in: language) }
      if isSecurity {
        sheet(Text("当前登录", "Where signed in"), in: language, flush: true) {
          SessionList.table(sessions, path: path + "/sessions", request)
        }
        sheet(Text("登录记录", "Sign-in history"), in: language, flush: true) {
          SignInHistory.table(history, in: language)
        }
      }
    }
  }

  private var factor: Text { hasSecondFactor ? Text("已登记", "Set up") : Text("未登记", "Not set up") }

  private func standing(_ request: WebRequest) -> HTML {
    let language = request.language
    if !user.isActive { return tag(Text("停用", "Inactive")[language], .plain) }
    if user.isLocked(at: request.services.clock.now()) { return tag(Text("已锁定", "Locked")[language], .late) }
    return tag(Text("在用", "Active")[language], .good)
  }

  private func roles(_ request: WebRequest) -> HTML {
    let (language, today) = (request.language, request.today)
    let names = Dictionary(agencies.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return dataTable(
      DataTable(
        Text("岗位", "Roles"),
        columns: [
          Column(Text("岗位", "Role")), Column(Text("机构", "Agency")), Column(Text("开始", "From")),
          Column(Text("结束", "Until")), .actions,
        ],
        rows: held.map { one in
          let isOver = one.to.map { $0 < today } ?? false
          return TableRow([
            .text(one.grant.role.name[language]), .text(names[one.grant.agency] ?? "—"),
            numeral(Format.day(one.from, language)),
            one.to.map { numeral(Format.day($0, language)) } ?? .text(Text("长期", "No end")[language]),
            isOver
              ? tag(Text("已结束", "Ended")[language])
              : actionForm(
                "\(path)/roles/\(one.id)/end", request.tokens(), Text("结束", "End it"), .quiet, in: language),
          ])
        },
        empty: Text("还没有岗位，不能登录。", "No role yet: cannot sign in.")), in: language)
  }
}
