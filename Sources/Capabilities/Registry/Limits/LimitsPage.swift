import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 未核对规则页 · Unverified defaults: each rule whose source could not be read, with its basis; limits in days may be set.
struct LimitsPage {
  static let title = Text("未核对的默认规则", "Unverified defaults")
  static let editTitle = Text("设定期限", "Set a time limit")

  let limits: [LimitRule]
  let rules: [RuleEntry]
  let office: OfficeLimits
  let today: Day

  func listPage(_ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, table(request.language))
    let lead = Text(
      "条文没有核对到原文的规则。请与上级机关核对；期限可以按来文设定，每次设定都有记录。",
      "Rules whose text could not be read. Check them with your superiors; limits can be set by their documents, and each setting is recorded."
    )
    return ListPage(table) { frame in
      shell(frame, title: Self.title[language]) {
        pageHead(Self.title[language], lead: .text(lead[language]), actions: listActions(request))
        sheet(Text("期限", "Time limits"), in: language, flush: true) { dataTable(table, in: language) }
        sheet(Text("其他规则", "Other rules"), in: language, flush: true) { others(language) }
      }
    }
  }

  private var settable: [(LimitRule, RuleSet, LimitRule.Variant)] {
    limits.flatMap { limit in
      RuleSet.allCases.compactMap { set in
        limit.isSettable(set) ? limit.variants[set].map { (limit, set, $0) } : nil
      }
    }
  }

  private func table(_ language: Language) -> DataTable {
    DataTable(
      Text("期限", "Time limits"),
      columns: [
        Column(Text("事项", "Limit")), Column(Text("规则", "Rules")), Column(Text("依据", "Basis")),
        Column(Text("现行", "In force")), Column(Text("启用日期", "Since")),
      ],
      rows: settable.map { limit, set, variant in
        let own = limit.setting(office.settings, under: set, on: today)
        let now = limit.set(by: office, on: today).variant(set, on: today) ?? variant
        return TableRow([
          a(.href(LimitRoutes.path(limit, set))) { limit.name[language] }, .text(set.name[language]),
          .text(Text.list(now.basis.map(\.name))[language]),
          .fragment {
            now.limit.text[language] + " "
            tag(
              (own == nil
                ? now.basis == variant.basis ? Text("默认", "default") : Text("地方规则包", "local pack")
                : Text("本单位设定", "set here"))[language],
              own == nil ? .plain : .good)
          },
          .text(Format.day(own?.from ?? set.from, language)),
        ])
      }, empty: Text("期限都已核对。", "Every limit was verified."))
  }

  private func others(_ language: Language) -> HTML {
    dataTable(
      DataTable(
        Text("其他规则", "Other rules"),
        columns: [
          Column(Text("规则", "Rule")), Column(Text("依据", "Basis")), Column(Text("说明", "Note")),
        ],
        rows: rules.filter { !$0.isVerified && $0.kind != .limit }.map { rule in
          TableRow([
            .text(rule.name[language]), .text(Text.list(rule.basis.map(\.name))[language]),
            .text(rule.note?[language] ?? "—"),
          ])
        }, empty: Text("都已核对。", "All were verified.")), in: language)
  }
}

/// 设定期限页 · One limit: its default, what the office set, and the form that sets it anew.
struct LimitPage {
  static let numberName = Text("天数", "Number of days")
  static let from = Field("from", Text("启用日期", "From"), .date)
  static let source = Field(
    "source", Text("依据文件", "Document"), hint: Text("上级来文的名称和文号。", "Name and number of the document."))

  let limit: LimitRule
  let rules: RuleSet
  let settings: [LimitSetting]
  let today: Day

  func body(_ request: WebRequest, _ state: FormState, in language: Language) -> HTML {
    let inForce = limit.setting(settings, under: rules, on: today)
    let variant = limit.variants[rules]
    return .fragment {
      pageHead(
        limit.name[language], lead: .text(rules.name[language]),
        actions: [linkButton(Text("返回列表", "Back to the list"), to: "/settings/limits", in: language)])
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      sheet(in: language) {
        facts(
          [
            Web.Fact(Text("软件默认", "Default"), variant?.limit.text[language] ?? "—"),
            Web.Fact(Text("依据", "Basis"), Text.list((variant?.basis ?? []).map(\.name))[language]),
            Web.Fact(Text("说明", "Note"), limit.note?[language] ?? "—"),
          ], in: language)
        postForm(
          request.path, state.tokens(version: settings.first?.version ?? 1), changed: state.isReturned,
          in: language
        ) {
          let recorded = inForce?.number ?? variant?.limit.days
          field(
            number(variant), state.value("number", or: recorded.map { String($0) }), errors: state.errors("number"),
            in: language)
          field(
            Self.from, state.value("from", or: today.description), errors: state.errors("from"), in: language)
          field(Self.source, state.value("source"), errors: state.errors("source"), in: language)
          submitButton(Text("设定", "Set"), .main, in: language)
        }
      }
      sheet(Text("设定记录", "Settings"), in: language, flush: true) { history(inForce, language) }
    }
  }

  private func number(_ variant: LimitRule.Variant?) -> Field {
    let isWorking = variant?.limit.unit == "workingDay"
    return Field(
      "number", Self.numberName, .number,
      hint: isWorking
        ? Text("单位：工作日。只影响启用后开始计算的期限。", "Working days. Only clocks that start later are affected.")
        : Text("单位：日。只影响启用后开始计算的期限。", "Plain days. Only clocks that start later are affected."))
  }

  private func history(_ inForce: LimitSetting?, _ language: Language) -> HTML {
    dataTable(
      DataTable(
        Text("设定记录", "Settings"),
        columns: [
          Column(Text("启用日期", "From")), Column(Self.numberName, number: true), Column(Text("依据文件", "Document")),
          Column(Text("设定人", "Set by")), Column(Text("状态", "State")),
        ],
        rows: settings.map { one in
          let isNow = one.version == inForce?.version
          let words =
            one.from > today
            ? Text("待启用", "to come") : isNow ? Text("现行", "in force") : Text("已替换", "replaced")
          return TableRow([
            .text(Format.day(one.from, language)), .text(String(one.number)), .text(one.source),
            .text(one.changedBy), tag(words[language], isNow ? .good : .plain),
          ])
        }, empty: Text("没有设定过，使用软件默认。", "Never set: the default holds.")), in: language)
  }
}
