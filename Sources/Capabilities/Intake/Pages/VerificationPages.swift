import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 核查的页面 · The pages of verification: the query, its answer, and the director's extension.
enum VerificationPages {
  static func query(_ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame) -> HTML {
    let language = request.language
    let rules = view.application.ruleSet
    return StepPage.html(
      request, state, view, frame, Text("发起核查", "Start a verification"), path: .verify,
      consequence: Consequence(
        rules >= .rs2023
          ? Text(
            "登记核查；向其他法律援助机构核查的，出具协作函，审查期限从今天起暂停",
            "record the query; to another centre it goes by letter, and the clock stands still from today")
          : Text(
            "登记核查；向其他法律援助机构核查的，出具协作函，审查期限照常计算",
            "record the query; to another centre it goes by letter; the clock runs on"),
        whom: view.person.name, papers: [view.names["F07"]].compactMap(\.self),
        basis: .list(VerificationTime.basis(rules).map(\.name))),
      button: Text("登记核查", "Record the query")
    ) {
      field(kind, typed: [state.value("kind")], errors: state.errors("kind"), in: language)
      field(addressee, state.value("addressee"), errors: state.errors("addressee"), in: language)
      field(question, state.value("question"), errors: state.errors("question"), in: language)
    }
  }

  static func answer(_ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame) -> HTML {
    let language = request.language
    let open = view.verifications.filter { $0.answeredOn == nil }
    let choices = open.map { query in
      let (zh, en) = (Format.day(query.sentOn, .zh), Format.day(query.sentOn, .en))
      return Choice(
        query.id.description, .same(query.addressee),
        hint: Text("\(zh)：\(query.question)", "\(en): \(query.question)"))
    }
    return StepPage.html(
      request, state, view, frame, Text("登记核查结果", "Record a result of verification"), path: .recordAnswer,
      button: Text("登记结果", "Record the result")
    ) {
      field(
        Field("query", queryLabel, .radios(choices)),
        typed: [state.value("query", or: open.count == 1 ? open[0].id.description : nil)],
        errors: state.errors("query"), in: language)
      field(answerField, state.value("answer"), errors: state.errors("answer"), in: language)
    }
  }

  static func extending(
    _ request: WebRequest, _ state: FormState, _ view: ApplicationView, _ frame: Frame
  ) -> HTML {
    let title = Text("延长审查期限", "Extend the review")
    if let refusal = ExtendReview.refusal(view.application.ruleSet, view.unexcluded), !state.isReturned {
      return StepPage.closed(request, view, frame, title, refusal)
    }
    return StepPage.html(
      request, state, view, frame, title, path: .extendReview,
      consequence: Consequence(
        Text("核查时间从今天起到答复之日不计入审查期限", "the days from today until the answer do not count"), whom: view.person.name,
        basis: .list(VerificationTime.basis(view.application.ruleSet).map(\.name))),
      button: Text("决定延长", "Extend")
    ) {
      field(
        DecisionPages.opinion, state.value("opinion"), errors: state.errors("opinion"), in: request.language)
    }
  }

  /// 核查记录 · What was asked and answered, for the application's page.
  static func list(_ view: ApplicationView, _ language: Language) -> HTML {
    sheet(Text("核查", "Verification"), in: language, flush: true) {
      dataTable(
        DataTable(
          Text("核查", "Verification"),
          columns: [
            Column(Text("核查对象", "Asked")), Column(Text("核查内容", "What")), Column(Text("结果", "Result")),
          ],
          rows: view.verifications.map { row($0, language) },
          empty: Text("没有核查。", "Nothing was verified.")), in: language)
    }
  }

  private static func row(_ query: Verification, _ language: Language) -> TableRow {
    TableRow([
      .fragment {
        div { query.addressee }
        div(.class("small soft")) { "\(query.kind.name[language]) \(Format.day(query.sentOn, language))" }
      },
      .text(query.question),
      .fragment {
        if let on = query.answeredOn {
          div { query.answer ?? "" }
          div(.class("small soft")) { Format.day(on, language) }
        } else {
          tag(Text("等待答复", "Awaited")[language], .soon)
        }
        if query.isExcluded {
          div(.class("small soft")) { Text("时间不计入审查期限", "its time does not count")[language] }
        }
      },
    ])
  }

  static let kind = Field(
    "kind", Text("向谁核查", "Whom to ask"), .radios(VerificationKind.allCases.map { Choice($0.rawValue, $0.name) }))
  static let addressee = Field("addressee", Text("名称或者姓名", "Name"))
  static let question = Field("question", Text("核查内容", "What is to be verified"), .textarea(rows: 4))
  static let queryLabel = Text("核查", "Verification")
  static let answerField = Field(
    "answer", Text("核查结果", "Result"), .textarea(rows: 4),
    hint: Text("没有答复的，写明催问情况", "If nothing came, say how it was asked for again"))
}
