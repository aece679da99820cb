import Foundation
import Localization
package import Storage
package import WorkCalendar

/// 期限 · Deadline: a running clock of the law as data: rule key, start, due, what suspends it. The work list is a
/// query over these.
package struct Deadline: Sendable {
  package let id: DeadlineID
  package let subject: Subject
  package let key: String
  package let rules: RuleSet
  package let role: Role
  package let startedOn: Day
  package let dueOn: Day?
  package let isProvisional: Bool
  /// Since when it stands still; it has no due day then.
  package let pausedOn: Day?

  package init(_ row: Row) throws {
    id = try row.get("id")
    subject = Subject(try row.get("subject_kind"), try row.get("subject_id"))
    key = try row.get("rule_key")
    rules = try row.get("rule_set")
    role = try row.get("role")
    startedOn = try row.get("started_on")
    dueOn = try row.get("due_on")
    isProvisional = try row.get("is_provisional")
    pausedOn = try row.get("paused_on")
  }

  package static let columns: SQL =
    "id, subject_kind, subject_id, rule_key, rule_set, role, started_on, due_on, is_provisional, paused_on"

  /// The clocks still running on a record, the most urgent first.
  package static func open(_ subject: Subject, _ reader: any Reader) throws -> [Deadline] {
    try reader.rows(
      """
      SELECT \(columns) FROM deadline WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)
        AND done_on IS NULL ORDER BY due_on NULLS LAST, id
      """
    ).map(Deadline.init)
  }
}

extension ActionContext {
  /// Starts a clock at today's event; the rule set in force today applies.
  package func start(
    _ limit: LimitRule, on subject: Subject, owner: AgencyID, from day: Day? = nil, rules: RuleSet? = nil
  ) throws {
    _ = try start(limit, on: subject, owner: owner, from: .day(day ?? today), rules)
  }

  /// Starts a clock in hours at its minute; answers when it ends, nil where the rules of that day set none.
  package func start(_ limit: LimitRule, on subject: Subject, owner: AgencyID, at instant: Instant) throws -> Due? {
    try start(limit, on: subject, owner: owner, from: .instant(instant), nil)
  }

  private func start(
    _ limit: LimitRule, on subject: Subject, owner: AgencyID, from trigger: Trigger, _ rules: RuleSet?
  ) throws -> Due? {
    let start = trigger.day
    let rules = rules ?? .inForce(on: start)
    let limit = limit.set(by: try OfficeLimits.of(county, tx), on: start)
    guard let due = limit.due(from: trigger, rules: rules, calendar: calendar), let role = limit.roles.first
    else { return nil }
    try tx.run(
      """
      INSERT INTO deadline (id, county, subject_kind, subject_id, rule_key, rule_set, role, owner, started_on, due_on,
        is_provisional, start_event)
      VALUES (\(DeadlineID()), \(county), \(subject.kind), \(subject.id), \(limit.key), \(rules), \(role), \(owner),
        \(start), \(due.value?.day), \(due.isProvisional), \(eventNumber))
      """)
    return due
  }

  /// Stops the clock; done in time or late stays to be seen.
  package func stop(_ limit: LimitRule, on subject: Subject) throws {
    try tx.run(
      """
      UPDATE deadline SET done_on = \(today), done_event = \(eventNumber)
      WHERE county = \(county) AND subject_kind = \(subject.kind) AND subject_id = \(subject.id)
        AND rule_key = \(limit.key) AND done_on IS NULL
      """)
  }

  /// Stops every clock on a record that comes to an end.
  package func stopAll(on subject: Subject) throws {
    try tx.run(
      """
      UPDATE deadline SET done_on = \(today), done_event = \(eventNumber)
      WHERE county = \(county) AND subject_kind = \(subject.kind) AND subject_id = \(subject.id)
        AND done_on IS NULL
      """)
  }
}
