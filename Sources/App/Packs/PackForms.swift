import Intake
import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 采用规则包页 · Adopts a pack: first shows what it changes and which applications, then takes it over.
struct AdoptPackPage {
  static let title = Text("采用规则包", "Adopt a rule pack")
  static let shipped = Field(
    "shipped", Text("随附的规则包", "A pack that ships"),
    .select(LocalRulePack.shipped.map { Choice($0.name, .same($0.name), hint: .same($0.document)) }),
    required: false)
  static let content = Field(
    "content", Text("规则包内容", "Or the pack, written out"), .textarea(rows: 10),
    hint: Text(
      "按规则包文件的格式（YAML）填写；填写后以此为准。", "As in a pack file (YAML); it goes before the choice above."
    ), required: false)

  let pack: LocalRulePack?
  /// What was shown, to be confirmed as it is.
  let seen: String?
  let effects: [RuleEffect]?

  func body(_ request: WebRequest, _ state: FormState, in language: Language) -> HTML {
    .fragment {
      pageHead(
        Self.title[language],
        actions: [linkButton(Text("返回列表", "Back to the list"), to: PackRoutes.path, in: language)])
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      sheet(in: language) {
        previewForm(
          request, state, state.tokens(), seen: seen, effects, confirm: Text("确认采用", "Adopt it"), in: language
        ) {
          field(Self.shipped, state.value("shipped"), errors: state.errors("shipped"), in: language)
          field(Self.content, state.value("content"), errors: state.errors("content"), in: language)
          if let pack { Self.told(pack, language) }
        }
      }
    }
  }

  private static func told(_ pack: LocalRulePack, _ language: Language) -> HTML {
    facts(
      [
        Web.Fact(Text("规则包", "Pack"), pack.name), Web.Fact(Text("依据文件", "Document"), pack.document),
        Web.Fact(
          Text("施行日期", "In force"),
          Format.day(pack.from, language) + " – " + (pack.to.map { Format.day($0, language) } ?? "")),
      ] + pack.changes.map { Web.Fact(PacksPage.label($0.key), $0.what[language]) }, in: language)
  }
}

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
