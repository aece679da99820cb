import Intake
import Kernel
import Registry
import Storage
import WorkCalendar

/// 申请的表 · Made application table: the application with what was told and the verdict encrypted, and its papers' list.
struct MadeApplicationTable {
  private let context: ActionContext
  private let made: FillBatch.Made
  private var applications = BulkInsert(
    """
    aid_application (id, county, origin, owner, number, receipt_number, applicant, matter, state, rule_set, track, form,
      stage, matter_code, township, cause, opposing, facts, told_sealed, claims, outcome, verdict_sealed, channel,
      served_at, entered_at, received_on, accepted_on, reviewer, reviewer_name, recommendation, review_opinion,
      reviewed_on, approver, approver_name, approval_opinion, decided_on, version, last_event)
    """)
  private var materials = BulkInsert(
    "material (id, county, application, code, name, quantity, received_on, last_event)")

  init(_ context: ActionContext, _ made: FillBatch.Made) {
    self.context = context
    self.made = made
  }

  mutating func add(
    _ request: MadeRequest, person: PersonID, matter: MatterID, _ numbers: inout MadeNumbers,
    _ clocks: inout MadeDeadlineTable
  ) throws -> ApplicationID {
    let (id, days, dispute) = (ApplicationID(), request.days, request.dispute)
    let state = request.application(on: made.until)
    let rules = RuleSet.inForce(on: days.received)
    let verdict = VerdictRecord(
      Eligibility.judge(
        Eligibility.Facts(
          matter: dispute.matter, groups: request.person.groups, household: request.household),
        asOf: days.received, rules: rules, line: made.line))
    let told = Telling(groups: request.person.groups, household: request.household)
    let origin = request.station.map { made.place.stations[$0].agency } ?? made.place.centre
    let receipt = try numbers.take(.receipt, on: days.received, for: .application(id))
    let acceptedOn = days.accepted <= made.until ? days.accepted : nil
    let number = try acceptedOn.map { try numbers.take(.application, on: $0, for: .application(id)) }
    let reviewed = days.reviewed <= made.until && state != .withdrawn
    let decided = state == .granted || state == .refused
    let servedAt = Instant(days.received, hour: 9)
    try applications.add(
      """
      (\(id), \(context.county), \(origin), \(made.place.centre), \(number), \(receipt), \(person), \(matter), \(state),
        \(rules), \(dispute.track), \(dispute.form), \(dispute.stage), \(dispute.matter), \(request.township),
        \(dispute.cause), \(request.opposing), \(dispute.facts), \(Sealed.seal(told, as: Sealed.told(id), context.keys)),
        '', \(verdict.outcome), \(Sealed.seal(verdict, as: Sealed.verdict(id), context.keys)), \(request.channel),
        \(servedAt), \(servedAt), \(days.received), \(acceptedOn),
        \(reviewed ? made.place.reviewer.id : nil), \(reviewed ? made.place.reviewer.name : nil),
        \(reviewed ? (request.end == .granted ? Recommendation.grant : .refuse) : nil),
        \(reviewed ? "材料齐全，情况属实。" : nil), \(reviewed ? days.reviewed : nil),
        \(decided ? made.place.director.id : nil), \(decided ? made.place.director.name : nil),
        \(decided ? "同意审查意见。" : nil), \(decided ? days.decided : nil), 1, \(context.eventNumber))
      """)
    context.touched.append(.application(id))
    for (code, name) in [("identity", "身份证明"), ("hardship", "经济困难情况说明")] {
      materials.add(
        "(\(UUIDv7()), \(context.county), \(id), \(code), \(name), 1, \(days.received), \(context.eventNumber))")
    }
    if let acceptedOn {
      let end = state == .withdrawn ? days.reviewed : days.decided
      try clocks.add(IntakeLimits.decision, on: .application(id), from: acceptedOn, done: end)
    }
    return id
  }

  func write() throws -> Int { try applications.write(context.tx) + materials.write(context.tx) }
}
