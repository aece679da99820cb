package import Kernel
import Localization
package import Registry
import WorkCalendar

/// 登记经济困难标准 · Records a county's hardship line; earlier lines stay and go on deciding for their days. Refuses a line of
/// another place, of nothing a month, of no months, and one that ends before it begins.
package struct SetHardshipLine: Action {
  package static let permission = Permission.setHardshipLine
  private let line: HardshipLine

  package init(_ line: HardshipLine) { self.line = line }

  package func perform(in context: ActionContext) throws -> Done {
    let county = try CountyTable.of(context.county, context.tx)
    try Refusals.check(line.refusals(in: county))
    try HardshipLineTable.insert(line, in: context)
    context.record(
      "hardshipLine.set", .county(context.county),
      facts: [
        "amountFen": .number(line.amountFen), "unit": .text(line.unit.rawValue),
        "lookbackMonths": .number(Int64(line.lookbackMonths ?? 0)),
        "household": .text(line.household?.rawValue ?? ""), "assets": .text(line.assets?.rawValue ?? ""),
        "region": .text(line.regionCode ?? ""), "from": .text(line.from?.description ?? ""),
        "to": .text(line.to?.description ?? ""), "source": .text(line.source ?? ""),
      ])
    return Done()
  }
}

extension HardshipLine {
  /// What keeps it from being a county's line, each at its field.
  package func refusals(in county: County) -> [Refusal] {
    var refusals: [Refusal] = []
    if let regionCode, !isLine(of: county.code) {
      refusals.append(
        Refusal(
          "hardshipLine.region",
          Text(
            "\(regionCode)不是\(county.name)（\(county.code)）或者所属市、省的区划代码，请填写适用于本县的标准。",
            "\(regionCode) is not the division code of \(county.name) (\(county.code)), of its city or its province: record the line that holds here."
          ), field: "region"))
    }
    if let to, let from, to < from {
      refusals.append(
        Refusal(
          "hardshipLine.to",
          Text("截止日期不能早于起始日期，请改正。", "The last day must not be before the first: correct it."), field: "to"))
    }
    return refusals
  }
}
