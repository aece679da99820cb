import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 批量审批页 · Approvals page: everything that waits for the director, paper by paper, granted several at once.
enum ApprovalsPage {
  static let title = Text("批量审批", "Approvals")
  static let path = "/approvals"

  static let opinion = Field(
    "opinion", Text("审批意见", "Opinion"), .textarea(rows: 2),
    hint: Text("写入每一份审批（审查）表", "Stands on each review form"))

  static func list(
    _ request: WebRequest, _ state: FormState, _ pending: [PendingApproval], granted: [String], asksCode: Bool
  ) -> ListPage {
    ListPage(
      choosing: table(pending, state, request), title, lead: lead(pending),
      done: granted.isEmpty ? nil : done(granted), to: path, state, request,
      decision: decision(state, asksCode: asksCode, request.language))
  }

  private static func decision(_ state: FormState, asksCode: Bool, _ language: Language) -> HTML {
    confirmation(consequence(language), in: language) {
      field(opinion, state.value("opinion", or: "同意审查意见，给予法律援助。"), errors: state.errors("opinion"), in: language)
      if asksCode { field(SecondFactor.field, errors: state.errors(SecondFactor.name), in: language) }
      submitButton(Text("签发所选决定", "Sign the decisions chosen"), in: language)
    }
  }

  private static func lead(_ pending: [PendingApproval]) -> Text {
    let open = pending.count { $0.obstacle == nil }
    return Text(
      "可以一并签发\(open)件，需单独办理\(pending.count - open)件",
      "\(open) can be granted together, \(pending.count - open) one by one")
  }

  private static func done(_ granted: [String]) -> Text {
    Text(
      "已签发\(granted.count)件：\(granted.joined(separator: "、"))",
      "Granted \(granted.count): \(granted.joined(separator: ", "))")
  }

  private static func consequence(_ language: Language) -> Consequence {
    Consequence(
      Text("对所选申请逐件作出给予法律援助的决定并编号，期限停止计算", "grant each one chosen, number its decision and stop its clock"),
      whom: Text("所选的申请", "The applications chosen")[language],
      basis: .list([RuleSet.rs2012, .rs2023].flatMap(Decision.basis).map(\.name)))
  }

  private static func table(_ pending: [PendingApproval], _ state: FormState, _ request: WebRequest) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("选择", "Choose"), unseen: true), Column(Text("申请", "Application")),
        Column(Text("审查意见", "Review")),
        Column(Text("将制作的文书", "Papers to be made")), Column(Text("期限", "Due")),
      ],
      rows: pending.enumerated().map { row($1, $0, state, request) },
      empty: Text("没有待审批的申请。", "No application waits for approval."))
  }

  private static func row(
    _ one: PendingApproval, _ index: Int, _ state: FormState, _ request: WebRequest
  ) -> TableRow {
    let language = request.language
    let isLate = one.dueOn.map { $0 < request.today } ?? false
    return TableRow(
      [
        select(one, index, state, language),
        .fragment {
          a(.class("num"), .href(ApplicationPaths.step(.approve, one.id))) { one.number }
          if one.isPriority {
            " "
            tag(Priority.name[language], .soon)
          }
          div { "\(one.applicant) \(one.cause)" }
          div(.class("small soft")) {
            Text("规则判断：\(one.outcome.name.zh)", "By the rules: \(one.outcome.name.en)")[language]
          }
        },
        .fragment {
          b { one.review.recommendation.name[language] }
          div { one.review.opinion }
          div(.class("small soft")) { "\(one.review.name) \(Format.day(one.review.on, language))" }
        },
        one.obstacle.map { obstacle($0, language) } ?? papers(one, language),
        .fragment {
          numeral(one.dueOn.map { Format.day($0, language) } ?? "—")
          if let target = one.targetOn {
            div(.class("small soft num")) {
              Text("目标\(Format.day(target, .zh))", "target \(Format.day(target, .en))")[language]
            }
          }
        },
      ], isLate ? .late : .plain)
  }

  private static func select(
    _ one: PendingApproval, _ index: Int, _ state: FormState, _ language: Language
  ) -> HTML {
    guard one.obstacle == nil else { return .empty }
    return rowChoice(one.choice, one.applicant, at: index, state, in: language)
  }

  private static func obstacle(_ obstacle: Refusal, _ language: Language) -> HTML {
    .fragment {
      tag(Text("不能一并签发", "Not with the others")[language])
      div(.class("small")) { obstacle.message[language] }
      if !obstacle.basis.isEmpty {
        div(.class("small soft")) { Text.list(obstacle.basis.map(\.name))[language] }
      }
    }
  }

  private static func papers(_ one: PendingApproval, _ language: Language) -> HTML {
    ul(.class("bare")) {
      for paper in one.papers { li { paper[language] } }
    }
  }
}
