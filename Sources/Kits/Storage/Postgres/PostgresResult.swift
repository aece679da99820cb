import CPostgres

/// What the server answered to one statement, in binary form.
final class PostgresResult {
  private let pointer: OpaquePointer?

  init(_ pointer: OpaquePointer?) { self.pointer = pointer }

  deinit { PQclear(pointer) }

  var isSuccess: Bool { [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(pointer)) }

  /// `COMMIT`, `ROLLBACK`, `INSERT 0 1` …
  var command: String { String(cString: PQcmdStatus(pointer)) }

  var changes: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

  /// The fields of an error's report; in C they are macros that are characters, which Swift does not see.
  enum Diagnostic: Unicode.Scalar {
    case state = "C"
    case message = "M"
    case detail = "D"
    case table = "t"
    case column = "c"
    case constraint = "n"
  }

  func diagnostic(_ field: Diagnostic) -> String? {
    PQresultErrorField(pointer, Int32(field.rawValue.value)).map { String(cString: $0) }
  }

  func rows() throws -> [Row] {
    let fields = 0..<PQnfields(pointer)
    let columns = Row.Columns(fields.map { String(cString: PQfname(pointer, $0)) })
    let types = fields.map { PQftype(pointer, $0) }
    return try (0..<PQntuples(pointer)).map { line in
      Row(columns, try fields.map { try value(line, $0, types[Int($0)]) })
    }
  }

  private func value(_ line: Int32, _ field: Int32, _ type: Oid) throws -> SQLValue {
    if PQgetisnull(pointer, line, field) == 1 { return .null }
    let bytes = UnsafeRawBufferPointer(
      start: PQgetvalue(pointer, line, field), count: Int(PQgetlength(pointer, line, field)))
    switch type {
    case PostgresType.bigint, PostgresType.integer, PostgresType.smallint: return .integer(signed(bytes))
    case PostgresType.boolean: return .integer(bytes.first == 1 ? 1 : 0)
    case PostgresType.text, PostgresType.varchar, PostgresType.name, PostgresType.unknownLiteral:
      return .text(String(decoding: bytes, as: UTF8.self))
    case PostgresType.bytea: return .blob(Array(bytes))
    case PostgresType.uuid: return UUIDv7(bytes: Array(bytes)).map(SQLValue.uuid) ?? .blob(Array(bytes))
    case PostgresType.numeric: return .integer(try whole(bytes))
    case PostgresType.void: return .null
    default: throw StorageError.mismatch(column: nil, expected: "a known type", found: "type \(type)")
    }
  }

  private func signed(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    bytes.dropFirst().reduce(Int64(Int8(bitPattern: bytes[0]))) { $0 << 8 | Int64($1) }
  }

  /// A sum of bigints is numeric: groups of four decimal digits, the weight of the first, the sign. Only whole numbers
  /// that a bigint can hold are taken.
  private func whole(_ bytes: UnsafeRawBufferPointer) throws -> Int64 {
    let words = stride(from: 0, to: bytes.count, by: 2).map { Int64(bytes[$0]) << 8 | Int64(bytes[$0 + 1]) }
    let groups = words.dropFirst(4)
    let weight = Int64(Int16(truncatingIfNeeded: words[1]))
    let isNegative = words[2] == 0x4000
    var number: Int64 = 0
    var overflow = words[2] > 0x4000 || groups.count > weight + 1
    for place in 0..<max(0, weight + 1) where !overflow {
      let group = place < groups.count ? groups[groups.startIndex + Int(place)] : 0
      let (shifted, first) = number.multipliedReportingOverflow(by: 10_000)
      let (next, second) = shifted.addingReportingOverflow(isNegative ? -group : group)
      number = next
      overflow = first || second
    }
    if overflow { throw StorageError.mismatch(column: nil, expected: "Int64", found: "numeric") }
    return number
  }
}
