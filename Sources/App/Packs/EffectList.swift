import Intake
import Localization
import Markup
import Web
import WorkCalendar

/// 先看影响的表单 · A form that first shows which applications change, and then does what it says. `seen`: what was shown, to
/// be confirmed as it is.
func previewForm(
  _ request: WebRequest, _ state: FormState, _ tokens: FormTokens, seen: String?, _ effects: [RuleEffect]?,
  confirm: Text, in language: Language, @HTMLBuilder fields: () -> HTML
) -> HTML {
  postForm(request.path, tokens, changed: state.isReturned, in: language) {
    if let seen { hiddenField("seen", seen) }
    fields()
    if let effects { EffectList(effects: effects).html(in: language) }
    submitButton(effects == nil ? Text("查看影响", "See what changes") : confirm, .main, in: language)
  }
}

/// 受影响的申请 · The applications whose answer changes, each by link.
struct EffectList {
  let effects: [RuleEffect]

  func html(in language: Language) -> HTML {
    .fragment {
      h2 { title[language] }
      p(.class("soft")) {
        Text(
          "审查前的申请按新的规则判断；已审查待审批的，以审查结论为准，退回审查后再按新的规则判断。",
          "Applications not reviewed yet are judged anew; one that waits for approval rests on its review, unless it is sent back."
        )[language]
      }
      dataTable(
        DataTable(
          title,
          columns: [
            Column(Text("申请", "Application")), Column(Text("收到日期", "Received")), Column(Text("现在", "Now")),
            Column(Text("以后", "Afterwards")), Column(Text("理由", "Reason")),
          ],
          rows: effects.map { row($0, language) }, empty: Text("没有申请因此改变。", "No application changes.")),
        in: language)
    }
  }

  private var title: Text {
    Text("\(effects.count)件在办申请会改变", "Pending applications that would change: \(effects.count)")
  }

  private func row(_ effect: RuleEffect, _ language: Language) -> TableRow {
    let one = effect.application
    return TableRow([
      a(.href("/applications/\(one.id)")) { one.number ?? one.receiptNumber },
      numeral(Format.day(one.receivedOn, language)), .text(effect.before.outcome.name[language]),
      .text(effect.after.outcome.name[language]),
      .text(
        effect.changed.map {
          "\($0.reason[language])\($0.basis.isEmpty ? "" : " ")\(Text.list($0.basis)[language])"
        }
        .joined(separator: " ")),
    ])
  }
}
