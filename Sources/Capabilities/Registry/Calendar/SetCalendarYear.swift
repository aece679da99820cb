package import Kernel
import Localization
import Storage
package import WorkCalendar

extension Permission {
  package static let manageCalendar = Permission(
    "registry.calendar", Text("维护节假日安排", "Keep the calendar of holidays"), [.sysAdmin])
}

/// 设定节假日安排 · Enters or replaces the holidays of a year and moves the running clocks that follow from them, all at once.
package struct SetCalendarYear: Action {
  package static let permission = Permission.manageCalendar
  private let year: CalendarYear
  private let source: String
  private let limits: [LimitRule]

  package init(_ year: CalendarYear, source: String, limits: [LimitRule]) {
    self.year = year
    self.source = source
    self.limits = limits
  }

  package func perform(in context: ActionContext) throws -> Done {
    let shifts = DeadlineShift.all(
      try Deadline.running(in: context.county, context.tx), limits: limits,
      office: try OfficeLimits.of(context.county, context.tx), from: context.calendar,
      to: context.calendar.replacing(year))
    try context.setCalendarYear(year, source: source)
    for shift in shifts {
      guard let day = shift.after else { continue }
      try context.move(shift.deadline.id, to: day, isProvisional: shift.isProvisional)
    }
    let moved = shifts.count { $0.after != nil }
    let facts: [String: EventValue] = [
      "year": .number(Int64(year.year)), "source": .text(source), "days": .text(year.table),
      "moved": .number(Int64(moved)), "toCheck": .number(Int64(shifts.count - moved)),
    ]
    context.record("calendar.yearSet", .county(context.county), facts: facts)
    return Done()
  }
}
