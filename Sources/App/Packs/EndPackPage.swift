import Intake
import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 停用规则包页 · Ends a pack after a day: first shows which applications change, then ends it.
struct EndPackPage {
  static let title = Text("停用规则包", "End a rule pack")
  static let lastDay = Field(
    "lastDay", Text("最后施行日", "Last day"), .date,
    hint: Text("从未施行的，填起始日的前一天。", "For a pack that was never to hold, the day before its first."))
  static let reason = Field(
    "reason", Text("依据", "Document"), hint: Text("来文的名称和文号。", "Name and number of the document."))

  let pack: AdoptedPack
  let lastDay: Day?
  let today: Day
  let effects: [RuleEffect]?

  func body(_ request: WebRequest, _ state: FormState, in language: Language) -> HTML {
    .fragment {
      pageHead(
        pack.name, lead: .text(pack.document),
        actions: [linkButton(Text("返回列表", "Back to the list"), to: PackRoutes.path, in: language)])
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      if let end = pack.end {
        notice(
          Text(
            "\(end.by)已停用，最后施行日\(Format.day(end.lastDay, .zh))。",
            "Ended by \(end.by): its last day is \(Format.day(end.lastDay, .en))."), .soon, in: language)
      } else {
        sheet(Self.title, in: language) {
          previewForm(
            request, state, state.tokens(version: pack.version), seen: lastDay?.description, effects,
            confirm: Text("确认停用", "End it"), in: language
          ) {
            field(
              Self.lastDay, state.value("lastDay", or: today.description), errors: state.errors("lastDay"),
              in: language)
            field(Self.reason, state.value("reason"), errors: state.errors("reason"), in: language)
          }
        }
      }
    }
  }
}
