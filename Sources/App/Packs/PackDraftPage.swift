import Intake
import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 规则包草案页 · A draft whole: its document, its entries, the pending applications that it would change, and the button that
/// adopts it.
struct PackDraftPage {
  static let title = Text("规则包草案", "Draft of a rule pack")
  static let adopt = Text("采用规则包", "Adopt the rule pack")
  static let drop = Text("删除草案", "Throw the draft away")
  static let back = Text("返回草案", "Back to the draft")

  let draft: PackDraft
  let effects: [RuleEffect]

  func body(_ state: FormState, in language: Language) -> HTML {
    let pack = draft.pack
    return .fragment {
      pageHead(
        pack.name, lead: .text(Self.title[language]),
        actions: [linkButton(Text("返回列表", "Back to the list"), to: PackRoutes.path, in: language)])
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      sheet(in: language) {
        facts(
          [
            Web.Fact(PackHead.document.label, pack.document),
            Web.Fact(
              Text("施行日期", "In force"),
              Format.day(pack.from, language) + " – " + (pack.to.map { Format.day($0, language) } ?? "")),
            Web.Fact(
              Text("最后保存", "Last kept"),
              draft.keptBy + Text("，", ", ")[language] + Format.instant(draft.keptAt, language)),
          ], in: language)
        linkButton(PackHeadPage.title, to: PackDraftRoutes.headPath(draft.id), in: language)
      }
      sheet(Text("条目", "Entries"), in: language) {
        dataTable(entries(language), in: language)
        p(.class("actions")) {
          for kind in EntryKind.allCases {
            linkButton(Text("添加", "Add: ") + kind.name, to: PackDraftRoutes.addPath(draft.id, kind), in: language)
          }
        }
      }
      sheet(in: language) {
        EffectList(effects: effects).html(in: language)
        postForm(
          PackDraftRoutes.adoptPath(draft.id), state.tokens(version: draft.version), in: language
        ) { submitButton(Self.adopt, .main, in: language) }
        actionForm(
          PackDraftRoutes.dropPath(draft.id), state.tokens(version: draft.version), Self.drop, in: language)
      }
    }
  }

  private func entries(_ language: Language) -> DataTable {
    DataTable(
      Text("条目", "Entries"), columns: PacksPage.entryColumns,
      rows: draft.pack.entries.enumerated().map { index, entry in
        TableRow(
          [a(.href(PackDraftRoutes.entryPath(draft.id, index))) { PacksPage.label(entry)[language] }]
            + PacksPage.cells(entry, of: draft.pack, language))
      }, empty: Text("还没有条目。", "No entries yet."))
  }
}
