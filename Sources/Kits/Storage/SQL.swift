/// 语句 · SQL: a statement, or a piece of one, whose values are bound and never become part of its text.
///
///     try tx.run("UPDATE complaint SET state = \(it.state) WHERE id = \(it.id)")
///     try tx.rows("SELECT id FROM aid_case WHERE id IN \(list: ids) ORDER BY \(order)")   // order: SQL
///
/// The text is the same for both engines; only the placeholders differ, see ``Dialect``.
package struct SQL: ExpressibleByStringInterpolation, Sendable, Hashable {
  enum Part: Sendable, Hashable {
    case text(String)
    case value(SQLValue)
  }

  private(set) var parts: [Part]

  package init(stringLiteral text: String) { parts = [.text(text)] }
  package init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

  /// Text made by code, such as a migration's statements. Never give it what somebody typed.
  package init(unchecked text: String) { parts = [.text(text)] }

  private init(parts: [Part]) { self.parts = parts }

  package static let empty: SQL = ""

  package static func + (a: SQL, b: SQL) -> SQL { SQL(parts: a.parts + b.parts) }
  package static func += (a: inout SQL, b: SQL) { a.parts += b.parts }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(2 * interpolationCount + 1)
    }

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    package mutating func appendInterpolation(_ value: some SQLConvertible) {
      parts.append(.value(value.sqlValue))
    }

    /// Nil is NULL. Written out because the compiler warns of an optional in any interpolation that does not ask for one.
    package mutating func appendInterpolation<T: SQLConvertible>(_ value: T?) {
      parts.append(.value(value.sqlValue))
    }

    package mutating func appendInterpolation(_ sql: SQL) { parts += sql.parts }

    /// `x IN \(list: values)`, the parentheses included. Of no values it is `(NULL)`, so `IN` finds nothing;
    /// so would `NOT IN`: leave that condition out instead.
    package mutating func appendInterpolation(list values: some Collection<some SQLConvertible>) {
      parts.append(.text(values.isEmpty ? "(NULL" : "("))
      for (index, value) in values.enumerated() {
        if index > 0 { parts.append(.text(", ")) }
        parts.append(.value(value.sqlValue))
      }
      parts.append(.text(")"))
    }

    /// The name of a table or column that code chose. Anything but letters, digits, `_` and `.` stops the program.
    package mutating func appendInterpolation(raw identifier: String) {
      precondition(identifier.utf8.allSatisfy(isPartOfIdentifier), "not an identifier: \(identifier)")
      parts.append(.text(identifier))
    }
  }
}

extension Collection<SQL> {
  /// `[a, b].joined(" AND ")`
  package func joined(_ separator: SQL) -> SQL {
    guard let first else { return .empty }
    return dropFirst().reduce(into: first) { $0 += separator + $1 }
  }
}

private func isPartOfIdentifier(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
    true
  default: false
  }
}
