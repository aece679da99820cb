package import Localization
package import Storage
package import WorkCalendar

/// 本地节假日安排 · Calendar years an office entered itself, for a year the software does not know yet or where the
/// province gave another notice; each replaces the embedded year whole (AT-X.5).
package enum CalendarTable {
  package struct Entry: Sendable {
    package let table: String
    package let source: String
  }

  package static func entry(_ year: Int, in county: CountyID, _ reader: any Reader) throws -> Entry? {
    try reader.row("SELECT days, source FROM calendar_year WHERE county = \(county) AND year = \(year)").map {
      Entry(table: try $0.get("days"), source: try $0.get("source"))
    }
  }

  /// The embedded calendar with the county's own years in it.
  package static func calendar(
    of county: CountyID, over base: WorkCalendar, _ reader: any Reader
  ) throws -> WorkCalendar {
    try reader.rows("SELECT year, days, source FROM calendar_year WHERE county = \(county) ORDER BY year")
      .reduce(base) { calendar, row in
        let source: String = try row.get("source")
        return calendar.replacing(
          try CalendarYear(year: row.get("year"), table: row.get("days"), source: .same(source)))
      }
  }
}

extension ActionContext {
  package func setCalendarYear(_ year: CalendarYear, source: String) throws {
    try tx.run(
      """
      INSERT INTO calendar_year (county, year, days, source, last_event)
      VALUES (\(county), \(year.year), \(year.table), \(source), \(eventNumber))
      ON CONFLICT (county, year) DO UPDATE SET days = \(year.table), source = \(source), last_event = \(eventNumber)
      """)
  }

  /// Moves a running clock to another last day.
  package func move(_ deadline: DeadlineID, to day: Day, isProvisional: Bool) throws {
    try tx.run(
      """
      UPDATE deadline SET due_on = \(day), is_provisional = \(isProvisional)
      WHERE id = \(deadline) AND county = \(county) AND done_on IS NULL
      """)
  }
}

extension Deadline {
  /// Every clock of a county that still runs.
  package static func running(in county: CountyID, _ reader: any Reader) throws -> [Deadline] {
    try reader.rows(
      """
      SELECT \(columns) FROM deadline WHERE county = \(county) AND done_on IS NULL AND due_on IS NOT NULL
      ORDER BY due_on, id
      """
    ).map(Deadline.init)
  }
}

/// 期限变动 · Deadline shift: what another calendar makes of a running clock. Only a clock whose day follows from its start
/// alone is moved; one that was suspended or set by hand stays, and is named to be looked at.
package struct DeadlineShift: Sendable {
  package let deadline: Deadline
  package let name: Text
  package let before: Day
  /// Nil where it must be looked at by a person.
  package let after: Day?
  package let isProvisional: Bool

  package static func all(
    _ running: [Deadline], limits: [LimitRule], office: OfficeLimits, from old: WorkCalendar,
    to new: WorkCalendar
  ) -> [DeadlineShift] {
    let known = Dictionary(limits.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return running.compactMap { clock in
      guard let before = clock.dueOn, let limit = known[clock.key]?.set(by: office, on: clock.startedOn) else {
        return nil
      }
      func due(_ calendar: WorkCalendar) -> Due? {
        limit.due(from: .day(clock.startedOn), rules: clock.rules, calendar: calendar)
      }
      guard let was = due(old), let now = due(new), let day = now.value?.day, was.value?.day != day else {
        return nil
      }
      return DeadlineShift(
        deadline: clock, name: limit.name, before: before, after: was.value?.day == before ? day : nil,
        isProvisional: now.isProvisional)
    }
  }
}
