import Cases
import Intake
import Kernel
import Localization
import Registry
import Sheets
import Web
import WorkCalendar

/// 通知清单 · List of notices: every row read as the counter's form reads what is typed, with all that is wrong with it.
struct OrganList: Sendable {
  struct Row: Sendable {
    let line: Int
    let organCase: String
    let notice: RegisterNotice
  }

  private(set) var rows: [Row] = []
  private(set) var faults: [ImportFault]

  init(_ table: ImportTable, townships: [String], at now: Instant) {
    faults = NoticeColumns.faults(in: table)
    guard faults.isEmpty else { return }
    let columns = NoticeColumns.all(townships: townships)
    for record in table.records {
      if let surplus = table.surplus(of: record) {
        faults.append(surplus)
        continue
      }
      var cells = ListCells(table.values(of: record), record.line, columns, now)
      let notice = cells.read { form in
        let (person, notice) = NoticeReading.told(&form, townships: townships, today: now.day)
        _ = form.requiredText("organCase", NoticeFields.organCase.label, max: 60)
        return RegisterNotice(person, notice)
      }
      if let notice { cells.refuse(notice.refusals(at: now)) }
      faults += cells.faults
      if let notice, cells.faults.isEmpty {
        rows.append(Row(line: record.line, organCase: cells.told["organCase"] ?? "", notice: notice))
      }
    }
  }

  /// What only the record can know of a row.
  mutating func refuse(_ row: Row, _ refusal: Refusal) {
    faults.append(
      ImportFault(
        line: row.line, column: NoticeFields.organCase.label.zh, value: row.organCase, key: refusal.key,
        refusal.message))
  }
}

/// 清单的一行 · Cells: a row as the form would send it, and what is wrong with it by its columns.
struct ListCells {
  let line: Int
  /// What stands there, by the names of the fields.
  let told: [String: String]
  private(set) var faults: [ImportFault] = []
  private let columns: [Field]
  private var typed: [(name: String, value: String)] = []

  init(_ cells: [String: String], _ line: Int, _ columns: [Field], _ now: Instant) {
    self.line = line
    self.columns = columns
    var told: [String: String] = [:]
    for column in columns {
      var cell = cells.first { column.isCalled($0.key) }?.value.trimmed ?? ""
      if column.name == "receivedAt", cell.isEmpty { cell = now.typed }
      told[column.name] = cell
      if let values = column.values(ofCell: column.name == "hearingAt" ? cell.withoutSeconds : cell) {
        typed += values.map { (column.name, $0) }
      } else {
        faults.append(Self.noChoice(column, cell, line))
      }
    }
    self.told = told
  }

  /// Nil where something is wrong.
  mutating func read<T>(_ body: (inout FieldReader) throws -> T) -> T? {
    do {
      return try Fields(typed).read(body)
    } catch {
      refuse((error as? Refusals)?.all ?? [])
      return nil
    }
  }

  /// What is no choice was said already.
  mutating func refuse(_ refusals: [Refusal]) {
    let said = Set(faults.map(\.column))
    faults += refusals.compactMap { refusal in
      let column = columns.first { $0.name == refusal.field }?.label.zh ?? ""
      guard !said.contains(column) else { return nil }
      return ImportFault(
        line: line, column: column, value: told[refusal.field ?? ""] ?? "", key: refusal.key, refusal.message)
    }
  }

  private static func noChoice(_ column: Field, _ cell: String, _ line: Int) -> ImportFault {
    let offered = column.offered ?? .same("")
    return ImportFault(
      line: line, column: column.label.zh, value: cell, key: "unknown-word",
      Text("不能这样填写，可以填：\(offered.zh)。", "That cannot stand here. These can: \(offered.en)."))
  }
}

extension Instant {
  /// As one types it.
  var typed: String { "\(day) \(Format.time(hour, minute))" }
}

extension String {
  /// A time of day from a workbook's cell bears its seconds.
  fileprivate var withoutSeconds: String { utf8.count == 8 && hasSuffix(":00") ? String(dropLast(3)) : self }
}
