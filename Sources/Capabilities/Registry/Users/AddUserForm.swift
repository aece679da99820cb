import Kernel
import Localization
import Markup
import Storage
import Web

/// 新增用户表单 · Adds a user with roles at one agency; the one-time password is shown once.
enum AddUserForm {
  static let title = Text("新增用户", "Add a user")

  static func routes() -> [Route] {
    [
      .page("/users/new", .manageUsers, title) { try await page($0, .fresh($0)) },
      Route(.post, "/users/new", .manageUsers, title, kind: .form) { request in
        do {
          return .page(try await submit(request))
        } catch let refusals as Refusals {
          return .page(try await page(request, .returned(request, .refused, refusals.all)), status: 422)
        } catch let refusal as Refusal where refusal.field != nil {
          return .page(try await page(request, .returned(request, .refused, [refusal])), status: 422)
        }
      },
    ]
  }

  private static func page(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let (language, county) = (request.language, try request.requirePrincipal().county)
    let agencies = try await request.services.database.read { try AgencyTable.all(county, $0) }
    return shell(try await request.frame(), title: title[language]) {
      pageHead(title[language])
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      sheet(in: language) {
        postForm(request.path, state.tokens(), in: language) {
          field(loginField, state.value("login"), errors: state.errors("login"), in: language)
          field(nameField, state.value("name"), errors: state.errors("name"), in: language)
          field(agencyField(agencies), state.value("agency"), errors: state.errors("agency"), in: language)
          field(roleField, typed: state.values("role"), errors: state.errors("role"), in: language)
          submitButton(title, .main, in: language)
        }
      }
    }
  }

  private static func submit(_ request: WebRequest) async throws -> HTML {
    let county = try request.requirePrincipal().county
    let agencies = try await request.services.database.read { try AgencyTable.all(county, $0).filter(\.isActive) }
    let (login, name, agency, roles) = try request.read { form in
      let roles: [Role] = form.choices("role", roleField.label)
      if roles.isEmpty { form.refuse("role", at: "role", Text("请至少选择一个岗位。", "Choose at least one role.")) }
      return (
        form.requiredText("login", loginField.label, max: 40), form.requiredText("name", nameField.label, max: 40),
        form.requiredID("agency", Text("机构", "Agency"), among: agencies.map(\.id)), roles
      )
    }
    let password = Password.oneTime()
    let hash = try await Password.hash(password)
    let id = try await request.run(
      AddUser(
        login: login, name: name, passwordHash: hash, grants: roles.map { Grant(role: $0, agency: agency) },
        from: request.today))
    // A form sent again is answered with the first result, whose password is not this one.
    let isNew = try await request.services.database.read { try UserTable.of(id, $0)?.passwordHash == hash }
    return try await answer(name, isNew ? password : nil, onward(id, roles), request)
  }

  /// Who undertakes cases is registered as such next, with what was typed here.
  private static func onward(_ id: UserID, _ roles: [Role]) -> [(words: Text, path: String)] {
    let undertaker = (AddLegalAidPersonForm.title, AddLegalAidPersonForm.path(for: id))
    return (roles.contains(.undertaker) ? [undertaker] : []) + [(Text("再添加一位用户", "Add another user"), "/users/new")]
  }

  private static func answer(
    _ name: String, _ password: String?, _ onward: [(words: Text, path: String)], _ request: WebRequest
  ) async throws -> HTML {
    let language = request.language
    let handOver = Text(
      "上面是一次性密码，只显示这一次，请当面交给本人。", "Above is the one-time password, shown only now: hand it over in person.")
    let isGone = Text(
      "一次性密码已经显示过一次，不再显示。", "The one-time password was shown once and is not shown again.")
    return shell(try await request.frame(), title: title[language]) {
      done(
        Text("用户\(name)已添加", "User \(name) is added"), number: password,
        next: [
          password == nil ? isGone : handOver,
          Text("第一次登录后请修改密码。", "It is to be changed after the first sign-in."),
        ], onward: onward, in: language)
    }
  }

  private static let loginField = Field(
    "login", Text("账号", "Login"), hint: Text("小写字母和数字。", "Small letters and digits."), autocomplete: "off")
  private static let nameField = Field("name", Text("姓名", "Name"))

  private static func agencyField(_ agencies: [Agency]) -> Field {
    Field(
      "agency", Text("机构", "Agency"),
      .select(agencies.filter(\.isActive).map { Choice($0.id.description, .same($0.name)) }))
  }

  private static let roleField = Field(
    "role", Text("岗位", "Roles"), .checkboxes(Role.allCases.map { Choice($0.rawValue, $0.name) }),
    hint: Text(
      "审批人不得保管印章；系统管理员不得查看审计日志。",
      "Who approves may not keep the seal; a system administrator may not read the audit log."))
}
