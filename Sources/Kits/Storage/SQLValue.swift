/// 字段值 · SQL value: what a column may hold on both engines; there are no floating-point numbers.
package enum SQLValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])
  case uuid(UUIDv7)

  package var isNull: Bool { self == .null }

  /// The name of its type, for messages; never the value itself, which may be personal.
  var typeName: String {
    switch self {
    case .null: "null"
    case .integer: "integer"
    case .text: "text"
    case .blob: "blob"
    case .uuid: "uuid"
    }
  }
}
