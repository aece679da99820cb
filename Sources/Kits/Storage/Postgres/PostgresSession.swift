import CPostgres
import Foundation

/// One session of the server, and the statements prepared in it.
final class PostgresSession {
  private struct Statement: Hashable {
    let text: String
    let types: [Oid]
  }

  private let connection: OpaquePointer
  private var prepared: [Statement: String] = [:]
  private var isAbandoned = false
  /// The server has warned of something since `forgetWarnings`.
  private(set) var hasWarned = false

  init(url: String, limits: PostgresLimits) throws {
    guard let connection = Self.connect(to: url, limits) else { throw StorageError.unavailable("out of memory") }
    self.connection = connection
    guard PQstatus(connection) == CONNECTION_OK else {
      let lines = String(cString: PQerrorMessage(connection)).split(whereSeparator: \.isNewline)
      throw StorageError.unavailable(lines.joined(separator: " "))
    }
    // Notices would go to standard error.
    PQsetNoticeReceiver(
      connection,
      { session, notice in
        guard let session, let state = PQresultErrorField(notice, Int32(UInt8(ascii: "C"))) else { return }
        let isWarning = String(cString: state).hasPrefix("01")
        if isWarning { Unmanaged<PostgresSession>.fromOpaque(session).takeUnretainedValue().hasWarned = true }
      }, Unmanaged.passUnretained(self).toOpaque())
    for (setting, value) in [
      ("statement_timeout", limits.statement), ("lock_timeout", limits.wait),
      ("idle_in_transaction_session_timeout", limits.idleInTransaction),
    ] {
      try execute("SELECT set_config($1, $2, false)", [.text(setting), .text("\(value.milliseconds)")])
    }
  }

  deinit { PQfinish(connection) }

  /// Whether it can be used for the next transaction.
  var isIdle: Bool { !isAbandoned && PQtransactionStatus(connection) == PQTRANS_IDLE }

  func forgetWarnings() { hasWarned = false }

  /// It is in a state nobody knows: closed instead of used again.
  func abandon() { isAbandoned = true }

  /// - Parameter isRepeated: prepares the statement once and keeps it.
  @discardableResult
  func execute(_ text: String, _ values: [SQLValue] = [], isRepeated: Bool = true) throws -> PostgresResult {
    let parameters = PostgresParameters(values)
    let name = isRepeated ? try prepare(text, parameters.types) : nil
    return try finish(
      parameters.withPointers { count, types, pointers, lengths, formats in
        name.map { PQexecPrepared(connection, $0, count, pointers, lengths, formats, 1) }
          ?? PQexecParams(connection, text, count, types, pointers, lengths, formats, 1)
      })
  }

  private func prepare(_ text: String, _ types: [Oid]) throws -> String {
    let statement = Statement(text: text, types: types)
    if let name = prepared[statement] { return name }
    if prepared.count == Self.mostPrepared {
      _ = try finish(PQexec(connection, "DEALLOCATE ALL"))
      prepared = [:]
    }
    let name = "s\(prepared.count)"
    _ = try finish(PQprepare(connection, name, text, Int32(types.count), types))
    prepared[statement] = name
    return name
  }

  private func finish(_ pointer: OpaquePointer?) throws -> PostgresResult {
    let result = PostgresResult(pointer)
    guard result.isSuccess else {
      throw PostgresFailure(result, isConnectionBad: PQstatus(connection) == CONNECTION_BAD)
    }
    return result
  }

  /// Lists of many lengths make many statements; a session holds so many, then begins anew.
  private static let mostPrepared = 512

  private static func connect(to url: String, _ limits: PostgresLimits) -> OpaquePointer? {
    // The address comes last, so what it says counts.
    let settings: KeyValuePairs = [
      "application_name": "legalaid", "client_encoding": "UTF8",
      "connect_timeout": "\(limits.connect.components.seconds)",
      "keepalives": "1", "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3",
      "tcp_user_timeout": "\(limits.statement.milliseconds)",
      // Of several servers in the address the one that can be written to.
      "target_session_attrs": "primary", "dbname": url,
    ]
    let keys = settings.map { strdup($0.key) }
    let values = settings.map { strdup($0.value) }
    defer { (keys + values).forEach { free($0) } }
    return PQconnectdbParams(
      keys.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
  }
}
