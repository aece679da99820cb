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

extension ListCells {
  /// Of a list of notices: what says no time of receipt was received now.
  init(_ cells: [String: String], _ line: Int, _ columns: [Field], _ now: Instant) {
    self.init(cells, line, columns) { column, cell in
      switch column {
      case "receivedAt" where cell.isEmpty: now.typed
      case "hearingAt": cell.withoutSeconds
      default: cell
      }
    }
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
