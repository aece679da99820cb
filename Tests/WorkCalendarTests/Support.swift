import WorkCalendar

/// `"2016-03-07"` in a test is that day; anything else ends the test run.
extension Day: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
    self = day
  }
}

extension Pause {
  static func through(_ after: Day, _ through: Day) -> Pause {
    guard let pause = Pause(after: after, through: through) else {
      preconditionFailure("\(through) before \(after)")
    }
    return pause
  }
}

/// Every day of the official years.
let officialDays: ClosedRange<Day> = "2012-01-01"..."2026-12-31"

/// Pseudo-random numbers that are the same in every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
