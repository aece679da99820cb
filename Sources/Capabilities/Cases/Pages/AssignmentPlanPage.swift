import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 批量指派页 · Assign several: the plan for everything that waits, a case a line, each to be changed before it is carried
/// out. Each case is an action of its own; what one refuses neither stops nor undoes the others.
enum AssignmentPlanPage {
  static let title = Text("批量指派", "Assign several")
  static let path = "/assignments"

  static func routes(_ pools: [PoolSource], _ shares: @escaping AssignmentShares) -> [Route] {
    Route.list(
      PathPattern(path), .assignCases, title,
      { request, state in
        let (principal, today) = (try request.requirePrincipal(), request.today)
        let done = request.done(state, Spine.Case.self)
        let (plan, organs, assigned, standing) = try await request.services.database.read { reader in
          (
            try AssignmentPlan.make(for: principal, on: today, pools: pools, keptTo: kept(request, pools), reader),
            try OrganField.Known(principal.county, reader),
            try AssignmentTable.assigned(done, for: principal, reader), try shares(reader, principal.county, today)
          )
        }
        return list(request, state, plan, organs, pools, assigned: assigned, standing)
      },
      submit: { request in
        let (principal, today) = (try request.requirePrincipal(), request.today)
        let plan = try await request.services.database.read {
          try AssignmentPlan.make(for: principal, on: today, pools: pools, keptTo: kept(request, pools), $0)
        }
        let (chosen, actions) = try request.read { form in
          let chosen = form.chosen(Spine.Case.self, none: Text("请至少选择一件案件。", "Choose at least one case."))
          let reason = form.text("reason", reasonField.label, max: 500, isMultiline: true) ?? ""
          return (
            chosen,
            Dictionary(
              chosen.map { ($0.id, action($0.id, plan, reason, &form)) }, uniquingKeysWith: { first, _ in first })
          )
        }
        return try await request.run(each: chosen, name: { try CaseTable.one($0, for: $1, $2).number }) {
          actions[$0] ?? AssignCase(aidCase: $0, choice: AssignmentChoice(unit: AgencyID()))
        }
      })
  }

  /// 限于人才库 · The pool that the address keeps to.
  private static func kept(_ request: WebRequest, _ pools: [PoolSource]) -> String? {
    pools.map(\.key).first { $0 == request.query["pool"] }
  }

  private static func filter(
    _ saved: SavedFilters?, _ pools: [PoolSource], _ request: WebRequest
  ) -> HTML {
    filterForm(path, saved: saved, in: request.language) {
      field(
        Field(
          "pool", Text("限于人才库", "Keep to a pool"), .select(pools.map { Choice($0.key, $0.name) }),
          hint: Text("只从所选人才库中提出人选，规则照常排除。", "Only its members are proposed; the rules exclude as ever."),
          required: false), kept(request, pools) ?? "", in: request.language)
    }
  }

  /// As the plan has it where nothing else was chosen, which then needs no reason.
  private static func action(
    _ id: CaseID, _ plan: AssignmentPlan, _ reason: String, _ form: inout FieldReader
  ) -> AssignCase {
    let (choiceName, organName) = (name("choice", id), name("organ", id))
    let typed = form.requiredText(choiceName, choiceLabel, max: 100)
    let choice = AssignmentChoice(typed)
    if choice == nil, !typed.isEmpty {
      form.refuse("field-format", at: choiceName, Text("请从列出的人员中选择。", "Choose one of those listed."))
    }
    let proposed = plan.lines.first { $0.aidCase.id == id }?.proposed
    let isPlanned = choice != nil && proposed?.choice == choice
    let isClear = isPlanned && proposed?.warnings.needChecking != true
    return AssignCase(
      aidCase: id, choice: choice ?? AssignmentChoice(unit: AgencyID()), reason: isClear ? "" : reason,
      organ: form.text(organName, OrganField.label, max: 100), way: isPlanned ? .plan : nil)
  }

  private static func list(
    _ request: WebRequest, _ state: FormState, _ plan: AssignmentPlan, _ organs: OrganField.Known,
    _ pools: [PoolSource], assigned: [String], _ standing: Text?
  ) -> ListPage {
    let language = request.language
    return ListPage(
      choosing: table(plan, organs, state, request), title,
      lead: lead(plan) + (standing.map { Text("。", ". ") + $0 } ?? .same("")),
      done: assigned.isEmpty ? nil : done(assigned), filter: { filter($0, pools, request) },
      actions: [
        linkButton(WorkSharesPage.title, to: WorkSharesPage.path, in: language),
        linkButton(PoolsPage.title, to: PoolsPage.path, in: language),
      ], to: request.filtered(at: path), state, request,
      decision: confirmation(consequence(language), in: language) {
        field(reasonField, state.value("reason"), errors: state.errors("reason"), in: language)
        submitButton(Text("指派所选案件", "Assign the cases chosen"), in: language)
      })
  }

