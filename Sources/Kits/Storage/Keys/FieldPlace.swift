/// 字段位置 · Field place: where an encrypted value stands. It is bound into the ciphertext, so a value copied to
/// another row, column or table does not open there.
package struct FieldPlace: Sendable, Hashable, CustomStringConvertible {
  package let table: String
  package let column: String
  package let id: UUIDv7

  package init(_ table: String, _ column: String, _ id: UUIDv7) {
    self.table = table
    self.column = column
    self.id = id
  }

  package var description: String { "\(table).\(column).\(id)" }
}
