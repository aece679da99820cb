import Kernel
import Localization
import Markup
import Papers
import Storage
import Web
import WorkCalendar

/// 协作的一屏 · What the pages of one cooperation show.
struct CooperationView: Sendable {
  let it: Cooperation
  let caseNumber: String?
  let papers: [PaperRecord]
  let steps: [CooperationStep]

  static func load(_ request: WebRequest) async throws -> CooperationView {
    let (id, principal): (CooperationID, Principal) = (try request.id(), try request.requirePrincipal())
    return try await request.services.database.read { reader in
      let it = try CooperationTable.one(id, for: principal, reader)
      let number: String? = try it.aidCase.flatMap {
        try reader.value("SELECT number FROM aid_case WHERE id = \($0)")
      }
      return CooperationView(
        it: it, caseNumber: number, papers: try PaperTable.of([.cooperation(id)], reader),
        steps: CooperationLifecycle.table.allowed(from: it.state, by: principal).filter {
          // What this centre was asked to do is not done by the other one.
          !($0 == .close && it.isIncoming)
        })
    }
  }
}

/// 协作字段 · What is asked and answered.
enum CooperationFields {
  static let other = Field("other", Text("对方法律援助机构", "Other centre"))
  static let item = Field(
    "item", Text("协作事项", "What for"), .select(CooperationItem.allCases.map { Choice($0.rawValue, $0.name) }))
  static let cause = Field("cause", Text("案由", "Cause"))
  static let content = Field(
    "content", Text("基本案情和具体要求", "Facts and what is to be done"), .textarea(rows: 5))
  static let theirNumber = Field("theirNumber", Text("来函文号", "Number of their letter"), required: false)
  static let begunOn = Field("begunOn", Text("收函日期", "Received on"), .date)
  static let wantedBy = Field("wantedBy", Text("请求办结日期", "Wanted by"), .date, required: false)
  static let sendBy = Field("wantedBy", Text("请求办结日期", "Wanted by"), .date)
  static let handler = Field("handler", Text("协作人员", "Who does it"))
  static let declined = Field(
    "declined", Text("结果", "Outcome"),
    .radios([
      Choice("no", Text("已经办理", "Done")), Choice("yes", Text("因客观原因不能协作", "Cannot be done for objective reasons")),
    ]))
  static let answer = Field("answer", Text("办理情况或者理由", "What was done, or why not"), .textarea(rows: 4))
}

/// 协作页 · The page of a cooperation.
enum CooperationPage {
  static let title = CooperationListPage.title

  static func html(_ request: WebRequest, _ view: CooperationView, _ frame: Frame) -> HTML {
    let (language, it) = (request.language, view.it)
    return shell(frame, title: it.other) {
      pageHead(
        it.other, crumbs: crumbs(it, language),
        lead: .fragment([
          .text((it.isIncoming ? CooperationListPage.incoming : CooperationListPage.out)[language]), .text(" "),
          tag(it.state.name[language]),
        ]), actions: actions(request, view))
      sheet(Text("协作请求", "Request"), in: language) { facts(told(view, language), in: language) }
      if let answer = it.answer {
        sheet(Text("答复", "Answer"), in: language) {
          facts(
            [
              Fact(CooperationFields.answer.label, answer),
              Fact(Text("答复日期", "Answered on"), it.answeredOn.map { Format.day($0, language) } ?? "—"),
            ], in: language)
        }
      }
      if !view.papers.isEmpty {
        sheet(Text("文书", "Papers"), in: language, flush: true) {
          paperList(
            view.papers,
            names: Dictionary(CooperationForms.all.map { ($0.form, $0.name) }) { first, _ in first }, in: language)
        }
      }
    }
  }

  static func crumbs(_ it: Cooperation, _ language: Language, here: Text? = nil) -> HTML {
    let list = Crumb(title[language], path: CooperationPaths.list)
    guard let here else { return breadcrumbs([list, Crumb(it.other)], in: language) }
    return breadcrumbs(
      [list, Crumb(it.other, path: CooperationPaths.page(it.id)), Crumb(here[language])], in: language)
  }

  private static func actions(_ request: WebRequest, _ view: CooperationView) -> [HTML] {
    let (language, it) = (request.language, view.it)
    let forms = CooperationStepPage.all.filter { page in view.steps.contains { page.steps.contains($0) } }
    var actions = forms.map {
      linkButton($0.title, to: CooperationPaths.step($0.name, it.id), .main, in: language)
    }
    if view.steps.contains(.close) {
      actions.append(
        actionForm(
          CooperationPaths.step("closing", it.id), request.tokens(version: it.version), CooperationStep.close.name,
          in: language))
    }
    return actions
  }

  private static func told(_ view: CooperationView, _ language: Language) -> [Fact] {
    let it = view.it
    var lines = [
      Fact(CooperationFields.item.label, it.item.name[language]), Fact(CooperationFields.cause.label, it.cause),
      Fact(CooperationFields.content.label, it.content),
      Fact(
        it.isIncoming ? CooperationFields.begunOn.label : Text("报告日期", "Reported on"),
        Format.day(it.begunOn, language)),
      Fact(Text("登记人", "Registered by"), it.recorder),
    ]
    if let number = view.caseNumber, let id = it.aidCase {
      lines.append(Fact(Text("案件编号", "Case number"), .fragment { a(.href("/cases/\(id)")) { number } }))
    }
    let rest: [(Text, String?)] = [
      (CooperationFields.theirNumber.label, it.theirNumber), (Text("协作函文号", "Number of the letter"), it.number),
      (CooperationFields.wantedBy.label, it.wantedBy.map { Format.day($0, language) }),
      (CooperationFields.handler.label, it.handler),
    ]
    return lines + rest.compactMap { label, value in value.map { Fact(label, $0) } }
  }
}
