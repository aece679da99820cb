import Kernel
import Localization
import Registry
import Storage
import Web
import WorkCalendar

/// 待审批的申请 · Pending approval: one application that waits for the director, as he signs several at once. All of them
/// in one query, whatever their number.
struct PendingApproval: Sendable {
  let id: ApplicationID
  let version: Int
  let number: String
  let applicant: String
  let cause: String
  let ruleSet: RuleSet
  let review: Application.Review
  let outcome: Eligibility.Verdict.Outcome
  let dueOn: Day?
  /// 优先审查目标 · By when the office wants it decided.
  let targetOn: Day?
  let isPriority: Bool
  /// Whoever asks has reviewed it himself, now or before it was sent back.
  let isOwn: Bool
  /// Whoever asks has to take no part in it.
  let isRecused: Bool

  /// Why it cannot be granted with the others; nil where it can.
  var obstacle: Refusal? {
    if isRecused { return SeparationRules.interestedMustRecuse }
    if isOwn { return SeparationRules.reviewerMayNotApprove }
    return review.recommendation == .grant ? nil : Self.refusalsOneByOne
  }

  /// 将制作的文书 · The papers that granting it makes.
  var papers: [Text] {
    ["F08", "F09"].compactMap { code in
      IntakeForms.form(code, formSet: ruleSet.formSet).map {
        Text("\(code) \($0.name.zh)", "\(code) \($0.name.en)")
      }
    }
  }

  var choice: ChosenRow<Spine.Application> { ChosenRow(id, version) }

  /// Those that wait with the clock of the decision.
  private static func source(_ principal: Principal) -> SQL {
    """
    FROM aid_application a JOIN person p ON p.id = a.applicant
    LEFT JOIN deadline d ON d.subject_kind = 'application' AND d.subject_id = a.id AND d.done_on IS NULL
      AND d.rule_key IN \(list: IntakeLimits.decisionKeys)
    \(ReviewTarget.join)
    WHERE \(principal.sight("a")) AND a.state = \(ApplicationState.pendingApproval)
    """
  }

  static func count(
    for principal: Principal, on today: Day, _ reader: any Reader
  ) throws -> (count: Int, overdue: Int) {
    let row = try reader.row(
      "SELECT COUNT(*) AS waiting, COUNT(CASE WHEN d.due_on < \(today) THEN 1 END) AS overdue \(source(principal))")
    return (try row?.get("waiting") ?? 0, try row?.get("overdue") ?? 0)
  }

  static func load(for principal: Principal, _ reader: any Reader) throws -> [PendingApproval] {
    let lines = try reader.rows(
      """
      SELECT a.id, a.version, a.number, p.name, p.protection, a.cause, a.rule_set, a.outcome, a.reviewer,
        a.reviewer_name, a.recommendation, a.review_opinion, a.reviewed_on, d.due_on,
        t.due_on AS target_on, a.is_priority,
        CASE WHEN \(ApplicationList.reviewed(by: principal)) THEN 1 ELSE 0 END AS is_own,
        CASE WHEN \(RecusalTable.binds(principal)) THEN 1 ELSE 0 END AS is_recused
      \(source(principal))
      ORDER BY \(ReviewTarget.order) LIMIT 50
      """
    ).compactMap { try PendingApproval($0, for: principal) }
    return lines.filter { $0.obstacle == nil } + lines.filter { $0.obstacle != nil }
  }

  /// 已签发 · The numbers of those chosen that this person has granted.
  static func granted(
    _ chosen: [ApplicationID], by principal: Principal, _ reader: any Reader
  ) throws -> [String] {
    guard !chosen.isEmpty else { return [] }
    return try reader.rows(
      """
      SELECT a.number FROM aid_application a WHERE \(principal.sight("a")) AND a.id IN \(list: chosen)
        AND a.state = \(ApplicationState.granted) AND a.approver = \(principal.user) ORDER BY a.number, a.id
      """
    ).map { try $0.get("number") }
  }

  private init?(_ row: Row, for principal: Principal) throws {
    guard let review = try Application.Review(row) else { return nil }
    self.review = review
    id = try row.get("id")
    version = try row.get("version")
    number = try row.get("number")
    applicant = try Protection(row).name(row.get("name"), to: principal)
    cause = try row.get("cause")
    ruleSet = try row.get("rule_set")
    outcome = try row.get("outcome")
    dueOn = try row.get("due_on")
    targetOn = try row.get("target_on")
    isPriority = try row.get("is_priority")
    isOwn = try row.get("is_own")
    isRecused = try row.get("is_recused")
  }

  private static let refusalsOneByOne = Refusal(
    "approvals.refusal",
    Text("审查意见是不予法律援助，应当写明理由，请单独审批。", "Refusal is proposed and has to state its reason: decide it by itself."))
}
