import Cases
import Intake
package import Kernel
import Localization
package import WorkCalendar

/// 值班期限 · Limits of duty lawyers: both in hours, so that they run from the minute and no rest day moves them.
package enum DutyLimits {
  package static let all = [telling]

  /// TL02 · From the minute the application is in the duty lawyer's hands; the rule itself stands with the applications.
  package static let forward = CustodyLimits.forwardingByDutyLawyer

  /// TL22 · The detention house's own time, from the minute the person asked: recorded against it, no clock of this office.
  package static let telling = LimitRule(
    "TL22", Text("看守所通知值班律师", "The detention house tells the duty lawyer"), roles: [],
    [
      .rs2018: .init(.hours(24), [LegalBasis(.policeProcedure2020, "49")], from: .mps20),
      .rs2022: .init(.hours(24), [LegalBasis(.policeProcedure2020, "49")]),
      .rs2023: .init(.hours(24), [LegalBasis(.policeProcedure2020, "49")]),
    ])

  /// 迟延小时 · By how many hours, begun ones whole, the detention house told late; nil where it was in time, or no law of
  /// that day set a time.
  package static func hoursLate(askedAt: Instant?, toldAt: Instant, _ calendar: WorkCalendar) -> Int? {
    guard let askedAt,
      let due = telling.due(from: .instant(askedAt), rules: .inForce(on: askedAt.day), calendar: calendar)
    else { return nil }
    return due.lateFrom.flatMap { toldAt.hours(after: $0) }
  }
}
