import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 文书措辞列表 · Wordings: every form, whose sentences it prints today, and what is to come.
struct WordingsPage {
  let forms: [PaperForm]
  let wordings: [PaperWording]
  let today: Day

  func listPage(_ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, table(request.language))
    let lead = Text(
      "文书的固定语句可以改成本单位的，栏目不能缺少；修改只影响启用后出具的文书。",
      "The fixed sentences of a paper may be the office's own; its fields stay. Only papers issued after a change say it."
    )
    return ListPage(table) { frame in
      shell(frame, title: WordingRoutes.title[language]) {
        pageHead(WordingRoutes.title[language], lead: .text(lead[language]), actions: listActions(request))
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private func table(_ language: Language) -> DataTable {
    let own = Dictionary(grouping: wordings) { "\($0.form)-\($0.formSet)" }
    return DataTable(
      WordingRoutes.title,
      columns: [
        Column(Text("文书", "Paper")), Column(Text("格式", "Form set")), Column(Text("现行措辞", "In force")),
        Column(Text("启用日期", "From")),
      ],
      rows: forms.map { row($0, own["\($0.form)-\($0.formSet)"] ?? [], language) },
      empty: Text("没有文书格式。", "No forms."))
  }

  private func row(_ form: PaperForm, _ versions: [PaperWording], _ language: Language) -> TableRow {
    let current = WordingTable.inForce(versions, on: today)
    let isOwn = current?.paragraphs != nil
    let coming = versions.contains { $0.from > today }
    return TableRow([
      a(.href(WordingRoutes.path(form))) { "\(form.form) \(form.name[language])" },
      numeral(String(form.formSet)),
      .fragment {
        tag((isOwn ? Text("本单位措辞", "the office's own") : Text("默认措辞", "default"))[language], isOwn ? .good : .plain)
        if coming { tag(Text("有待启用的修改", "a change is to come")[language], .soon) }
      },
      .text(isOwn ? current.map { Format.day($0.from, language) } ?? "—" : "—"),
    ])
  }
}
