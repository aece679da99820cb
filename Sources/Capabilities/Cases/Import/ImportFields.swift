import Intake
import Localization
import Registry
import WorkCalendar

/// 逐列读取 · Reads the columns of one row and gathers every fault on the way.
struct ImportFields {
  let record: [String: String]
  let line: Int
  private(set) var faults: [ImportFault] = []

  init(_ record: [String: String], line: Int) {
    self.record = record
    self.line = line
  }

  /// Nil where nothing stands.
  func text(_ column: ImportColumn) -> String? {
    guard let value = record[column.rawValue]?.trimmed, !value.isEmpty else { return nil }
    return value
  }

  mutating func needed(_ column: ImportColumn) -> String? {
    let value = text(column)
    if value == nil { refuse(column, "needed", Text("必须填写。", "A value is needed.")) }
    return value
  }

  mutating func code<Code: RawRepresentable<String>>(_ column: ImportColumn, _: Code.Type = Code.self) -> Code? {
    guard let value = text(column) else { return nil }
    return code(value, column)
  }

  mutating func neededCode<Code: RawRepresentable<String>>(_ column: ImportColumn) -> Code? {
    guard let value = needed(column) else { return nil }
    return code(value, column)
  }

  mutating func codes<Code: RawRepresentable<String> & Hashable>(_ column: ImportColumn) -> [Code] {
    var seen: Set<Code> = []
    return items(column).compactMap { code($0, column) }.filter { seen.insert($0).inserted }
  }

  mutating func day(_ column: ImportColumn, notAfter today: Day) -> Day? {
    guard let value = text(column) else { return nil }
    return day(value, column, notAfter: today)
  }

  mutating func neededDay(_ column: ImportColumn, notAfter today: Day) -> Day? {
    guard let value = needed(column) else { return nil }
    return day(value, column, notAfter: today)
  }

  /// In order, each once.
  mutating func days(_ column: ImportColumn, notAfter today: Day) -> [Day] {
    Set(items(column).compactMap { day($0, column, notAfter: today) }).sorted()
  }

  mutating func identityNumber(_ column: ImportColumn) -> IdentityNumber? {
    guard let value = text(column) else { return nil }
    do {
      return try IdentityNumber(value, acceptsFifteen: false)
    } catch {
      refuse(column, "identity-number", error.reason)
      return nil
    }
  }

  mutating func fen(_ column: ImportColumn) -> Int64? {
    guard let value = text(column) else { return nil }
    if let fen = Yuan.fen(value) { return fen }
    refuse(
      column, "money",
      Text(
        "金额以元为单位，不小于0，最多两位小数，不加千位分隔符。", "Money is yuan, not below 0, with at most two decimals and no separators."))
    return nil
  }

  mutating func refuse(_ column: ImportColumn, _ key: String, value: String? = nil, _ reason: Text) {
    faults.append(
      ImportFault(
        line: line, column: column.rawValue, value: value ?? record[column.rawValue] ?? "", key: key, reason))
  }

  private func items(_ column: ImportColumn) -> [String] {
    text(column)?.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty } ?? []
  }

  private mutating func code<Code: RawRepresentable<String>>(_ value: String, _ column: ImportColumn) -> Code? {
    if let code = Code(rawValue: value) { return code }
    refuse(
      column, "unknown-code", value: value,
      Text("没有这个代码，请对照代码表改正。", "There is no such code: correct it from the list of codes."))
    return nil
  }

  private mutating func day(_ value: String, _ column: ImportColumn, notAfter today: Day) -> Day? {
    guard let day = Day(value) else {
      refuse(
        column, "no-day", value: value, Text("不是有效日期，应写成2016-03-07这样。", "Not a real day; write it like 2016-03-07.")
      )
      return nil
    }
    guard day <= today else {
      refuse(column, "future", value: value, Text("日期晚于今天。", "The day is in the future."))
      return nil
    }
    return day
  }
}
