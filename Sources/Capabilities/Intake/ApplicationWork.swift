import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 申请待办 · Work items of applications: what waits for the receptionist, the reviewer, the director; one query each.
enum ApplicationWork {
  static let sources = [
    WorkItemSource(key: "intake.acceptance", permission: .acceptApplication) { reader, principal, _ in
      try items(.received, Text("受理申请", "Accept an application"), .accept, principal, reader)
    },
    WorkItemSource(key: "intake.review", permission: .reviewApplication) { reader, principal, _ in
      try items(
        .accepted, Text("审查申请", "Review an application"), .review, principal, reader,
        and: " AND NOT \(RecusalTable.binds(principal))")
        + items(
          .underReview, Text("再次审查申请", "Review an application again"), .review, principal, reader,
          and: " AND NOT \(RecusalTable.binds(principal))")
        + items(.verifying, Text("登记核查结果", "Record a result of verification"), .recordAnswer, principal, reader)
    },
    WorkItemSource(key: "intake.approval", permission: .approveApplication) { reader, principal, _ in
      try items(
        .pendingApproval, Text("审批申请", "Approve an application"), .approve, principal, reader,
        and: " AND NOT \(ApplicationList.reviewed(by: principal)) AND NOT \(RecusalTable.binds(principal))")
        + items(
          .verifying, Text("决定是否延长审查期限", "Decide whether to extend the review"), .extendReview, principal, reader,
          and:
            " AND a.rule_set IN (\(RuleSet.rs2012), \(RuleSet.rs2018)) AND d.paused_on IS NULL")
    },
    ForwardingWork.source, MilitaryStationWork.source,
    WorkItemSource(key: "intake.supplement", permission: .askForSupplement, load: expired),
    WorkItemSource(key: "intake.recusal", permission: .decideRecusal, load: RecusalWork.items),
    WorkItemSource(key: "intake.provisional", permission: .reviewApplication, load: ProvisionalWork.items),
  ]

  private static func items(
    _ state: ApplicationState, _ title: Text, _ step: ApplicationStep, _ principal: Principal, _ reader: any Reader,
    and condition: SQL = .empty
  ) throws -> [WorkItem] {
    try reader.rows(
      """
      SELECT a.id, COALESCE(a.number, a.receipt_number) AS number, p.name, a.cause, a.outcome, a.is_priority, d.due_on,
        d.rule_key, d.is_provisional, d.paused_on, t.due_on AS target_on
      FROM aid_application a JOIN person p ON p.id = a.applicant
      LEFT JOIN deadline d ON d.subject_kind = 'application' AND d.subject_id = a.id AND d.done_on IS NULL
        AND d.rule_key IN \(list: IntakeLimits.decisionKeys)
      \(ReviewTarget.join)
      WHERE \(principal.sight("a")) AND a.state = \(state)\(condition)
      ORDER BY \(ReviewTarget.order) LIMIT \(WorkItemSource.most)
      """
    ).map { try item($0, title, step) }
  }

  /// 期满未补充 · Nothing was supplied in time: somebody has to confirm that the application counts as withdrawn.
  private static func expired(_ reader: any Reader, _ principal: Principal, _ today: Day) throws -> [WorkItem] {
    try reader.rows(
      """
      SELECT a.id, COALESCE(a.number, a.receipt_number) AS number, p.name, a.cause, s.due_on
      FROM aid_application a JOIN person p ON p.id = a.applicant JOIN supplement s ON s.application = a.id
      WHERE \(principal.sight("a")) AND a.state = \(ApplicationState.needsSupplement) AND s.due_on < \(today)
      ORDER BY s.due_on, a.id LIMIT \(WorkItemSource.most)
      """
    ).map { row in
      let (name, cause): (String, String) = (try row.get("name"), try row.get("cause"))
      let dueOn: Day = try row.get("due_on")
      return WorkItem(
        title: Text("期满未补充材料", "Nothing supplied in time"), about: "\(Format.mask(name: name)) \(cause)",
        detail: Text(
          "补充期限\(Format.day(dueOn, .zh))已过，请确认是否视为撤回",
          "Due \(Format.day(dueOn, .en)): confirm whether it counts as withdrawn"),
        number: try row.get("number"), path: ApplicationPaths.step(.deemWithdrawn, try row.get("id")))
    }
  }

  private static func item(_ row: Row, _ title: Text, _ step: ApplicationStep) throws -> WorkItem {
    let (name, cause): (String, String) = (try row.get("name"), try row.get("cause"))
    let outcome: Eligibility.Verdict.Outcome = try row.get("outcome")
    let dueOn: Day? = try row.get("due_on")
    return WorkItem(
      title: title, about: "\(Format.mask(name: name)) \(cause)",
      detail: Text("初步判断：\(outcome.name.zh)", "So far: \(outcome.name.en)"), number: try row.get("number"),
      dueOn: dueOn, limitKey: try row.get("rule_key"),
      isProvisional: try row.get("is_provisional", as: Bool?.self) ?? false, pausedOn: try row.get("paused_on"),
      targetOn: try row.get("target_on"), isPriority: try row.get("is_priority"),
      path: ApplicationPaths.step(step, try row.get("id")))
  }
}