  private static func lead(_ plan: AssignmentPlan) -> Text {
    let people = Set(plan.lines.compactMap(\.proposed?.person.id)).count
    let proposed = plan.lines.count { $0.proposed != nil }
    return Text(
      "待指派\(plan.lines.count)件，方案由\(people)人承办其中\(proposed)件",
      "\(Text.count(plan.lines.count, "件", "case waits", "cases wait").en); the plan gives \(proposed) to "
        + Text.count(people, "人", "person", "people").en)
  }

  private static func done(_ assigned: [String]) -> Text {
    Text(
      "已指派\(assigned.count)件：\(assigned.joined(separator: "、"))",
      "Assigned \(assigned.count): \(assigned.joined(separator: ", "))")
  }

  private static func consequence(_ language: Language) -> Consequence {
    Consequence(
      Text(
        "逐件指派，制作指派通知书（盖章）和发给办案机关的公函，签订协议的期限自今天起算",
        "assign each, and make its sealed notice and the letter to the organ; the time to sign the agreement begins today"
      ), whom: Text("所选的案件", "The cases chosen")[language])
  }

  private static func table(
    _ plan: AssignmentPlan, _ organs: OrganField.Known, _ state: FormState, _ request: WebRequest
  ) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("选择", "Choose"), unseen: true), Column(Text("案件", "Case")),
        Column(choiceLabel), Column(Text("理由", "Reasons")), Column(OrganField.label), Column(Text("期限", "Due")),
      ],
      rows: plan.lines.enumerated().map { row($1, $0, organs, state, request) },
      empty: Text("没有待指派的案件。决定给予法律援助后出现在这里。", "No case waits. Granted ones appear here."))
  }

  private static func row(
    _ line: AssignmentPlan.Line, _ index: Int, _ organs: OrganField.Known, _ state: FormState,
    _ request: WebRequest
  ) -> TableRow {
    let (language, found) = (request.language, line.aidCase)
    let choice = rowChoice(
      ChosenRow<Spine.Case>(found.id, found.version), found.number, at: index, state, orAll: true, in: language)
    let isLate = line.dueOn.map { $0 < request.today } ?? false
    let eligible = line.candidates.filter(\.isEligible)
    return TableRow(
      [
        eligible.isEmpty ? .empty : choice,
        .fragment {
          a(.class("num"), .href(CasePaths.assignment.path(found.id))) { found.number }
          div { "\(found.recipientName) \(found.cause)" }
          div(.class("small soft")) {
            found.track.name[language]
            found.groupTag(in: language)
          }
        },
        eligible.isEmpty ? nobody(language) : picker(line, eligible, state, language),
        .fragment {
          for reason in line.proposed?.reasons ?? [] { div(.class("small")) { reason[language] } }
        },
        organ(found, organs, state, language), numeral(line.dueOn.map { Format.day($0, language) } ?? "—"),
      ], isLate ? .late : .plain)
  }

  private static func picker(
    _ line: AssignmentPlan.Line, _ eligible: [Candidate], _ state: FormState, _ language: Language
  ) -> HTML {
    let name = name("choice", line.aidCase.id)
    let choices = eligible.map { Choice($0.choice.code, .same("\($0.person.name) · \($0.person.unitName)")) }
    return field(
      Field(name, choiceLabel, .select(choices)), state.value(name, or: line.proposed?.choice.code),
      errors: state.errors(name), in: language)
  }

  private static func organ(
    _ found: AidCase, _ organs: OrganField.Known, _ state: FormState, _ language: Language
  ) -> HTML {
    let name = name("organ", found.id)
    return field(
      Field(name, OrganField.label, .text(suggestions: organs.words), required: false),
      state.value(name, or: organs.proposed(found)), errors: state.errors(name), in: language)
  }

  private static func nobody(_ language: Language) -> HTML {
    .fragment {
      tag(Text("没有可以承办的人员", "Nobody may take it")[language], .late)
      div(.class("small")) { Text("打开案件查看每个人被排除的原因", "Open the case to see why each is excluded")[language] }
    }
  }

  private static func name(_ field: String, _ id: CaseID) -> String { "\(field)-\(id)" }

  private static let choiceLabel = Text("承办人员", "Undertaker")
  private static let reasonField = Field(
    "reason", Text("改选的理由", "Reason of other choices"), .textarea(rows: 2),
    hint: Text(
      "改选了方案以外的人员时填写，写入每一件改选的案件。", "Needed where another than the plan’s was chosen; it stands on each such case."),
    required: false)
}
