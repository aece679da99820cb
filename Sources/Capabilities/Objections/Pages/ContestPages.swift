import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 复议、诉讼页 · The forms on which it is recorded that somebody goes on against the bureau's decision, and what came of it.
enum ContestPages {
  static let title = ObjectionStep.contest.name
  static let resultTitle = Text("登记复议、诉讼结果", "Record the result")

  private static let remedy = Field(
    "remedy", Text("途径", "Remedy"), .radios(Remedy.allCases.map { Choice($0.rawValue, $0.name) }))
  private static let body = Field("body", Text("复议机关、人民法院", "Organ or court"))
  private static let filedOn = Field("filedOn", Text("申请、起诉日期", "Filed on"), .date)
  private static let outcome = Field(
    "outcome", Text("结果", "Result"),
    .radios([ObjectionStep.stand, .reopen].map { Choice($0.rawValue, $0.name) }),
    hint: Text(
      "撤销的，原审查决定书作废，司法局自收到之日起重新审查。", "Annulled, F20 is withdrawn and the bureau’s time runs anew from the receipt.")
  )
  private static let result = Field("result", Text("文书文号", "Number of the instrument"))
  private static let endedOn = Field("endedOn", Text("收到日期", "Received on"), .date)

  static let routes =
    form(
      "contest", title, .contest, [remedy, body, filedOn], opening: "filedOn"
    ) { id, form, today in
      ContestObjection(
        id, form.requiredChoice("remedy", remedy.label), body: form.requiredText("body", body.label, max: 60),
        filedOn: form.requiredDay("filedOn", filedOn.label, notAfter: today))
    }
    + form(
      "contest-result", resultTitle, .stand, [outcome, result, endedOn], opening: "endedOn"
    ) { id, form, today in
      let told = form.requiredChoice(
        "outcome", outcome.label, among: [ObjectionStep.stand, .reopen].map(\.rawValue))
      return EndContest(
        id, annulled: told == ObjectionStep.reopen.rawValue,
        result: form.requiredText("result", result.label, max: 60),
        receivedOn: form.requiredDay("endedOn", endedOn.label, notAfter: today))
    }

  /// A form on an objection, open only where its lifecycle allows the step. `opening`: the field that opens with today.
  private static func form<Recording: Action>(
    _ last: String, _ title: Text, _ step: ObjectionStep, _ fields: [Field], opening: String,
    _ read: @escaping @Sendable (ObjectionID, inout FieldReader, Day) -> Recording
  ) -> [Route] {
    Route.form(
      PathPattern(ObjectionPaths.list + "/{id}/\(last)"), .registerObjections, title,
      page: { request, state in
        let (view, language) = (try await ObjectionView.load(request), request.language)
        let it = view.objection
        return shell(try await request.frame(), title: title[language]) {
          pageHead(
            title[language], crumbs: ObjectionPages.crumbs(it, language, here: title),
            lead: .text("\(view.name) \(view.cause)"))
          if view.steps.contains(step) || state.isReturned {
            if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
            Web.sheet(in: language) {
              postForm(request.path, state.tokens(version: it.version), changed: state.isReturned, in: language) {
                for one in fields {
                  field(
                    one, typed: state.values(one.name, or: one.name == opening ? [request.today.description] : []),
                    errors: state.errors(one.name), in: language)
                }
                submitButton(title, in: language)
              }
            }
          } else {
            notice(
              Text(
                "异议现在的状态是“\(it.state.name.zh)”，不能登记。",
                "The objection is now “\(it.state.name.en)”: there is nothing to record."), .soon, in: language)
          }
        }
      },
      submit: { request in
        let id: ObjectionID = try request.id()
        let today = request.today
        let action = try request.read { read(id, &$0, today) }
        _ = try await request.run(action)
        return ObjectionPaths.page(id)
      })
  }

  static func sheet(_ contest: Contest, _ language: Language) -> HTML {
    Web.sheet(Text("复议、诉讼", "Reconsideration or suit"), in: language) {
      facts(
        [
          Fact(remedy.label, contest.remedy.name[language]), Fact(body.label, contest.body),
          Fact(filedOn.label, Format.day(contest.filedOn, language)), Fact(result.label, contest.result ?? "—"),
          Fact(endedOn.label, contest.endedOn.map { Format.day($0, language) } ?? "—"),
        ], in: language)
    }
  }
}
