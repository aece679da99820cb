import Kernel
import Localization
import Markup
import Storage
import Web

/// 推荐权重页 · What ranks the candidates, each weight with what it means, and the form that sets them.
enum WeightsPage {
  static let title = Text("指派推荐权重", "Weights of assignment")
  static let path = "/settings/assignment"

  static let routes = Route.form(
    PathPattern(path), .setAssignmentWeights, title,
    page: { request, state in
      let county = try request.requirePrincipal().county
      let weights = try await request.services.database.read { try SoftWeights.of(county, $0) }
      return shell(try await request.frame(), title: title[request.language]) { body(request, state, weights) }
    },
    submit: { request in
      let weights = try request.read { form in
        var weights = SoftWeights()
        for one in WeightField.allCases {
          weights[keyPath: one.path] = form.requiredInteger(one.rawValue, one.label, in: one.range)
        }
        return weights
      }
      try await request.run(SetSoftWeights(weights))
      return path + "?done=1"
    })

  private static func body(_ request: WebRequest, _ state: FormState, _ weights: SoftWeights) -> HTML {
    let language = request.language
    return .fragment {
      pageHead(title[language], lead: .text(lead[language]))
      if request.query["done"] == "1" {
        notice(Text("已保存，此后的候选名单按此排序。", "Saved: candidates are ranked by it."), .good, in: language)
      }
      errorSummary(state.formErrors, in: language)
      sheet(in: language) {
        postForm(path, state.tokens(), changed: state.isReturned, in: language) {
          for one in WeightField.allCases {
            field(
              Field(one.rawValue, one.label, .number),
              state.value(one.rawValue, or: String(weights[keyPath: one.path])), errors: state.errors(one.rawValue),
              in: language)
          }
          submitButton(Text("设定", "Set"), .main, in: language)
        }
      }
    }
  }

  private static let lead = Text(
    "候选人按得分从高到低排列；得分相同的，本年案件少的在前，再相同的，最近一次指派较早的在前。全部设为0，就是轮流指派。规则排除的人员不参加排列。",
    "Candidates are ranked by points; among equals by fewest cases this year, then by whose last assignment is longest ago. With all at 0 the work goes in turn. Whom a rule excludes is not ranked."
  )
}
