package import Kernel
package import Localization
package import Web

/// 清单的一行 · Cells: a row as the form would send it, and what is wrong with it by its columns.
package struct ListCells {
  package let line: Int
  /// What stands there, by the names of the fields.
  package let told: [String: String]
  package private(set) var faults: [ImportFault] = []
  private let columns: [Field]
  private var typed: [(name: String, value: String)] = []

  /// `taken`: what a cell means, by the name of its field, where that is not what stands there.
  package init(
    _ cells: [String: String], _ line: Int, _ columns: [Field],
    taken: (String, String) -> String = { _, cell in cell }
  ) {
    self.line = line
    self.columns = columns
    var told: [String: String] = [:]
    for column in columns {
      let cell = taken(column.name, cells.first { column.isCalled($0.key) }?.value.trimmed ?? "")
      told[column.name] = cell
      if let values = column.values(ofCell: cell) {
        typed += values.map { (column.name, $0) }
      } else {
        faults.append(Self.noChoice(column, cell, line))
      }
    }
    self.told = told
  }

  /// Nil where something is wrong.
  package mutating func read<T>(_ body: (inout FieldReader) throws -> T) -> T? {
    do {
      return try Fields(pairs: typed).read(body)
    } catch {
      refuse((error as? Refusals)?.all ?? [])
      return nil
    }
  }

  /// What is no choice was said already.
  package mutating func refuse(_ refusals: [Refusal]) {
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

extension Field {
  package func isCalled(_ words: String) -> Bool { [label.zh, label.en, name].contains(words) }

  /// What may stand in its column; nil where anything may.
  package var choices: [Choice]? {
    switch kind {
    case .select(let choices), .checkboxes(let choices), .radios(let choices): choices
    default: nil
    }
  }

  /// The same in words; several stand between semicolons, since a choice may have commas of its own.
  package var offered: Text? {
    guard let choices, !choices.isEmpty else { return nil }
    return Text(
      choices.map(\.label.zh).joined(separator: "；"), choices.map(\.label.en).joined(separator: "; "))
  }

  /// A cell as the form would send it; several choices stand between semicolons. Nil for a word that is no choice.
  package func values(ofCell cell: String) -> [String]? {
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
