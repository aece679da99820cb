import Cases
import Intake
import Kernel
import Registry
import Storage
import WorkCalendar

/// 案件的表 · Made case table: the case, who was assigned, what was done, the hearing, the clocks. Criminal cases came by an
/// organ's notice and stand as imported history, without an application.
struct MadeCaseTable {
  private let context: ActionContext
  private let made: FillBatch.Made
  private var cases = BulkInsert(
    """
    aid_case (id, county, number, origin, owner, unit, undertaker, undertaker_kind, application, matter, recipient,
      recipient_name, groups, township, track, form, stage, cause, rule_set, state, ended, accepted_on, assigned_on,
      engaged_on, closed_on, closing_basis, result, recovered_fen, dossier_submitted_on, dossier_accepted_on,
      archived_on, archive_number, retention, is_imported, version, last_event)
    """)
  private var assignments = BulkInsert(
    "assignment (id, county, aid_case, unit, person, assigned_on, named_on, reason, last_event)")
  private var records = BulkInsert(
    "handling_record (id, county, aid_case, kind, done_on, content, recorded_by, last_event)")
  private var hearings = BulkInsert(
    "hearing (id, county, aid_case, held_on, court, place, is_held, is_observed, last_event)")

  init(_ context: ActionContext, _ made: FillBatch.Made) {
    self.context = context
    self.made = made
  }

  mutating func add(
    _ request: MadeRequest, _ state: CaseState, _ person: PersonID, _ matter: MatterID,
    _ application: ApplicationID?, _ numbers: inout MadeNumbers, _ clocks: inout MadeDeadlineTable
  ) throws {
    let (id, days, dispute) = (CaseID(), request.days, request.dispute)
    let number = try numbers.take(.caseNumber, on: days.decided, for: .aidCase(id))
    let closed = come(days.closed)
    let isDone = closed != nil && !request.isTerminated
    let archived = isDone ? come(days.archived) : nil
    let archiveNumber = try archived.map { try numbers.take(.archiveNumber, on: $0, for: .aidCase(id)) }
    let origin = request.station.map { made.place.stations[$0].agency } ?? made.place.centre
    let unit = come(days.assigned).map { _ in request.undertaker.unit }
    let undertaker = come(days.named).map { _ in request.undertaker }
    let ended: CaseEnding? = closed.map { _ in request.isTerminated ? .terminated : .closed }
    let basis = closed.map { _ in request.isTerminated ? ClosingBasis.terminationNotice : dispute.basis }
    let retention: RetentionClass? = archived.map { _ in
      .proposed(isLitigation: dispute.form.isLitigation, isGrave: false)
    }
    cases.add(
      """
      (\(id), \(context.county), \(number), \(origin), \(made.place.centre), \(unit), \(undertaker?.person),
        \(undertaker?.kind), \(application), \(matter), \(person), \(request.person.name),
        \(GroupCode.joined(request.person.groups)), \(request.township), \(dispute.track), \(dispute.form),
        \(dispute.stage), \(dispute.cause), \(RuleSet.inForce(on: days.decided)), \(state), \(ended), \(days.decided),
        \(come(days.assigned)), \(come(days.engaged)), \(closed), \(basis), \(isDone ? request.result : nil),
        \(isDone ? request.recoveredFen : nil), \(isDone ? come(days.submitted) : nil),
        \(isDone ? come(days.examined) : nil), \(archived), \(archiveNumber), \(retention),
        \(application == nil), 1, \(context.eventNumber))
      """)
    context.touched.append(.aidCase(id))
    if let unit { assign(id, unit, request) }
    handle(id, request)
    try run(request, on: .aidCase(id), isDone: isDone, &clocks)
  }

  func write() throws -> Int {
    try cases.write(context.tx) + assignments.write(context.tx) + records.write(context.tx)
      + hearings.write(context.tx)
  }

  private func come(_ day: Day) -> Day? { day <= made.until ? day : nil }

  private mutating func assign(_ id: CaseID, _ unit: AgencyID, _ request: MadeRequest) {
    let named = come(request.days.named)
    assignments.add(
      """
      (\(UUIDv7()), \(context.county), \(id), \(unit), \(named.map { _ in request.undertaker.person }),
        \(request.days.assigned), \(named), '按专长和在办数量轮派', \(context.eventNumber))
      """)
  }

  private mutating func handle(_ id: CaseID, _ request: MadeRequest) {
    let records: [(Day, HandlingKind, String)] = [
      (request.days.met, .meeting, "会见受援人，核实案情，告知权利义务。"), (request.days.heard, .opinion, "出庭，发表意见。"),
    ]
    for (day, kind, content) in records where day <= made.until {
      self.records.add(
        """
        (\(UUIDv7()), \(context.county), \(id), \(kind), \(day), \(content), '承办人员', \(context.eventNumber))
        """)
    }
    guard request.dispute.form.isLitigation, come(request.days.met) != nil else { return }
    hearings.add(
      """
      (\(HearingID()), \(context.county), \(id), \(request.days.heard), '青禾县人民法院', '第三审判庭',
        \(come(request.days.heard) != nil), \(request.days.heard.number % 9 == 0), \(context.eventNumber))
      """)
  }

  private func run(
    _ request: MadeRequest, on subject: Subject, isDone: Bool, _ clocks: inout MadeDeadlineTable
  ) throws {
    let (days, track) = (request.days, request.dispute.track)
    let assignment = CasesLimits.assignment(isNotified: track.isNotified, isCriminal: track.isCriminal)
    try clocks.add(assignment, on: subject, from: days.decided, done: days.assigned)
    try clocks.add(CasesLimits.engagement, on: subject, from: days.named, done: days.engaged)
    guard isDone else { return }
    try clocks.add(CasesLimits.dossier, on: subject, from: days.closed, done: days.submitted)
    try clocks.add(CasesLimits.examination, on: subject, from: days.submitted, done: days.examined)
  }
}
