import Sheets

/// 导入表 · Import table: a ledger as it was read: the names of its columns and its records.
struct ImportTable: Sendable {
  /// What the file of refused rows has beside them; read again, it is passed over.
  static let reasonColumn = "reason"

  let columns: [String]
  let records: [Record]

  init(_ records: [Record]) {
    var columns = records.first?.fields.map(\.trimmed) ?? []
    while columns.last?.isEmpty == true { columns.removeLast() }
    self.columns = columns
    self.records = Array(records.dropFirst())
  }

  var headerFaults: [ImportFault] { ImportColumn.faults(inHeader: columns.filter { $0 != Self.reasonColumn }) }

  /// The fields of a record by column; a shorter record leaves its last columns empty.
  func values(of record: Record) -> [String: String] {
    Dictionary(zip(columns, record.fields), uniquingKeysWith: { first, _ in first })
  }

  /// The first value beyond the last named column: such a row is out of step with the header.
  func surplus(of record: Record) -> String? {
    record.fields.dropFirst(columns.count).first { !$0.trimmed.isEmpty }
  }
}
