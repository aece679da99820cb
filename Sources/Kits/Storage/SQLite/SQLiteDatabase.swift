import Foundation
import GRDB

/// 嵌入式数据库 · SQLite database: one file in WAL mode, readers beside one writer.
///
/// All writers are serial, whatever their key, and wait in one line.
final class SQLiteDatabase: Database {
  let dialect = Dialect.sqlite
  private let pool: DatabasePool
  private let line: WriteLine
  private let meter = LoadMeter()

  var load: DatabaseLoad { meter.load + line.load }

  /// Opens or makes the file.
  init(path: String) throws {
    let pool = try sqlite { try DatabasePool(path: path, configuration: Self.configuration) }
    try sqlite { try pool.writeWithoutTransaction(Self.commitDurably) }
    self.pool = pool
    line = WriteLine(wait: .seconds(30)) { writes in try await Self.commit(writes, pool) }
  }

  func read<T: Sendable>(_ body: @Sendable @escaping (any Reader) throws -> T) async throws -> T {
    let (queries, meter) = (QueryMeter.current, meter)
    let ticket = meter.arrive()
    do {
      return try await pool.read { db in
        try ticket.running { try SQLiteTransaction(db, queries).finish(body) }
      }
    } catch let error as DatabaseError {
      throw StorageError(error)
    }
  }

  func write<T: Sendable>(serial key: UUIDv7?, _ body: @Sendable @escaping (any Writer) throws -> T) async throws
    -> T
  { try await line.write(body) }

  /// Not GRDB's async `write`: that one stops when its task is cancelled, even while committing, and the caller
  /// would not know what became of the transaction.
  private static func commit(_ writes: [any WaitingWrite], _ pool: DatabasePool) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      pool.asyncWriteWithoutTransaction { db in
        continuation.resume(
          with: Result {
            try sqlite {
              try db.inTransaction(.immediate) {
                var isChanged = false
                for write in writes {
                  let tx = SQLiteTransaction(db, write.meter)
                  if try tx.attempt(write, isAlone: writes.count == 1) { isChanged = true }
                }
                return isChanged ? .commit : .rollback
              }
            }
          })
      }
    }
  }

  func alone<T: Sendable>(_ key: UUIDv7, _ body: @Sendable () async throws -> T) async throws -> T? {
    try await body()
  }

  /// Without it SQLite takes every index that begins with the county for as good as any other. A thousand rows of each
  /// index are enough for that, and take some milliseconds.
  func refreshStatistics() async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      pool.asyncWriteWithoutTransaction { db in
        continuation.resume(
          with: Result { try sqlite { try db.execute(sql: "PRAGMA analysis_limit = 1000; ANALYZE") } })
      }
    }
    pool.invalidateReadOnlyConnections()
  }

  func damage() async throws -> String? {
    do {
      let told = try await pool.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(3)") }
      return told == ["ok"] ? nil : told.joined(separator: "; ")
    } catch let error as DatabaseError {
      guard case .damaged(let message) = StorageError(error) else { throw StorageError(error) }
      return message
    }
  }

  func close() async {
    try? pool.close()
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "legalaid"
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 4
    configuration.foreignKeysEnabled = true
    // Without it INSERT OR REPLACE deletes rows behind the triggers that forbid it.
    // Two megabytes, SQLite's own measure, are too few for the indexes of a county's ten years: sixteen.
    configuration.prepareDatabase {
      try $0.execute(sql: "PRAGMA recursive_triggers = ON; PRAGMA cache_size = -16384")
    }
    return configuration
  }

  /// The pool sets `synchronous` to NORMAL after preparing its writer, and a committed case could be lost with the
  /// power; so it is set once more, and read back.
  private static func commitDurably(_ db: GRDB.Database) throws {
    try db.execute(sql: "PRAGMA synchronous = FULL")
    guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
      throw StorageError.unavailable("SQLite refuses to commit durably")
    }
  }
}
