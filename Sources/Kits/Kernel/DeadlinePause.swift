import Localization
package import Storage
package import WorkCalendar

extension ActionContext {
  /// 暂停计算 · Suspends a running clock: `day` still counts, the days after it do not, until `resume`. `source` is the
  /// record that holds it up, such as a supplement notice; several may hold it at once.
  package func pause(_ limit: LimitRule, on subject: Subject, source: UUIDv7, after day: Day? = nil) throws {
    for clock in try running(limit, on: subject) {
      try tx.run(
        """
        INSERT INTO deadline_pause (id, county, deadline, source, paused_on, pause_event)
        VALUES (\(UUIDv7()), \(county), \(clock.id), \(source), \(day ?? today), \(eventNumber))
        """)
      try reckon(clock, limit)
    }
  }

  /// 恢复计算 · Lets the clock run on after `day`, the last one that does not count, and works out its due day anew.
  package func resume(_ limit: LimitRule, on subject: Subject, source: UUIDv7, through day: Day? = nil) throws {
    for clock in try running(limit, on: subject) {
      try tx.run(
        """
        UPDATE deadline_pause SET resumed_on = \(day ?? today), resume_event = \(eventNumber)
        WHERE deadline = \(clock.id) AND source = \(source) AND resumed_on IS NULL
        """)
      try reckon(clock, limit)
    }
  }

  private func running(_ limit: LimitRule, on subject: Subject) throws -> [Deadline] {
    try Deadline.open(subject, tx).filter { $0.key == limit.key }
  }

  private func reckon(_ clock: Deadline, _ limit: LimitRule) throws {
    let pauses = try Deadline.pauses(of: clock.id, tx)
    let limit = limit.set(by: try OfficeLimits.of(county, tx), on: clock.startedOn)
    guard
      let due = limit.due(
        from: .day(clock.startedOn), rules: clock.rules, calendar: calendar, pauses: pauses)
    else { return }
    let pausedOn = due.isSuspended ? pauses.first { $0.through == nil }?.after : nil
    try tx.run(
      """
      UPDATE deadline SET due_on = \(due.value?.day), is_provisional = \(due.isProvisional), paused_on = \(pausedOn)
      WHERE id = \(clock.id)
      """)
  }
}

extension Deadline {
  /// What has suspended a clock so far, the earliest first.
  package static func pauses(of id: DeadlineID, _ reader: any Reader) throws -> [Pause] {
    try reader.rows(
      "SELECT paused_on, resumed_on FROM deadline_pause WHERE deadline = \(id) ORDER BY paused_on, id"
    ).compactMap { Pause(after: try $0.get("paused_on"), through: try $0.get("resumed_on")) }
  }
}
