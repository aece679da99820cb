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

  /// What one transaction takes at once.
  static let mostRows = 1_000

  private(set) var rows: [Row] = []
  private(set) var faults: [ImportFault]

  init(_ table: ImportTable, townships: [String], at now: Instant) {
    faults = NoticeColumns.faults(in: table)
    guard faults.isEmpty else { return }
    guard table.records.count <= Self.mostRows else {
      faults = [Self.tooLong(table.records.count)]
      return
    }
    let columns = NoticeColumns.all(townships: townships)
    for record in table.records {
      if let surplus = table.surplus(of: record) {
        faults.append(surplus)
      } else {
        read(table.values(of: record), record.line, columns, townships, now)
      }
    }
  }

  private mutating func read(
    _ cells: [String: String], _ line: Int, _ columns: [Field], _ townships: [String], _ now: Instant
  ) {
    var (typed, wrong): ([(name: String, value: String)], [ImportFault]) = ([], [])
    var told: [String: String] = [:]
    for column in columns {
      var cell = cells.first { column.isCalled($0.key) }?.value.trimmed ?? ""
      if column.name == "receivedAt", cell.isEmpty { cell = now.typed }
      told[column.name] = cell
      if let values = column.values(ofCell: column.name == "hearingAt" ? cell.withoutSeconds : cell) {
        typed += values.map { (column.name, $0) }
      } else {
        wrong.append(Self.noChoice(column, cell, line))
      }
    }
    do {
      let notice = try Fields(typed).read { form in
        let (person, notice) = NoticeReading.told(&form, townships: townships, today: now.day)
        _ = form.requiredText("organCase", NoticeFields.organCase.label, max: 60)
        return RegisterNotice(person, notice)
      }
      try Refusals.check(notice.refusals(at: now))
      if wrong.isEmpty { rows.append(Row(line: line, organCase: told["organCase"] ?? "", notice: notice)) }
    } catch {
      let refusals = (error as? Refusals)?.all ?? []
      wrong += refusals.compactMap { refusal in
        let column = columns.first { $0.name == refusal.field }
        // What is no choice was said already.
        guard !wrong.contains(where: { $0.column == column?.label.zh }) else { return nil }
        return ImportFault(
          line: line, column: column?.label.zh ?? "", value: told[refusal.field ?? ""] ?? "", key: refusal.key,
          refusal.message)
      }
    }
    faults += wrong
  }

  /// What only the record can know of a row.
  mutating func refuse(_ row: Row, _ refusal: Refusal) {
    faults.append(
      ImportFault(
        line: row.line, column: NoticeFields.organCase.label.zh, value: row.organCase, key: refusal.key,
        refusal.message))
  }

  private static func noChoice(_ column: Field, _ cell: String, _ line: Int) -> ImportFault {
    let offered = column.choices?.map(\.label) ?? []
    return ImportFault(
      line: line, column: column.label.zh, value: cell, key: "unknown-word",
      Text(
        "不能这样填写，可以填：\(Text.list(offered).zh)。", "That cannot stand here. These can: \(Text.list(offered).en)."))
  }

  private static func tooLong(_ count: Int) -> ImportFault {
    ImportFault(
      line: 1, column: "", value: "", key: "too-many-rows",
      Text(
        "清单有\(count)行，一次最多\(mostRows)行，请分成几份。", "The list has \(count) rows; at most \(mostRows) at once: split it."
      ))
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
