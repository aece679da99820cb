import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 申请进展 · Where an application stands: its stages, its clock, what happens next, what has happened.
enum ApplicationProgress {
  static func steps(_ application: Application, _ language: Language) -> [Step] {
    let reached: Int =
      switch application.state {
      case .received: 1
      case .needsSupplement: application.acceptedOn == nil ? 1 : 2
      case .accepted, .underReview, .verifying: 2
      case .pendingApproval: 3
      case .granted, .refused, .withdrawn, .deemedWithdrawn, .notAccepted: 4
      }
    let days = [
      application.receivedOn, application.acceptedOn, application.review?.on, application.approval?.on,
    ]
    let ended = [.withdrawn, .deemedWithdrawn, .notAccepted].contains(application.state)
    let names = [
      Text("接收", "Received"), Text("受理", "Accepted"), Text("审查", "Reviewed"),
      ended ? application.state.name : Text("决定", "Decided"),
    ]
    return zip(names, days).enumerated().map { index, stage in
      Step(
        stage.0, note: stage.1.map { Format.day($0, language) },
        index < reached ? .done : index == reached ? .now : .ahead)
    }
  }

  static func clock(_ view: ApplicationView, _ language: Language) -> ClockBox? {
    guard let deadline = view.deadlines.first(where: { $0.key != PriorityLimits.target.key }),
      let limit = IntakeLimits.all.first(where: { $0.key == deadline.key })
    else { return nil }
    let rule = limit.set(by: view.office, on: deadline.startedOn)
    let basis = rule.variant(deadline.rules, on: deadline.startedOn)?.basis ?? []
    guard let dueOn = deadline.dueOn else { return deadline.pausedOn.map { paused($0, limit, view, language) } }
    let left = view.today.days(until: dueOn)
    return ClockBox(
      due: Format.day(dueOn, language), what: limit.name, remaining: remaining(left),
      basis: .list(basis.map(\.name)),
      left < 0 ? .late : left <= 2 ? .soon : .plain)
  }

  private static func paused(
    _ since: Day, _ limit: LimitRule, _ view: ApplicationView, _ language: Language
  ) -> ClockBox {
    let wait = view.supplement.flatMap { supplement in
      supplement.suppliedOn == nil
        ? Text(
          "等待补充材料，补充期限\(Format.day(supplement.dueOn, .zh))",
          "waiting for the supplement, by \(Format.day(supplement.dueOn, .en))") : nil
    }
    let words = Text("自\(Format.day(since, .zh))起暂停计算", "Paused since \(Format.day(since, .en))")
    return ClockBox(
      due: Text("暂停", "Paused")[language], what: limit.name,
      remaining: words + Text("：", ": ") + (wait ?? Text("等待核查答复", "waiting for the answers")),
      basis: limit.note ?? .same(""))
  }

  private static func remaining(_ days: Int) -> Text {
    switch days {
    case ..<0: Text("已超期\(-days)天", "\(-days) days overdue")
    case 0: Text("今天到期", "Due today")
    default: Text("还有\(days)天", "\(days) days left")
    }
  }

  /// 接下来 · What happens next, as the applicant may be told.
  static func next(_ view: ApplicationView, _ language: Language) -> HTML {
    let it = view.application
    let lines: [Text] =
      switch it.state {
      case .received where view.notes.contains { $0.kind == .preliminary }:
        [Text("工作站已经初审，转中心受理。", "The station has made its preliminary check; the centre accepts it next.")]
      case .received:
        [
          Text("请打印接收凭证，双方签名后交申请人一份。", "Print the receipt; both sign, and the applicant keeps a copy."),
          Text(
            "中心核对材料后受理；材料不齐全的，一次告知需要补充什么。",
            "The centre accepts once the papers are complete, or tells once what is missing."),
        ]
      case .needsSupplement:
        [
          Text(
            "申请人应当在通知书写明的日期前补充；逾期不补充的，视为撤回申请。",
            "The applicant supplies by the day on the notice; silence is taken as a withdrawal.")
        ]
      case .accepted:
        [Text("审查岗审查后提交中心主任审批。", "The reviewer reviews it and hands it to the director.")]
      case .underReview:
        [
          Text(
            "审查岗核对新收的材料和退回意见后，再次审查并提交审批。",
            "The reviewer looks at the new papers and at the director's opinion, and reviews it again.")
        ]
      case .verifying:
        [
          Text(
            "等待核查答复；全部答复登记后恢复审查。", "It waits for the answers; once all are recorded the review goes on.")
        ]
      case .pendingApproval:
        [Text("等待中心主任审批，审查人本人不能审批。", "It waits for the director; who reviewed it may not approve it.")]
      case .granted:
        [
          Text(
            "已经立案，办理进展见案件页。决定书盖章后送达申请人。",
            "A case is opened; how it goes on stands on its own page. The decision is served once it is sealed.")
        ]
      case .refused:
        [
          Text(
            "决定书盖章后送达申请人，并告知可以向司法局提出异议。",
            "The decision is served once it is sealed, with the right to object to the judicial bureau.")
        ]
      case .withdrawn, .deemedWithdrawn, .notAccepted: []
      }
    guard !lines.isEmpty else { return .empty }
    return sheet(Text("接下来", "What happens next"), in: language) {
      ol {
        for line in lines { li { line[language] } }
      }
    }
  }

  static func entries(_ view: ApplicationView, _ language: Language) -> [TimelineEntry] {
    let notes = Dictionary(grouping: view.notes, by: \.event)
    return view.events.map { event in
      TimelineEntry(
        (Intake.events[event.kind] ?? .same(event.kind))[language],
        byline: "\(event.actor) \(Format.instant(event.at, language))",
        details: .text((notes[event.number] ?? []).map(\.words).joined(separator: "\n")))
    }
  }
}
