import Localization
import Markup
import Web

/// 设立向导第一页 · The wizard's first page: the code, the county, its agencies, its hardship line.
struct SetupPage {
  let year: Int

  func body(_ state: FormState, in language: Language) -> HTML {
    .fragment {
      pageHead(
        SetupRoutes.title[language],
        lead: .text(
          Text(
            "这里还没有办公室。填好下面两页，就可以登录开始工作；以后都可以修改。",
            "There is no office here yet. Two pages, and you are signed in; all of it can be changed later.")[
              language]))
      Self.steps(at: 0, in: language)
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      postForm(SetupRoutes.path, state.tokens(), changed: state.isReturned, in: language) {
        part(Text("这台服务器的主人", "Whose server this is"), [SetupForm.code], state, language)
        part(Text("县", "The county"), SetupForm.county, state, language)
        part(Text("司法局和法律援助中心", "Judicial bureau and legal aid centre"), SetupForm.agencies, state, language)
        part(
          Text("\(year)年起的经济困难标准（选填）", "Hardship line from \(year) on (optional)"), SetupForm.hardship, state,
          language)
        submitButton(Text("下一步：核对", "Next: check"), .main, in: language)
      }
    }
  }

  private func part(_ title: Text, _ fields: [Field], _ state: FormState, _ language: Language) -> HTML {
    sheet(title, in: language) {
      for one in fields { field(one, state.value(one.name), errors: state.errors(one.name), in: language) }
    }
  }

  static func steps(at now: Int, in language: Language) -> HTML {
    let titles = [
      Text("我们是谁", "Who we are"), Text("核对和管理员", "Check, administrator"), Text("开始使用", "First steps"),
    ]
    return Web.steps(
      titles.enumerated().map { index, title in
        Step(title, index < now ? .done : index == now ? .now : .ahead)
      }, in: language)
  }
}
