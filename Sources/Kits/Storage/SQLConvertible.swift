/// 可存值 · SQL-convertible: a type that a statement can bind and a row can give back.
///
/// An enum of strings or numbers conforms with an empty extension.
package protocol SQLConvertible {
  var sqlValue: SQLValue { get }
  static func fromSQL(_ value: SQLValue) throws -> Self
}

extension SQLConvertible where Self: RawRepresentable, RawValue: SQLConvertible {
  package var sqlValue: SQLValue { rawValue.sqlValue }

  package static func fromSQL(_ value: SQLValue) throws -> Self {
    guard let it = Self(rawValue: try RawValue.fromSQL(value)) else { throw mismatch(value) }
    return it
  }
}

extension SQLConvertible {
  /// The error for a stored value that this type cannot be made from.
  package static func mismatch(_ value: SQLValue) -> StorageError {
    .mismatch(column: nil, expected: "\(Self.self)", found: value.typeName)
  }
}

extension Int64: SQLConvertible {
  package var sqlValue: SQLValue { .integer(self) }

  package static func fromSQL(_ value: SQLValue) throws -> Int64 {
    guard case .integer(let number) = value else { throw mismatch(value) }
    return number
  }
}

extension Int: SQLConvertible {
  package var sqlValue: SQLValue { .integer(Int64(self)) }
  package static func fromSQL(_ value: SQLValue) throws -> Int { Int(try Int64.fromSQL(value)) }
}

extension Bool: SQLConvertible {
  package var sqlValue: SQLValue { .integer(self ? 1 : 0) }

  package static func fromSQL(_ value: SQLValue) throws -> Bool {
    switch value {
    case .integer(0): false
    case .integer(1): true
    default: throw mismatch(value)
    }
  }
}

extension String: SQLConvertible {
  package var sqlValue: SQLValue { .text(self) }

  package static func fromSQL(_ value: SQLValue) throws -> String {
    guard case .text(let text) = value else { throw mismatch(value) }
    return text
  }
}

extension [UInt8]: SQLConvertible {
  package var sqlValue: SQLValue { .blob(self) }

  package static func fromSQL(_ value: SQLValue) throws -> [UInt8] {
    guard case .blob(let bytes) = value else { throw mismatch(value) }
    return bytes
  }
}

extension UUIDv7: SQLConvertible {
  package var sqlValue: SQLValue { .uuid(self) }

  /// SQLite has no type for identifiers and gives their sixteen bytes.
  package static func fromSQL(_ value: SQLValue) throws -> UUIDv7 {
    switch value {
    case .uuid(let id): return id
    case .blob(let bytes):
      guard let id = UUIDv7(bytes: bytes) else { throw mismatch(value) }
      return id
    default: throw mismatch(value)
    }
  }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
  package var sqlValue: SQLValue { self?.sqlValue ?? .null }

  package static func fromSQL(_ value: SQLValue) throws -> Wrapped? {
    value.isNull ? nil : try Wrapped.fromSQL(value)
  }
}
