import Kernel
import Localization
import Markup
import Storage
import Web

/// 登录规则表单 · Says which roles must have a second factor, and how long a one-time password is good.
enum SignInRulesForm {
  static let title = Text("登录规则", "Sign-in rules")
  static let path = "/settings/sign-in"

  static func routes() -> [Route] {
    Route.form(
      PathPattern(path), .manageSecurity, title,
      page: { request, state in
        let (language, county) = (request.language, try request.requirePrincipal().county)
        let (rules, idle) = try await request.services.database.read {
          (try SignInRules.of(county, $0), try IdleTime.of(county, $0))
        }
        return shell(try await request.frame(), title: title[language]) {
          pageHead(title[language])
          if request.query["done"] == "1" { notice(Text("已保存。", "Saved."), .good, in: language) }
          if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
          sheet(in: language) {
            postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
              field(
                roles, typed: state.values("role", or: rules.roles.map(\.rawValue)), errors: state.errors("role"),
                in: language)
              field(
                hours, state.value("hours", or: String(rules.oneTimeHours)), errors: state.errors("hours"),
                in: language)
              field(
                failures, state.value("addressFailures", or: String(rules.addressFailures)),
                errors: state.errors("addressFailures"), in: language)
              submitButton(Text("保存", "Save"), .main, in: language)
            }
          }
          sheet(IdleTimePage.title, in: language) {
            p {
              Text(
                "空闲\(idle.minutes)分钟后退出登录。", "People are signed out after \(idle.minutes) idle minutes.")[language]
            }
            linkButton(Text("设定空闲时间", "Set the idle time"), to: IdleTimePage.path, in: language)
          }
        }
      },
      submit: { request in
        let rules = try request.read { form in
          SignInRules(
            requiring: Set(form.choices("role", roles.label, Role.self)),
            oneTimeHours: form.requiredInteger("hours", hours.label, in: SignInRules.hoursRange),
            addressFailures: form.requiredInteger(
              "addressFailures", failures.label, in: SignInRules.addressFailuresRange))
        }
        try await request.run(SetSignInRules(rules))
        return path + "?done=1"
      })
  }

  private static let hours = Field(
    "hours", Text("一次性密码有效小时数", "Hours a one-time password is good"), .number,
    hint: Text(
      "初次发放和重置的密码，过期未修改即失效，须由管理员重新发放。软件默认\(SignInRules.standardHours)小时，法律没有规定。",
      "A first or reset password that was not changed in time opens nothing: an administrator gives a new one. \(SignInRules.standardHours) is this software’s default; no law names a time."
    ))

  private static let failures = Field(
    "addressFailures", Text("一个网络地址十五分钟内最多失败次数", "Failed sign-ins from one address in fifteen minutes"), .number,
    hint: Text(
      "超过后，该地址十五分钟内不能登录任何账号。全单位共用一个出口地址的，请适当放宽。软件默认\(SignInRules.standardAddressFailures)次，法律没有规定。",
      "Beyond that nobody signs in from there for fifteen minutes. Allow more where a whole office shares one address. \(SignInRules.standardAddressFailures) is this software’s default; no law names a figure."
    ))

  private static let roles = Field(
    "role", Text("必须使用第二因素的岗位", "Roles that must have a second factor"),
    .checkboxes(Role.allCases.map { Choice($0.rawValue, $0.name) }),
    hint: Text(
      "持有这些岗位的人，下次操作时须先登记。", "Whoever holds one of them must set it up before doing anything else."),
    required: false)
}
