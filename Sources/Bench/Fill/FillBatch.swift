import Intake
import Kernel
import Localization
import Storage
import WorkCalendar

/// 写入一批 · Fill batch: some hundred made requests in one transaction with one event. The rows are those that the steps
/// would have left, encrypted where they are; the search index follows as after any action.
struct FillBatch: Action {
  static let permission = Permission("bench.fill", Text("写入试验数据", "Write made data"), [])

  /// What all batches of an office share.
  struct Made: Sendable {
    let place: MadePlace
    let line: HardshipLine
    let until: Day
  }

  private let requests: [MadeRequest]
  private let made: Made

  init(_ requests: [MadeRequest], _ made: Made) {
    self.requests = requests
    self.made = made
  }

  /// Answers how many rows were written, the search index not counted.
  func perform(in context: ActionContext) throws -> Int {
    var numbers = try MadeNumbers(context, shortName: made.place.shortName)
    var people = MadePersonTables(context)
    var applications = MadeApplicationTable(context, made)
    var cases = MadeCaseTable(context, made)
    var clocks = MadeDeadlineTable(context, made)
    for request in requests {
      let (person, matter) = try people.add(request)
      let application =
        request.dispute.isCriminal
        ? nil : try applications.add(request, person: person, matter: matter, &numbers, &clocks)
      if let state = request.aidCase(on: made.until) {
        try cases.add(request, state, person, matter, application, &numbers, &clocks)
      }
    }
    let rows = try people.write() + applications.write() + cases.write() + clocks.write() + numbers.write()
    context.record(
      "bench.filled", .county(context.county),
      facts: ["requests": .number(Int64(requests.count)), "rows": .number(Int64(rows))])
    return rows
  }
}
