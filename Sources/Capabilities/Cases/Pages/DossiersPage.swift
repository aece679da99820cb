import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 接收卷宗页 · Dossiers page: those handed in, each with what it lacks; several are accepted at once, each as an action of
/// its own.
enum DossiersPage {
  static let title = Text("接收卷宗", "Accept dossiers")
  static let path = "/dossiers"

  static let routes = Route.list(
    PathPattern(path), .checkDossiers, title,
    { request, state in
      let (principal, services) = (try request.requirePrincipal(), request.services)
      let chosen = request.done(state, Spine.Case.self)
      let (waiting, accepted) = try await services.database.read { reader in
        (
          try SubmittedDossier.load(for: principal, services, reader),
          try SubmittedDossier.accepted(chosen, by: principal, reader)
        )
      }
      return list(request, state, waiting, accepted: accepted)
    },
    submit: { request in
      let chosen = try request.read {
        $0.chosen(Spine.Case.self, none: Text("请至少选择一份卷宗。", "Choose at least one dossier."))
      }
      return try await request.run(each: chosen, name: { try CaseTable.one($0, for: $1, $2).number }) {
        AcceptDossier(aidCase: $0)
      }
    })

  private static func list(
    _ request: WebRequest, _ state: FormState, _ waiting: [SubmittedDossier], accepted: [String]
  ) -> ListPage {
    let language = request.language
    return ListPage(
      choosing: table(waiting, state, request), title, lead: lead(waiting),
      done: accepted.isEmpty ? nil : done(accepted), to: path, state, request,
      decision: confirmation(consequence(request.today, language), in: language) {
        submitButton(Text("接收所选卷宗", "Accept the dossiers chosen"), in: language)
      })
  }

  private static func lead(_ waiting: [SubmittedDossier]) -> Text {
    let open = waiting.count { $0.obstacle == nil }
    return Text(
      "可以一并接收\(open)份，不能接收\(waiting.count - open)份",
      "\(open) can be accepted together, \(waiting.count - open) cannot be accepted")
  }

  private static func done(_ accepted: [String]) -> Text {
    Text(
      "已接收\(accepted.count)份：\(accepted.joined(separator: "、"))",
      "Accepted \(accepted.count): \(accepted.joined(separator: ", "))")
  }

  private static func consequence(_ today: Day, _ language: Language) -> Consequence {
    let basis = CaseLifecycle.basis(.acceptDossier, on: today)
    return Consequence(
      Text(
        "逐份接收所选卷宗，审查期限停止计算，卷宗不再改动", "accept each dossier chosen and stop its clock; none of them changes any more"),
      whom: Text("您已经逐份审查的卷宗", "Dossiers that you have examined one by one")[language],
      basis: basis.isEmpty ? nil : .list(basis.map(\.name)))
  }

  private static func table(
    _ waiting: [SubmittedDossier], _ state: FormState, _ request: WebRequest
  ) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("选择", "Choose"), unseen: true), Column(Text("案件", "Case")),
        Column(Text("承办", "Undertaken by")), Column(Text("提交日期", "Submitted on")),
        Column(Text("卷宗", "Dossier")), Column(Text("期限", "Due")),
      ],
      rows: waiting.enumerated().map { row($1, $0, state, request) },
      empty: Text("没有待接收的卷宗。承办人员提交卷宗后出现在这里。", "No dossier waits. Those handed in appear here."))
  }

  private static func row(
    _ one: SubmittedDossier, _ index: Int, _ state: FormState, _ request: WebRequest
  ) -> TableRow {
    let (language, found) = (request.language, one.aidCase)
    let choice = rowChoice(one.choice, found.number, at: index, state, in: language)
    let isLate = one.dueOn.map { $0 < request.today } ?? false
    return TableRow(
      [
        one.obstacle == nil ? choice : .empty,
        .fragment {
          a(.class("num"), .href(CasePaths.dossierCheck.path(found.id))) { found.number }
          div { "\(found.recipientName) \(found.cause)" }
        },
        .fragment {
          div { found.unitName ?? "—" }
          div(.class("small soft")) { found.undertakerNames }
        },
        numeral(found.dossierSubmittedOn.map { Format.day($0, language) } ?? "—"),
        standing(one, language), numeral(one.dueOn.map { Format.day($0, language) } ?? "—"),
      ], isLate ? .late : .plain)
  }

  private static func standing(_ one: SubmittedDossier, _ language: Language) -> HTML {
    let count = one.standing.items.count { one.standing.given.contains($0.code) }
    guard let obstacle = one.obstacle else {
      return tag(Text("材料齐全，\(count)件", "Complete, \(count) items")[language], .good)
    }
    return .fragment {
      tag(Text("不能接收", "Cannot be accepted")[language], .late)
      div(.class("small")) { obstacle.message[language] }
    }
  }
}
