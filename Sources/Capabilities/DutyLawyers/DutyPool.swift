import Kernel
import Localization
import Storage
import WorkCalendar

/// 值班人员库 · On call: whom the duty roster names today, after any substitution; a pool of assignment.
enum DutyPool {
  static let source = PoolSource(
    key: "onCall", name: Text("今日值班", "On call today"),
    rule: Text("值班表上今天值班的人员", "Those whom the duty roster names today"),
    outside: Text("今天不值班", "Not on the roster today")
  ) { reader, county, day in
    try DutyShiftTable.all(from: day, to: day, in: county, reader).reduce(into: [:]) { found, shift in
      let place = Text("\(shift.placeName)，\(shift.shift.name.zh)", "\(shift.placeName), \(shift.shift.name.en)")
      let before = found[shift.serving].map { $0.why + Text("；", "; ") } ?? .same("")
      found[shift.serving] = PoolStanding(true, before + place)
    }
  }
}
