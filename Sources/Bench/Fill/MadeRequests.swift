import App
import Kernel
import WorkCalendar

/// 全部申请 · Made requests: all of them in the order of the years, more each year than the year before, on working days.
struct MadeRequests {
  private var random: SeededRandom
  private let cases: Int
  private let from: Day
  private let until: Day
  private let place: MadePlace
  private var born: [Day: Int] = [:]
  /// Granted so far.
  private(set) var made = 0

  init(seed: UInt64, cases: Int, from: Day, until: Day, _ place: MadePlace) {
    random = SeededRandom(seed: seed)
    self.cases = cases
    self.from = from
    self.until = until
    self.place = place
  }

  /// The next so many; nil when all are made. For every hundred that are granted twelve are not.
  mutating func batch(of size: Int) -> [MadeRequest]? {
    guard made < cases else { return nil }
    var requests: [MadeRequest] = []
    while requests.count < size, made < cases {
      let day = day(of: made)
      if random.chance(12) {
        let end: MadeRequest.End = random.chance(70) ? .refused : .withdrawn
        requests.append(MadeRequest(&random, &born, on: day, end: end, place))
      }
      requests.append(MadeRequest(&random, &born, on: day, end: .granted, place))
      made += 1
    }
    return requests
  }

  /// The share of the requests up to a share t of the years is t + (t² − t) / 3: the last year has about twice the first.
  private func day(of index: Int) -> Day {
    let share = Double(index) / Double(cases)
    let passed = (-2 + (4 + 12 * share).squareRoot()) / 2
    let day = from.adding(days: Int(passed * Double(from.days(until: until))))
    return day.weekday > 5 ? day.adding(days: -2) : day
  }
}
