package import Intake
import Kernel
package import WorkCalendar

/// 迟延通知 · Lateness of a notice: by how many days it came after the organ's own time. It is taken in all the same
/// (刑事规定 2013, 9; 刑诉法解释 2012, 44; 2021, 49).
package struct NoticeLateness: Sendable, Hashable {
  /// TL07 · After the third day from the finding.
  package let afterDiscovery: Int?
  /// TL09 · After the fifteenth day before the hearing.
  package let beforeHearing: Int?

  /// Nil where the day was not told, or the notice was in time.
  package init(
    receivedOn: Day, discoveredOn: Day?, hearingOn: Day?, isShortProcedure: Bool, calendar: WorkCalendar
  ) {
    func late(_ limit: LimitRule, from day: Day) -> Int? {
      guard let due = limit.due(from: .day(day), rules: .inForce(on: receivedOn), calendar: calendar)?.value?.day,
        due < receivedOn
      else { return nil }
      return due.days(until: receivedOn)
    }
    afterDiscovery = discoveredOn.flatMap { late(DefenceLimits.discovery, from: $0) }
    beforeHearing = isShortProcedure ? nil : hearingOn.flatMap { late(DefenceLimits.beforeHearing, from: $0) }
  }

  /// TL23 · By how many days a court notified anew after its time: three days from the permitted refusal, and since 2021 from
  /// the end of the five days in which the defendant may engage own counsel. Nil for other organs, and in time.
  package static func ofRenewal(
    by organ: OrganKind, permittedOn: Day, receivedOn: Day, calendar: WorkCalendar
  ) -> Int? {
    guard organ == .court else { return nil }
    let from = permittedOn >= .spc21 ? permittedOn.adding(days: 5) : permittedOn
    let limit = DefenceLimits.renewal
    guard let due = limit.due(from: .day(from), rules: .inForce(on: permittedOn), calendar: calendar)?.value?.day,
      due < receivedOn
    else { return nil }
    return due.days(until: receivedOn)
  }

  /// The worse of the two.
  package var days: Int? { [afterDiscovery, beforeHearing].compactMap(\.self).max() }
}
