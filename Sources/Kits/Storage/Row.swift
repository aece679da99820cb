/// 行 · Row: one line of a result, read by column name.
package struct Row: Sendable {
  /// The column names, shared by all rows of one result.
  final class Columns: Sendable {
    let names: [String]
    private let index: [String: Int]

    init(_ names: [String]) {
      self.names = names
      index = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }

    func position(of name: String) -> Int? { index[name] }
  }

  private let shared: Columns
  package let values: [SQLValue]

  init(_ columns: Columns, _ values: [SQLValue]) {
    shared = columns
    self.values = values
  }

  package var columns: [String] { shared.names }

  package func get<T: SQLConvertible>(_ column: String, as type: T.Type = T.self) throws -> T {
    guard let position = shared.position(of: column) else {
      throw StorageError.mismatch(column: column, expected: "\(T.self)", found: "no such column")
    }
    do {
      return try T.fromSQL(values[position])
    } catch StorageError.mismatch(nil, let expected, let found) {
      throw StorageError.mismatch(column: column, expected: expected, found: found)
    }
  }
}
