package import Storage
package import WorkCalendar

extension Day: SQLConvertible {
  package var sqlValue: SQLValue { .text(description) }
  package static func fromSQL(_ value: SQLValue) throws -> Day {
    let text = try String.fromSQL(value)
    guard let day = Day(text) else { throw StorageError.other(code: "day", message: "not a day: \(text)") }
    return day
  }
}

extension Instant: SQLConvertible {
  package var sqlValue: SQLValue { .integer(milliseconds) }
  package static func fromSQL(_ value: SQLValue) throws -> Instant {
    Instant(milliseconds: try Int64.fromSQL(value))
  }
}

extension RuleSet: SQLConvertible {}
extension Role: SQLConvertible {}
extension AgencyKind: SQLConvertible {}
