import Synchronization

/// The connections: opened when first needed, given back when usable, replaced when not.
final class PostgresPool: Sendable {
  private struct State {
    var idle: [PostgresConnection] = []
    var isClosed = false
  }

  private let url: String
  private let limits: PostgresLimits
  private let places: Gate
  /// Whoever keeps a connection needs another for his work: half of them at most are kept.
  private let keepers: Gate
  private let state = Mutex(State())

  init(url: String, limits: PostgresLimits) {
    self.url = url
    self.limits = limits
    places = Gate(places: limits.connections)
    keepers = Gate(places: max(1, limits.connections / 2))
  }

  func use<T: Sendable>(_ body: @Sendable @escaping (PostgresSession) throws -> T) async throws -> T {
    try await places.enter(within: limits.wait)
    defer { places.leave() }
    let connection = try take()
    let answer = await connection.perform(body)
    if !(answer.isUsable && giveBack(connection)) { await connection.close() }
    return try answer.result.get()
  }

  var load: DatabaseLoad { places.load }

  /// Keeps a connection, and in it the lock of a key, while the body runs elsewhere; nil: somebody else has the lock.
  func hold<T: Sendable>(_ key: UUIDv7, _ body: () async throws -> T) async throws -> T? {
    try await keepers.enter(within: limits.wait)
    defer { keepers.leave() }
    try await places.enter(within: limits.wait)
    defer { places.leave() }
    let connection = try take()
    do {
      guard try await connection.perform({ try $0.takeLock(key) }).result.get() else {
        if !giveBack(connection) { await connection.close() }
        return nil
      }
      let result = try await body()
      let answer = await connection.perform { $0.release(key) }
      if !(answer.isUsable && giveBack(connection)) { await connection.close() }
      return result
    } catch {
      // The lock goes with the connection.
      await connection.close()
      throw error
    }
  }

  /// After one connection was lost the others probably are too.
  func dropIdle() async {
    let idle = state.withLock { state in
      defer { state.idle = [] }
      return state.idle
    }
    for connection in idle { await connection.close() }
  }

  func close() async {
    state.withLock { $0.isClosed = true }
    await dropIdle()
    // Whoever still holds a connection gives its place back when done.
    for _ in 0..<limits.connections { try? await places.enter(within: limits.statement) }
    for _ in 0..<limits.connections { places.leave() }
  }

  private func take() throws -> PostgresConnection {
    try state.withLock { state in
      if state.isClosed { throw StorageError.unavailable("the database was closed") }
      return state.idle.popLast() ?? PostgresConnection(url: url, limits: limits)
    }
  }

  private func giveBack(_ connection: PostgresConnection) -> Bool {
    state.withLock { state in
      if state.isClosed { return false }
      state.idle.append(connection)
      return true
    }
  }
}
