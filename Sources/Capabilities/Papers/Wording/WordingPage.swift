import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 措辞编辑页 · Wording editor: one form's sentences, the fields that may stand in them, a preview, and every version.
struct WordingPage {
  static let title = Text("修改文书措辞", "Change the wording")
  static let wording = Field(
    "wording", Text("措辞", "Wording"), .textarea(rows: 16),
    hint: Text(
      "一行是一段。栏目写成{{basis}}的样子，出具时换成内容。",
      "A line is a paragraph. A field stands as {{basis}} and is filled when issued."))
  static let from = Field("from", Text("启用日期", "From"), .date)
  static let reason = Field(
    "reason", Text("修改原因", "Why it is changed"), hint: Text("例如：省厅来文，文号。", "Such as the circular that asks for it.")
  )

  let form: PaperForm
  let versions: [PaperWording]
  let today: Day

  private var current: PaperWording? { WordingTable.inForce(versions, on: today) }
  private var newest: Int { versions.first?.version ?? PaperWording.defaultVersion }

  func body(_ request: WebRequest, _ state: FormState, in language: Language) -> HTML {
    .fragment {
      pageHead(
        Self.title[language], lead: .text("\(form.form) \(form.name[language]) \(String(form.formSet))"),
        actions: [linkButton(Text("返回列表", "Back to the list"), to: "/wordings", in: language)])
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      columns {
        sheet(in: language) { editor(request, state, language) }
      } beside: {
        sheet(Text("可用的栏目", "Fields"), in: language) { fields(language) }
      }
      history(request, language)
    }
  }

  private func editor(_ request: WebRequest, _ state: FormState, _ language: Language) -> HTML {
    postForm(
      WordingRoutes.path(form), state.tokens(version: newest), changed: state.isReturned, in: language
    ) {
      field(
        Self.wording, state.value("wording", or: form.worded(by: current).paragraphs.joined(separator: "\n")),
        errors: state.errors("wording"), in: language)
      field(
        Self.from, state.value("from", or: today.description), errors: state.errors("from"), in: language)
      field(Self.reason, state.value("reason"), errors: state.errors("reason"), in: language)
      div(.class("actions")) {
        submitButton(Text("保存", "Save"), .main, in: language)
        submitButton(Text("预览PDF", "Preview as PDF"), .plain, name: "preview", value: "1", in: language)
      }
    }
  }

  private func fields(_ language: Language) -> HTML {
    let required = Set(WordingCheck(form: form).required)
    return ul(.class("bare")) {
      for field in form.fields {
        li {
          field.name[language] + " "
          code { "{{\(field.key)}}" }
          " "
          if required.contains(field.key) { tag(Text("必须保留", "must stay")[language], .soon) }
        }
      }
    }
  }

  private func history(_ request: WebRequest, _ language: Language) -> HTML {
    sheet(Text("版本", "Versions"), in: language) {
      dataTable(
        DataTable(
          Text("版本", "Versions"),
          columns: [
            Column(Text("版本", "Version"), number: true), Column(Text("启用日期", "From")),
            Column(Text("修改原因", "Why")), Column(Text("修改人", "Changed by")), Column(Text("状态", "State")),
            .actions,
          ],
          rows: versions.map { one in row(one, language) } + [original(language)],
          empty: Text("没有版本。", "No versions.")), in: language)
      if current?.paragraphs != nil {
        actionForm(
          WordingRoutes.path(form) + "/default", request.tokens(), Text("恢复默认措辞", "Back to the default"),
          in: language)
      }
    }
  }

  private func row(_ one: PaperWording, _ language: Language) -> TableRow {
    let isCurrent = one.version == current?.version
    let state =
      one.from > today
      ? Text("待启用", "to come") : isCurrent ? Text("现行", "in force") : Text("已替换", "replaced")
    return TableRow([
      .text(String(one.version)), .text(Format.day(one.from, language)),
      .text(one.paragraphs == nil ? Text("恢复默认", "back to the default")[language] : one.reason),
      .text(one.changedBy), tag(state[language], isCurrent ? .good : one.from > today ? .soon : .plain),
      sample("?version=\(one.version)", language),
    ])
  }

  private func original(_ language: Language) -> TableRow {
    TableRow([
      .text(String(PaperWording.defaultVersion)), .text("—"), .text(Text("软件自带", "the software's own")[language]),
      .text("—"),
      tag(
        (current == nil ? Text("现行", "in force") : Text("已替换", "replaced"))[language],
        current == nil ? .good : .plain), sample("", language),
    ])
  }

  private func sample(_ query: String, _ language: Language) -> HTML {
    a(.href(WordingRoutes.path(form) + "/sample" + query)) { Text("看样张", "Sample paper")[language] }
  }
}
