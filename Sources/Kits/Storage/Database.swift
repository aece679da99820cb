/// 读 · Reader: one consistent snapshot of the database.
package protocol Reader {
  var dialect: Dialect { get }
  func rows(_ sql: SQL) throws -> [Row]
  /// Row by row, without holding them all. The body may ask further questions.
  func each(_ sql: SQL, _ body: (Row) throws -> Void) throws
}

extension Reader {
  /// The first row, if there is any.
  package func row(_ sql: SQL) throws -> Row? { try rows(sql).first }

  /// The first column of the first row; nil where there is no row or it is NULL.
  package func value<T: SQLConvertible>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
    guard let value = try row(sql)?.values.first, !value.isNull else { return nil }
    return try T.fromSQL(value)
  }
}

/// 写 · Writer: one transaction, all or nothing.
///
/// A statement that fails spoils the transaction on both engines: catching its error saves nothing unless the
/// statement ran in a savepoint of its own.
package protocol Writer: Reader {
  /// The number of rows changed.
  @discardableResult func run(_ sql: SQL) throws -> Int
  /// Undoes what the body did, and that alone, when it throws.
  func savepoint<T>(_ body: () throws -> T) throws -> T
}

/// 数据库 · Database: SQLite or PostgreSQL behind one small interface.
///
/// Bodies are synchronous and must be re-runnable: a transaction that lost against another is run again.
package protocol Database: AnyObject, Sendable {
  var dialect: Dialect { get }

  func read<T: Sendable>(_ body: @Sendable @escaping (any Reader) throws -> T) async throws -> T

  /// - Parameter key: the county; writers with the same key run one after the other, in every process.
  func write<T: Sendable>(serial key: UUIDv7?, _ body: @Sendable @escaping (any Writer) throws -> T) async throws
    -> T

  /// 独办 · Runs the body while nobody else does anything alone under this key, in whatever process over one PostgreSQL; nil:
  /// somebody does. The right to it goes with the process, or the connection, that has it. An office on SQLite has one
  /// server.
  func alone<T: Sendable>(_ key: UUIDv7, _ body: @Sendable () async throws -> T) async throws -> T?

  /// 统计 · Lets the engine look at how its tables have grown, for it chooses the way of a query by that.
  func refreshStatistics() async throws

  /// 损坏 · What the engine finds wrong with its own file, by table and index; nil where it is whole. Reads all of it.
  func damage() async throws -> String?

  /// 连接 · How many transactions run and how many wait just now.
  var load: DatabaseLoad { get }

  /// Waits for running transactions, then lets go of the database. What comes later is refused as unavailable.
  func close() async
}
