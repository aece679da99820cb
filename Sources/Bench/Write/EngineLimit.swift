import Foundation
import Storage

/// 数据库极限 · Engine limit: how often the bare engine commits one row of an event's size, durably, in the same office's
/// database, each row by itself.
struct EngineLimit {
  let database: any Database
  let seconds: Double

  /// Commits in a second while so many write at once, each under a key of his own, so that nobody commits for another.
  /// SQLite knows one writer: there one stands for all.
  func commits(clients: Int) async throws -> Double {
    try await prepare()
    let clients = database.dialect == .sqlite ? 1 : clients
    let began = ContinuousClock.now
    let end = began + .seconds(seconds)
    let database = database
    let count = try await withThrowingTaskGroup { group in
      for _ in 0..<clients {
        group.addTask {
          let key = UUIDv7()
          var count = 0
          while ContinuousClock.now < end {
            let row = UUIDv7()
            _ = try await database.write(serial: key) { tx in
              try tx.run("INSERT INTO bench_limit (id, body) VALUES (\(row), \(Self.body))")
            }
            count += 1
          }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
    let took = Load.milliseconds(began.duration(to: .now)) / 1000
    _ = try await database.write(serial: nil) { try $0.run("DROP TABLE bench_limit") }
    return Double(count) / took
  }

  private func prepare() async throws {
    try await database.write(serial: nil) { tx in
      try tx.run("DROP TABLE IF EXISTS bench_limit")
      try tx.run(
        tx.dialect == .sqlite
          ? "CREATE TABLE bench_limit (id BLOB PRIMARY KEY, body BLOB NOT NULL) STRICT"
          : "CREATE TABLE bench_limit (id uuid PRIMARY KEY, body bytea NOT NULL)")
    }
  }

  private static let body = [UInt8](repeating: 0x5A, count: 1_000)
}
