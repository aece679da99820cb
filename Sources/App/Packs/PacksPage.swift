import Intake
import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 地方规则包页 · The packs of an office, each entry with its document and days and what it changes.
struct PacksPage {
  static let title = Text("地方规则包", "Local rule packs")

  let packs: [AdoptedPack]
  let today: Day
  let mayChange: Bool

  func listPage(_ request: WebRequest) throws -> ListPage {
    let language = request.language
    let table = try table(language)
    let adopt = mayChange ? [linkButton(AdoptPackPage.title, to: PackRoutes.newPath, .main, in: language)] : []
    let lead = Text(
      "本地在国家规定以外增加的内容。申请按收到当天施行的规则包判断；已经作出的决定不变。",
      "What is added here to the national rules. An application is judged by the packs in force on the day it came in; decisions stay."
    )
    return ListPage(table) { frame in
      shell(frame, title: Self.title[language]) {
        pageHead(Self.title[language], lead: .text(lead[language]), actions: adopt + listActions(request))
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private func table(_ language: Language) throws -> DataTable {
    DataTable(
      Self.title,
      columns: [
        Column(Text("规则包", "Pack")), Column(Text("条目", "Entry")), Column(Text("内容", "What it changes")),
        Column(Text("依据文件", "Document")), Column(Text("起", "From")), Column(Text("止", "Until")),
        Column(Text("状态", "State")),
      ],
      rows: try packs.flatMap { adopted in
        let changes = try adopted.pack().changes
        let rows = changes.isEmpty ? [("—", Text("没有条目", "No entries"))] : changes.map { ($0.key, $0.what) }
        return rows.map { key, what in
          TableRow([
            name(adopted), .text(Self.label(key)[language]), .text(what[language]), .text(adopted.document),
            numeral(Format.day(adopted.from, language)),
            adopted.to.map { numeral(Format.day($0, language)) } ?? .text("—"), state(adopted, language),
          ])
        }
      }, empty: Text("没有采用规则包，只适用国家规定。", "No pack is adopted: the national rules alone apply."))
  }

  /// A code stays a code; the other entries have a word.
  static func label(_ key: String) -> Text {
    switch key {
    case "groups": Text("重点人群", "Groups")
    case "hardshipLine": Text("标准", "Line")
    case "practiceYears": Text("执业年限", "Practice")
    default: .same(key)
    }
  }

  private func name(_ adopted: AdoptedPack) -> HTML {
    mayChange && adopted.end == nil
      ? a(.href(PackRoutes.endPath(adopted))) { numeral(adopted.name) } : numeral(adopted.name)
  }

  private func state(_ adopted: AdoptedPack, _ language: Language) -> HTML {
    if adopted.isInForce(on: today) { return tag(Text("施行中", "in force")[language], .good) }
    return tag((today < adopted.from ? Text("待施行", "to come") : Text("已失效", "over"))[language])
  }
}
