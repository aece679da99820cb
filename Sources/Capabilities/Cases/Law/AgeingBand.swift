package import Localization
package import WorkCalendar

/// 未结时长 · Ageing band: for how long nothing happened in an open case, in days.
package enum AgeingBand: String, Sendable, Hashable, CaseIterable {
  case over90, over180, over365

  package var days: Int {
    switch self {
    case .over90: 90
    case .over180: 180
    case .over365: 365
    }
  }

  package var name: Text { Text("超过\(days)天", "Over \(days) days") }

  /// Whoever's last event lies before this instant is in the band on `today`.
  package func start(on today: Day) -> Instant { Instant(today.adding(days: -days)) }
}
