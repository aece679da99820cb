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
  let drafts: [PackDraft]
  let today: Day
  let mayChange: Bool

  func listPage(_ request: WebRequest) throws -> ListPage {
    let language = request.language
    let table = try table(language)
    let adopt = mayChange ? [linkButton(StartPackPage.title, to: PackDraftRoutes.newPath, .main, in: language)] : []
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
      Self.title, columns: [Column(Text("规则包", "Pack"))] + Self.entryColumns + [Column(Text("状态", "State"))],
      rows: drafts.flatMap { draft in
        rows(draft.pack, to: draft.pack.to, named: name(draft), tag(Text("草案", "draft")[language]), language)
      }
        + (try packs.flatMap { adopted in
          rows(try adopted.pack(), to: adopted.to, named: name(adopted), state(adopted, language), language)
        }), empty: Text("没有采用规则包，只适用国家规定。", "No pack is adopted: the national rules alone apply."))
  }

  /// A row for each entry; `to`: the pack's last day, as it was ended.
  private func rows(
    _ pack: LocalRulePack, to: Day?, named name: HTML, _ state: HTML, _ language: Language
  ) -> [TableRow] {
    let none = [HTML.text("—"), .text(Text("没有条目", "No entries")[language]), .text(pack.document)]
    let days = [numeral(Format.day(pack.from, language)), Self.day(to, language)]
    guard !pack.entries.isEmpty else { return [TableRow([name] + none + days + [state])] }
    return pack.entries.map { entry in
      TableRow(
        [name, .text(Self.label(entry)[language])] + Self.cells(entry, of: pack, to: to, language) + [state])
    }
  }

  /// What a list of entries says of each: which, what, on what document, and when.
  static let entryColumns = [
    Column(Text("条目", "Entry")), Column(Text("内容", "What it changes")), Column(Text("依据文件", "Document")),
    Column(Text("起", "From")), Column(Text("止", "Until")),
  ]

  /// All but the first of them. The entry's own document and days stand before the pack's.
  static func cells(
    _ entry: LocalRulePack.Entry, of pack: LocalRulePack, to: Day? = nil, _ language: Language
  ) -> [HTML] {
    let last = [entry.terms?.to, to ?? pack.to].compactMap(\.self).min()
    return [
      .text(entry.words(on: pack.from)[language]), .text(entry.terms?.document ?? pack.document),
      numeral(Format.day(max(pack.from, entry.terms?.from ?? pack.from), language)), day(last, language),
    ]
  }

  private static func day(_ day: Day?, _ language: Language) -> HTML {
    day.map { numeral(Format.day($0, language)) } ?? .text("—")
  }

  /// A code stays a code; the other entries have a word.
  static func label(_ entry: LocalRulePack.Entry) -> Text {
    switch entry {
    case .limit, .matter, .exemption: .same(entry.key)
    case .group: EntryKind.group.name
    case .hardshipLine: Text("标准", "Line")
    case .practiceYears: EntryKind.practiceYears.name
    }
  }

  private func name(_ draft: PackDraft) -> HTML {
    mayChange ? a(.href(PackDraftRoutes.path(draft.id))) { numeral(draft.pack.name) } : numeral(draft.pack.name)
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
