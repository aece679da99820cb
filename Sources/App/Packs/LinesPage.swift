import Intake
import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 经济困难标准页 · The hardship lines of an office, each with its days and its document.
struct LinesPage {
  static let title = Text("经济困难标准", "Hardship lines")

  let lines: [HardshipLine]
  let current: HardshipLine?
  let mayChange: Bool

  func listPage(_ request: WebRequest) -> ListPage {
    let language = request.language
    let table = table(language)
    let new = mayChange ? [linkButton(NewLinePage.title, to: LineRoutes.newPath, .main, in: language)] : []
    let lead = Text(
      "申请按收到当天施行的标准判断；新的标准不改变以前的日子和已经作出的决定。",
      "An application is judged by the line of the day it came in; a new line changes neither earlier days nor decisions."
    )
    return ListPage(table) { frame in
      shell(frame, title: Self.title[language]) {
        pageHead(Self.title[language], lead: .text(lead[language]), actions: new + listActions(request))
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private func table(_ language: Language) -> DataTable {
    DataTable(
      Self.title,
      columns: [
        Column(Text("标准", "Line")), Column(Text("地区", "Place")), Column(Text("依据文件", "Document")),
        Column(Text("起", "From")), Column(Text("止", "Until")), Column(Text("状态", "State")),
      ],
      rows: lines.map { line in
        TableRow([
          .text(line.words[language]), line.regionCode.map { numeral($0) } ?? .text("—"),
          .text(line.source ?? "—"), day(line.from, language), day(line.to, language),
          line == current ? tag(Text("施行中", "in force")[language], .good) : .text("—"),
        ])
      },
      empty: Text(
        "没有登记经济困难标准，经济困难审查不能判断。", "No hardship line is on record: hardship cannot be judged."))
  }

  private func day(_ day: Day?, _ language: Language) -> HTML {
    day.map { numeral(Format.day($0, language)) } ?? .text("—")
  }
}

/// 登记标准页 · Records a line: first shows which applications change, then takes it over.
struct NewLinePage {
  static let title = Text("登记新的标准", "Record a new line")
  static let from = Field("from", Text("施行日期", "First day"), .date)
  static let to = Field("to", Text("截止日期", "Last day"), .date, required: false)

  let today: Day
  let line: HardshipLine?
  let seen: String?
  let effects: [RuleEffect]?

  func body(_ request: WebRequest, _ state: FormState, in language: Language) -> HTML {
    .fragment {
      pageHead(
        Self.title[language],
        actions: [linkButton(Text("返回列表", "Back to the list"), to: LineRoutes.path, in: language)])
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      sheet(in: language) {
        previewForm(
          request, state, state.tokens(), seen: seen, effects, confirm: Text("确认登记", "Record it"), in: language
        ) {
          for one in LineFields.needed {
            field(one, state.value(one.name), errors: state.errors(one.name), in: language)
          }
          field(Self.from, state.value("from", or: today.description), errors: state.errors("from"), in: language)
          field(Self.to, state.value("to"), errors: state.errors("to"), in: language)
          if let line { facts([Fact(LinesPage.title, line.words[language])], in: language) }
        }
      }
    }
  }
}
