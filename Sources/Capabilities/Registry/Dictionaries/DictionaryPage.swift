import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 字典页 · Dictionary page: the words of one dictionary in their order, and a form that adds or corrects one.
struct DictionaryPage {
  static let title = Text("字典", "Dictionaries")
  static let word = Field("name", Text("名称", "Word"))

  static func entry(_ entries: [ListEntry]) -> Field {
    Field(
      "entry", Text("要改名的条目", "Entry to correct"),
      .select(entries.map { Choice($0.id.description, .same($0.name)) }),
      hint: Text("不选就是新增。", "Leave it to add a new one."), required: false)
  }

  let list: LocalList
  let entries: [ListEntry]

  static func overview(_ counts: [(LocalList, Int)], _ request: WebRequest) -> ListPage {
    let language = request.language
    let table = DataTable(
      title,
      columns: [Column(title), Column(Text("用途", "Use")), Column(Text("条目", "Entries"), number: true)],
      rows: counts.map { list, count in
        TableRow([
          a(.href(DictionaryRoutes.path(list))) { list.name[language] }, .text(list.use[language]),
          .text(String(count)),
        ])
      }, empty: Text("没有字典。", "No dictionaries."))
    let lead = Text(
      "本单位自己维护的用语；法律规定的分类不在这里，不能改。",
      "Words the office keeps itself; what the law closes is not here and cannot be changed.")
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(title[language], lead: .text(lead[language]), actions: listActions(request))
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  func body(_ request: WebRequest, _ state: FormState, _ language: Language) -> HTML {
    .fragment {
      pageHead(
        list.name[language], lead: .text(list.use[language]),
        actions: [linkButton(Text("返回字典", "Back to the dictionaries"), to: "/dictionaries", in: language)])
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      columns {
        sheet(in: language, flush: true) { table(request, language) }
      } beside: {
        sheet(Text("新增或者改名", "Add or correct"), in: language) {
          p(.class("soft")) {
            Text("改名和停用不影响已有记录。", "Correcting or closing leaves the records as they are.")[language]
          }
          postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
            field(
              Self.entry(entries), state.value("entry"), errors: state.errors("entry"), in: language)
            field(Self.word, state.value("name"), errors: state.errors("name"), in: language)
            submitButton(Text("保存", "Save"), .main, in: language)
          }
        }
      }
    }
  }

  private func table(_ request: WebRequest, _ language: Language) -> HTML {
    dataTable(
      DataTable(
        list.name,
        columns: [Column(Text("名称", "Word")), Column(Text("状态", "State")), .actions],
        rows: entries.map { row($0, request, language) },
        empty: Text("还没有条目，请在旁边新增。", "No entries yet: add the first.")), in: language)
  }

  private func row(_ one: ListEntry, _ request: WebRequest, _ language: Language) -> TableRow {
    let state = one.closedOn.map {
      Text("\(Format.day($0, .zh))停用", "closed on \(Format.day($0, .en))")
    }
    return TableRow([
      .text(one.name),
      tag((state ?? Text("使用中", "in use"))[language], one.closedOn == nil ? .good : .plain),
      postForm(DictionaryRoutes.path(list) + "/change", request.tokens(), in: language) {
        hiddenField("entry", one.id.description)
        submitButton(Text("上移", "Up"), .quiet, name: "to", value: "up", in: language)
        submitButton(Text("下移", "Down"), .quiet, name: "to", value: "down", in: language)
        one.closedOn == nil
          ? submitButton(Text("停用", "Close"), .quiet, name: "to", value: "close", in: language)
          : submitButton(Text("恢复", "Open again"), .quiet, name: "to", value: "open", in: language)
      },
    ])
  }
}
