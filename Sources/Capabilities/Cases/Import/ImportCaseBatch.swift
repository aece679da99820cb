import Intake
package import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 导入案件 · Records the cases of an old ledger, all of them or none. They start no clock and ask for no paper; from
/// their first step on they live like any other case.
package struct ImportCaseBatch: Action {
  package static let permission = Permission.importCases
  package let rows: [ImportRow]
  package let fileSHA256: String

  package init(rows: [ImportRow], fileSHA256: String) {
    self.rows = rows
    self.fileSHA256 = fileSHA256
  }

  package func perform(in context: ActionContext) throws -> Done {
    var recorder = try ImportRecorder(context)
    for row in rows { try recorder.record(row) }
    let days = rows.map(\.acceptedOn)
    var facts: [String: EventValue] = ["cases": .number(Int64(rows.count)), "file": .text(fileSHA256)]
    if let first = days.min(), let last = days.max() { (facts["from"], facts["to"]) = (.day(first), .day(last)) }
    context.record("cases.imported", .county(context.county), facts: facts)
    return Done()
  }
}

extension Permission {
  /// Held by no role: whoever holds the data directory imports, by the command line.
  package static let importCases = Permission("case.import", Text("导入案件", "Import cases"), [])
}
