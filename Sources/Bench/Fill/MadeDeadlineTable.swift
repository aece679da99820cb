import Intake
import Kernel
import Storage
import WorkCalendar

/// 期限的表 · Made deadline table: the clocks as the rules of their days set them, stopped where the step was done.
struct MadeDeadlineTable {
  private struct Start: Hashable {
    let key: String
    let day: Day
  }

  private let context: ActionContext
  private let made: FillBatch.Made
  private var known: [Start: Due?] = [:]
  private var deadlines = BulkInsert(
    """
    deadline (id, county, subject_kind, subject_id, rule_key, rule_set, role, owner, started_on, due_on, is_provisional,
      start_event, done_on, done_event)
    """)

  init(_ context: ActionContext, _ made: FillBatch.Made) {
    self.context = context
    self.made = made
  }

  mutating func add(_ limit: LimitRule, on subject: Subject, from day: Day, done: Day) throws {
    guard day <= made.until else { return }
    let rules = RuleSet.inForce(on: day)
    guard let due = due(limit, day, rules), let role = limit.roles.first else { return }
    let done = done <= made.until ? done : nil
    deadlines.add(
      """
      (\(DeadlineID()), \(context.county), \(subject.kind), \(subject.id), \(limit.key), \(rules), \(role),
        \(made.place.centre), \(day), \(due.value?.day), \(due.isProvisional), \(context.eventNumber), \(done),
        \(done == nil ? nil : context.eventNumber))
      """)
  }

  func write() throws -> Int { try deadlines.write(context.tx) }

  private mutating func due(_ limit: LimitRule, _ day: Day, _ rules: RuleSet) -> Due? {
    let start = Start(key: limit.key, day: day)
    if let found = known[start] { return found }
    let due = limit.due(from: .day(day), rules: rules, calendar: context.calendar)
    known[start] = .some(due)
    return due
  }
}
