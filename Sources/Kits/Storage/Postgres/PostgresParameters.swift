import CPostgres

/// Bound values in PostgreSQL's binary form, with their types.
struct PostgresParameters {
  private(set) var types: [Oid] = []
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>?] = []

  init(_ values: [SQLValue]) {
    for value in values {
      let start = bytes.count
      types.append(append(value))
      ranges.append(value.isNull ? nil : start..<bytes.count)
    }
    // So that there is an address also where every value is empty.
    bytes.append(0)
  }

  func withPointers<T>(
    _ body: (Int32, [Oid], [UnsafePointer<CChar>?], [Int32], [Int32]) throws -> T
  ) rethrows -> T {
    try bytes.withUnsafeBytes { raw in
      let start = raw.assumingMemoryBound(to: CChar.self).baseAddress
      return try body(
        Int32(ranges.count), types, ranges.map { range in range.flatMap { start?.advanced(by: $0.lowerBound) } },
        ranges.map { Int32($0?.count ?? 0) }, ranges.map { _ in 1 })
    }
  }

  private mutating func append(_ value: SQLValue) -> Oid {
    switch value {
    case .null: return PostgresType.unknown
    case .integer(let number):
      withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
      return PostgresType.bigint
    case .text(let text):
      bytes += text.utf8
      return PostgresType.text
    case .blob(let blob):
      bytes += blob
      return PostgresType.bytea
    case .uuid(let id):
      bytes += id.bytes
      return PostgresType.uuid
    }
  }
}

/// The numbers of PostgreSQL's types, fixed since its beginnings.
enum PostgresType {
  /// As a parameter: let the server infer it.
  static let unknown: Oid = 0
  static let boolean: Oid = 16
  static let bytea: Oid = 17
  static let name: Oid = 19
  static let bigint: Oid = 20
  static let smallint: Oid = 21
  static let integer: Oid = 23
  static let text: Oid = 25
  static let void: Oid = 2278
  static let numeric: Oid = 1700
  static let varchar: Oid = 1043
  static let uuid: Oid = 2950
  static let unknownLiteral: Oid = 705
}
