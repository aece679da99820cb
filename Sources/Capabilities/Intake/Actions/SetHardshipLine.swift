package import Kernel
import WorkCalendar

/// 登记经济困难标准 · Records a county's hardship line; earlier lines stay and go on deciding for their days.
package struct SetHardshipLine: Action {
  package static let permission = Permission.setHardshipLine
  private let line: HardshipLine

  package init(_ line: HardshipLine) { self.line = line }

  package func perform(in context: ActionContext) throws -> Done {
    try HardshipLineTable.insert(line, in: context)
    context.record(
      "hardshipLine.set", .county(context.county),
      facts: [
        "amountFen": .number(line.amountFen), "unit": .text(line.unit.rawValue),
        "from": .text(line.from?.description ?? ""), "source": .text(line.source ?? ""),
      ])
    return Done()
  }
}
