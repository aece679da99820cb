import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 用户路由 · The pages and buttons around one user.
enum UserRoutes {
  @RouteBuilder static func routes() -> [Route] {
    Route.page("/users/{id}", .manageUsers, Text("用户", "User")) { request in
      let page = try await UserPage.load(request)
      return shell(try await request.frame(), title: page.user.name) { page.body(request) }
    }
    NameForm.routes()
    PasswordReset.routes()
    GrantForm.routes()
    button("/users/{id}/disabling", .manageUsers, Text("停用账号", "Close the account")) { SetUserActive($0, false) }
    button("/users/{id}/enabling", .manageUsers, Text("启用账号", "Open the account")) { SetUserActive($0, true) }
    button("/users/{id}/second-factor/removal", .manageSecurity, Text("重置第二因素", "Reset the second factor")) {
      RemoveSecondFactor(of: $0)
    }
    Route.post("/users/{id}/roles/{grant}/end", .manageUsers, Text("结束岗位", "End a role")) { request in
      guard let grant = UUIDv7(request.value("grant")) else { throw Refusal.notFound }
      let user: UserID = try request.id()
      try await request.run(EndGrant(grant, of: user))
      return "/users/\(user)"
    }
    Route.post("/users/{id}/sessions/{name}/end", .manageSecurity, Text("退出某次登录", "End a session")) { request in
      let user: UserID = try request.id()
      try await request.run(EndSession(user: user, name: request.value("name")))
      return "/users/\(user)"
    }
  }

  /// A button that acts on the user and comes back to the page.
  private static func button<A: Action>(
    _ path: PathPattern, _ permission: Permission, _ summary: Text, _ action: @escaping @Sendable (UserID) -> A
  ) -> Route {
    .post(path, permission, summary) { request in
      let user: UserID = try request.id()
      try await request.run(action(user))
      return "/users/\(user)"
    }
  }
}

/// 修改姓名表单 · Corrects a user's name.
enum NameForm {
  private static let name = Field("name", Text("姓名", "Name"))

  static func routes() -> [Route] {
    let title = Text("修改姓名", "Change the name")
    return Route.form(
      "/users/{id}/name", .manageUsers, title,
      page: { request, state in
        let (language, user) = (request.language, try await UserPage.load(request).user)
        return shell(try await request.frame(), title: title[language]) {
          pageHead(title[language], lead: .text(user.login))
          if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
          sheet(in: language) {
            postForm(request.path, state.tokens(version: user.version), changed: state.isReturned, in: language) {
              field(name, state.value("name", or: user.name), errors: state.errors("name"), in: language)
              submitButton(Text("保存", "Save"), .main, in: language)
            }
          }
        }
      },
      submit: { request in
        let user: UserID = try request.id()
        let typed = try request.read { $0.requiredText("name", name.label, max: 40) }
        try await request.run(RenameUser(user, to: typed))
        return "/users/\(user)"
      })
  }
}

/// 重置密码页 · Resets a password after a warning; the one-time password is shown once.
enum PasswordReset {
  private static let title = Text("重置密码", "Reset the password")

  static func routes() -> [Route] {
    [
      .page("/users/{id}/password", .manageUsers, title) { request in
        let (language, user) = (request.language, try await UserPage.load(request).user)
        return shell(try await request.frame(), title: title[language]) {
          pageHead(title[language])
          confirmation(
            Consequence(
              Text("原密码失效，所有登录退出，生成一次性密码", "End the old password and every session, and make a one-time password"),
              whom: "\(user.login) \(user.name)"), in: language
          ) { actionForm(request.path, request.tokens(), title, .main, in: language) }
        }
      },
      Route(.post, "/users/{id}/password", .manageUsers, title, kind: .form) { request in
        let (language, user) = (request.language, try await UserPage.load(request).user)
        let password = Password.oneTime()
        let hash = try await Password.hash(password)
        try await request.run(ResetPassword(of: user.id, passwordHash: hash))
        // A form sent again is answered with the first result, whose password is not this one.
        let isNew = try await request.services.database.read { try UserTable.of(user.id, $0)?.passwordHash == hash }
        return .page(
          shell(try await request.frame(), title: title[language]) {
            done(
              Text("密码已重置", "The password is reset"), number: isNew ? password : nil,
              next: [
                isNew
                  ? Text(
                    "上面是一次性密码，只显示这一次，请当面交给本人。",
                    "Above is the one-time password, shown only now: hand it over in person.")
                  : Text("一次性密码已经显示过一次，不再显示。", "The one-time password was shown once and is not shown again."),
                Text("登录后必须先修改密码。", "It must be changed at the next sign-in."),
              ], onward: [(Text("返回用户", "Back to the user"), "/users/\(user.id)")], in: language)
          })
      },
    ]
  }
}

/// 授予岗位表单 · Gives a user a role at an agency for some days.
enum GrantForm {
  static let title = Text("授予岗位", "Give a role")
  private static let role = Field(
    "role", Text("岗位", "Role"), .select(Role.allCases.map { Choice($0.rawValue, $0.name) }))
  private static let from = Field("from", Text("开始日期", "From"), .date)
  private static let to = Field(
    "to", Text("结束日期", "Until"), .date, hint: Text("长期的不填。", "Leave it empty for no end."), required: false)

  static func routes() -> [Route] {
    Route.form(
      "/users/{id}/roles", .manageUsers, title,
      page: { request, state in
        let (language, page) = (request.language, try await UserPage.load(request))
        return shell(try await request.frame(), title: title[language]) {
          pageHead(title[language], lead: .text("\(page.user.login) \(page.user.name)"))
          if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
          sheet(in: language) {
            postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
              field(role, state.value("role"), errors: state.errors("role"), in: language)
              field(agency(page.agencies), state.value("agency"), errors: state.errors("agency"), in: language)
              field(
                from, state.value("from", or: request.today.description), errors: state.errors("from"), in: language
              )
              field(to, state.value("to"), errors: state.errors("to"), in: language)
              submitButton(title, .main, in: language)
            }
          }
        }
      },
      submit: { request in
        let user: UserID = try request.id()
        let agencies = try await UserPage.load(request).agencies.filter(\.isActive)
        let action = try request.read { form in
          GrantRole(
            Grant(
              role: form.requiredChoice("role", role.label),
              agency: form.requiredID("agency", Text("机构", "Agency"), among: agencies.map(\.id))),
            to: user, from: form.requiredDay("from", from.label), until: form.day("to", to.label))
        }
        try await request.run(action)
        return "/users/\(user)"
      })
  }

  private static func agency(_ agencies: [Agency]) -> Field {
    Field(
      "agency", Text("机构", "Agency"),
      .select(agencies.filter(\.isActive).map { Choice($0.id.description, .same($0.name)) }))
  }
}
