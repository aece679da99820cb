import Cases
import Intake
import Localization
import Web

/// 清单列 · Columns of an organ's list of notices: the questions of the counter's form, by their names, in either language
/// and any order.
enum NoticeColumns {
  private typealias F = NoticeFields

  static func all(townships: [String]) -> [Field] {
    [
      F.organKind, F.organ([]), F.organCase, F.stage, F.receivedAt, F.discoveredOn, F.contactName, F.contactPhone,
      F.name, F.identityNumber, F.sex, F.birthOn, F.phone, F.address, F.township(townships), F.custody, F.place,
      F.charge([]), situations, F.hearingOn, F.hearingAt, procedure,
    ]
  }

  /// Without these no row is a notice; the organ's number is what a notice is known by when its list comes again.
  static let needed = [F.organKind, F.organ([]), F.organCase, F.stage, F.name]

  /// Of every law; the action asks which of them the law of the day knew.
  private static let situations = Field(
    "situations", F.situationsLabel,
    .checkboxes(NoticeSituation.allCases.map { Choice($0.rawValue, $0.name) }), required: false)

  private static let procedure = Field(
    "short", F.short.label,
    .checkboxes([
      Choice("", Text("普通程序", "Ordinary procedure")), Choice("yes", Text("简易程序", "Summary procedure")),
      Choice("yes", Text("速裁程序", "Fast-track procedure")),
    ]), required: false)

  /// What a notice is compared by: without these no list of sent notices can be.
  static let compared = [F.organCase, F.stage, F.name]

  /// What one transaction takes at once.
  private static let mostRows = 1_000

  static func faults(in table: ImportTable, needed: [Field] = needed) -> [ImportFault] {
    let faults = ImportTable.faults(inHeader: table.columns, needed: needed.map(\.label.zh)) { name in
      all(townships: []).first { $0.isCalled(name) }?.label.zh
    }
    guard faults.isEmpty, table.records.count > mostRows else { return faults }
    let count = table.records.count
    return [
      ImportFault(
        line: 1, column: "", value: "", key: "too-many-rows",
        Text(
          "清单有\(count)行，一次最多\(mostRows)行，请分成几份。",
          "The list has \(count) rows; at most \(mostRows) at once: split it."))
    ]
  }
}

extension Field {
  func isCalled(_ words: String) -> Bool { [label.zh, label.en, name].contains(words) }

  /// What may stand in its column; nil where anything may.
  var choices: [Choice]? {
    switch kind {
    case .select(let choices), .checkboxes(let choices), .radios(let choices): choices
    default: nil
    }
  }

  /// The same in words; several stand between semicolons, since a choice may have commas of its own.
  var offered: Text? {
    guard let choices, !choices.isEmpty else { return nil }
    return Text(
      choices.map(\.label.zh).joined(separator: "；"), choices.map(\.label.en).joined(separator: "; "))
  }

  /// A cell as the form would send it; several choices stand between semicolons. Nil for a word that is no choice.
  func values(ofCell cell: String) -> [String]? {
    guard let choices else { return [cell] }
    func value(_ words: String) -> String? {
      choices.first { [$0.label.zh, $0.label.en].contains(words) }?.value
    }
    if cell.isEmpty { return [] }
    if let value = value(cell) { return [value] }
    let values = cell.split(whereSeparator: { ";；\n".contains($0) }).map { value(String($0).trimmed) }
    return values.contains(nil) ? nil : values.compactMap(\.self)
  }
}
