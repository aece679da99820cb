import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 批量初审页 · Checks page: what a station received and has not passed on yet; several are passed on to the centre at once
/// with one opinion, each as an action of its own. What lacks papers is checked by itself.
enum ChecksPage {
  static let title = Text("批量初审", "Preliminary checks")
  static let path = "/preliminary-checks"

  /// 待初审的申请 · One line of the list.
  private struct Line: Sendable {
    let application: Application
    let missing: [MaterialChecklist.Item]
  }

  static let routes = Route.list(
    PathPattern(path), .registerApplication, title,
    { request, state in
      let (principal, keys) = (try request.requirePrincipal(), request.services.keys)
      let chosen = request.done(state, Spine.Application.self)
      let (lines, checked) = try await request.services.database.read { reader in
        let waiting = try ApplicationTable.unchecked(for: principal, reader)
        let given = try MaterialTable.codes(of: waiting.map(\.id), reader)
        let packs = try AdoptedPackTable.all(principal.county, reader)
        return (
          try waiting.map { one in
            let told = try one.telling(keys)
            return Line(
              application: one, missing: try one.missing(told, given: given[one.id] ?? [], packs: packs))
          }, try ApplicationTable.checked(chosen, by: principal, reader)
        )
      }
      return list(
        request, state, lines.filter(\.missing.isEmpty) + lines.filter { !$0.missing.isEmpty }, checked: checked)
    },
    submit: { request in
      let (chosen, opinion) = try request.read { form in
        (
          form.chosen(
            Spine.Application.self, none: Text("请至少选择一件申请。", "Choose at least one application.")),
          form.requiredText("opinion", ReferralPages.opinion.label, max: 2_000, isMultiline: true)
        )
      }
      return try await request.run(each: chosen, name: ApplicationTable.number(_:for:_:)) {
        CheckAtStation($0, opinion: opinion)
      }
    })

  private static func list(
    _ request: WebRequest, _ state: FormState, _ lines: [Line], checked: [String]
  ) -> ListPage {
    let language = request.language
    return ListPage(
      choosing: table(lines, state, request), title, lead: lead(lines),
      done: checked.isEmpty ? nil : done(checked), to: path, state, request,
      decision: confirmation(consequence(language), in: language) {
        field(
          ReferralPages.opinion, state.value("opinion", or: "材料齐全，属于本中心管辖。"), errors: state.errors("opinion"),
          in: language)
        submitButton(Text("提交中心", "Pass on to the centre"), in: language)
      })
  }

  private static func lead(_ lines: [Line]) -> Text {
    let complete = lines.count(where: \.missing.isEmpty)
    return Text(
      "可以一并提交\(complete)件，缺少材料的\(lines.count - complete)件请单独办理",
      "\(complete) can be passed on together, \(lines.count - complete) lack papers and go one by one")
  }

  private static func done(_ checked: [String]) -> Text {
    Text(
      "已提交中心\(checked.count)件：\(checked.joined(separator: "、"))",
      "Passed on \(checked.count): \(checked.joined(separator: ", "))")
  }

  private static func consequence(_ language: Language) -> Consequence {
    Consequence(
      Text("逐件写入初审意见，提交中心受理", "record the opinion on each and pass it on to the centre, which accepts it"),
      whom: Text("所选的申请", "The applications chosen")[language])
  }

  private static func table(_ lines: [Line], _ state: FormState, _ request: WebRequest) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("选择", "Choose"), unseen: true), Column(Text("申请", "Application")),
        Column(Text("初步判断", "So far")), Column(Text("还缺的材料", "Materials still missing")),
        Column(Text("接收日期", "Received")),
      ],
      rows: lines.enumerated().map { row($1, $0, state, request) },
      empty: Text("没有待初审的申请。", "No application waits for its preliminary check."))
  }

  private static func row(_ line: Line, _ index: Int, _ state: FormState, _ request: WebRequest) -> TableRow {
    let (language, it) = (request.language, line.application)
    let choice = rowChoice(
      ChosenRow<Spine.Application>(it.id, it.version), it.applicantName, at: index, state, in: language)
    return TableRow([
      line.missing.isEmpty ? choice : .empty,
      .fragment {
        a(.class("num"), .href(ApplicationPaths.step(.check, it.id))) { it.number ?? it.receiptNumber }
        div { "\(it.applicantName) \(it.cause)" }
      },
      .text(it.outcome.name[language]),
      line.missing.isEmpty
        ? tag(Text("材料齐全", "Complete")[language], .good)
        : .text(Format.list(line.missing.map { $0.name[language] }, language)),
      numeral(Format.day(it.receivedOn, language)),
    ])
  }
}
