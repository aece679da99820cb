/// A statement that the server refused, or never answered.
struct PostgresFailure: Error {
  let error: StorageError
  /// Nothing more can be asked on this connection.
  let isConnectionLost: Bool
  let mayRunAgain: Bool

  init(_ result: PostgresResult, isConnectionBad: Bool) {
    let code = result.diagnostic(.state) ?? ""
    isConnectionLost = isConnectionBad || code.hasPrefix("08") || ["57P01", "57P02", "57P03"].contains(code)
    error = isConnectionLost ? .unavailable("the connection was lost") : Self.error(code, result)
    // A body that idled for too long (25P03) would do so again.
    mayRunAgain = error == .conflict || isConnectionLost && code != "25P03"
  }

  /// When it is not run again.
  var finalError: StorageError { error == .conflict ? .busy(retryAfter: .seconds(1)) : error }

  /// SQLSTATE in the words of `StorageError`.
  private static func error(_ code: String, _ result: PostgresResult) -> StorageError {
    let message = result.diagnostic(.message) ?? ""
    switch code {
    case "40001", "40P01": return .conflict
    case "23505":
      return .uniqueViolation(table: result.diagnostic(.table) ?? "", columns: uniqueColumns(result))
    case "23503": return .foreignKey
    case "P0001": return Dialect.appendOnly(message: message) ?? .constraint(message)
    case _ where code.hasPrefix("23"):
      return .constraint(
        result.diagnostic(.constraint) ?? result.diagnostic(.column) ?? message)
    case "53100": return .full
    // The latter of a file that the server itself may not write: its disk has failed and can only be read.
    case "25006", "42501": return .readOnly
    case "58030": return .unavailable(message)
    case "XX001", "XX002": return .damaged(message)
    case "55P03", "57014", "53200", "53300": return .busy(retryAfter: .seconds(1))
    default: return .other(code: code, message: message)
    }
  }

  /// From `Key (county, kind)=(…) already exists.`; in any language of the server the names stand before `)=(`.
  /// An index on an expression gives its own name.
  private static func uniqueColumns(_ result: PostgresResult) -> [String] {
    let detail = result.diagnostic(.detail) ?? ""
    let names = detail.prefix { $0 != "=" }.drop { $0 != "(" }.dropFirst().dropLast()
    if names.isEmpty || names.contains("(") { return [result.diagnostic(.constraint) ?? ""] }
    return names.split(separator: ", ").map(String.init)
  }
}
