import Kernel
import Localization
package import WorkCalendar

extension RetentionClass: Comparable {
  package static func < (left: RetentionClass, right: RetentionClass) -> Bool {
    (left.years ?? .max) < (right.years ?? .max)
  }

  /// 到期日 · The last day of keeping: counted in whole years from the one after archiving. Nil: for ever.
  package func keptUntil(archivedOn: Day) -> Day? {
    years.map { .literal(archivedOn.year + $0, 12, 31) }
  }

  /// What was archived on this day or before is past its time on `today`. Nil: never.
  package func expiredIfArchived(by today: Day) -> Day? {
    years.map { .literal(today.year - $0 - 1, 12, 31) }
  }

  /// 续存 · The class of what an appraisal keeps on.
  package var longer: RetentionClass {
    switch self {
    case .years10: .years30
    case .years30, .permanent: .permanent
    }
  }
}
