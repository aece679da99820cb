import Localization
import Registry
import Sheets

/// 未导入的行 · Refused rows: as they stood in the ledger, each with its reasons, in a file that can be corrected and
/// imported again.
enum RefusedRows {
  static func csv(_ refused: [ImportCheck.Refused], of table: ImportTable) -> [UInt8] {
    let kept = table.columns.indices.filter { table.columns[$0] != ImportTable.reasonColumn }
    let header = kept.map { Cell.text(table.columns[$0]) } + [.text(ImportTable.reasonColumn)]
    let rows = refused.map { refused in
      kept.map { index in
        index < refused.record.fields.count ? Cell.text(refused.record.fields[index]) : .empty
      } + [.text(reasons(refused.faults))]
    }
    // Nothing is guarded against formulas: the file must give back exactly what was read.
    return CSVWriter(guardsFormulas: false).bytes([header] + rows)
  }

  private static func reasons(_ faults: [ImportFault]) -> String {
    faults.map { "\($0.column)：\($0.reason.zh) \($0.reason.en)" }.joined(separator: "\n")
  }
}
