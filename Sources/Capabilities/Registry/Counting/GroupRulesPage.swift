import Kernel
import Localization
import Markup
import Storage
import Web

/// 群体性案件设置页 · How group cases count and when they alert: what holds, why, and the form that sets it.
enum GroupRulesPage {
  static let title = Text("群体性案件规则", "Rules of group cases")
  static let path = "/settings/group-cases"

  static func routes() -> [Route] {
    Route.form(
      PathPattern(path), .setLimits, title,
      page: { request, state in
        let county = try request.requirePrincipal().county
        let rules = try await request.services.database.read { try GroupRules.of(county, $0) }
        return shell(try await request.frame(), title: title[request.language]) { body(request, state, rules) }
      },
      submit: { request in
        let rules = try request.read { form in
          GroupRules(
            counting: form.requiredChoice("counting", counting.label),
            alertFrom: form.requiredInteger("alertFrom", alertFrom.label, in: GroupRules.range))
        }
        try await request.run(SetGroupRules(rules))
        return path + "?done=1"
      })
  }

  private static func body(_ request: WebRequest, _ state: FormState, _ rules: GroupRules) -> HTML {
    let language = request.language
    return .fragment {
      pageHead(title[language], lead: .text(lead[language]))
      if request.query["done"] == "1" {
        notice(Text("已保存，指标随即按此计算。", "Saved: the figures follow."), .good, in: language)
      }
      errorSummary(state.formErrors, in: language)
      sheet(in: language) {
        postForm(path, state.tokens(), changed: state.isReturned, in: language) {
          field(
            counting, typed: [state.value("counting", or: rules.counting.rawValue)],
            errors: state.errors("counting"), in: language)
          field(
            alertFrom, state.value("alertFrom", or: String(rules.alertFrom)), errors: state.errors("alertFrom"),
            in: language)
          submitButton(Text("设定", "Set"), .main, in: language)
        }
      }
    }
  }

  private static let lead = Text(
    "国家规定没有明确群体性案件按几件统计；河南省的规定是一份判决书、调解书立一卷。无论按什么计件，一个群体性案件只立一卷。",
    "No national text says as how many cases a group case counts; Henan binds one volume for each judgment or mediation agreement. However it counts, a group case has one dossier."
  )
  private static let counting = Field(
    "counting", Text("统计口径", "How they count"),
    .radios(GroupCounting.allCases.map { Choice($0.rawValue, $0.name) }),
    hint: Text("写在每张指标表的下面；已经冻结的年度不变。", "Printed below every table of figures; frozen years stay."))
  private static let alertFrom = Field(
    "alertFrom", Text("达到多少人作为群体性事件报告", "From how many people on it is reported as a group incident"), .number,
    hint: Text(
      "立案时自动报告中心负责人。默认10人，出自对民事诉讼法解释的记忆，没有核对。",
      "The head of the centre is told when the case opens. The default of 10 is remembered from the interpretation of the Civil Procedure Law and was not checked."
    ))
}
