import Localization
import Registry
import Sheets

/// 导入检查 · Import check: every row of a ledger sorted into those to record, those known already, and those refused,
/// with every fault. It reads nothing but its arguments.
struct ImportCheck: Sendable {
  struct Refused: Sendable {
    let record: Record
    let faults: [ImportFault]
  }

  private struct Good {
    let record: Record
    let row: ImportRow
  }

  private(set) var fresh: [ImportRow] = []
  private(set) var known = 0
  private(set) var refused: [Refused] = []
  private(set) var warnings: [ImportFault] = []

  /// `known` tells of a good row whether its number stands on record, and with what content.
  init(
    _ table: ImportTable, _ context: ImportContext, known standing: ([ImportRow]) throws -> [KnownCases.Standing]
  )
    throws
  {
    let good = read(table, context)
    for (good, standing) in zip(good, try standing(good.map(\.row))) {
      switch standing {
      case .new:
        fresh.append(good.row)
        warnings += good.row.warnings(line: good.record.line)
      case .sameAgain: known += 1
      case .otherContent: refused.append(Refused(record: good.record, faults: [taken(good)]))
      }
    }
    refused.sort { $0.record.line < $1.record.line }
  }

  var faults: [ImportFault] { refused.flatMap(\.faults) }

  private mutating func read(_ table: ImportTable, _ context: ImportContext) -> [Good] {
    var (good, batch): ([Good], ImportBatch) = ([], ImportBatch())
    for record in table.records {
      if let surplus = table.surplus(of: record) {
        refused.append(Refused(record: record, faults: [surplus]))
        continue
      }
      switch ImportRowReader.read(record: table.values(of: record), line: record.line, context: context) {
      case .failure(let faults): refused.append(Refused(record: record, faults: faults.all))
      case .success(let row):
        switch batch.add(row, line: record.line) {
        case .new: good.append(Good(record: record, row: row))
        case .sameAgain: known += 1
        case .conflict(let fault): refused.append(Refused(record: record, faults: [fault]))
        }
      }
    }
    return good
  }

  private func taken(_ good: Good) -> ImportFault {
    ImportFault(
      line: good.record.line, column: ImportColumn.number.rawValue, value: good.row.number, key: "taken-number",
      Text("这个编号的案件已有记录，但内容不同。", "A case of this number is on record already, with other content."))
  }
}
