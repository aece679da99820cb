/// How much, and how long, before PostgreSQL counts as busy or gone.
struct PostgresLimits: Sendable {
  var connections = 8
  /// In line for a county, for a connection, and for a lock of the server.
  var wait = Duration.seconds(10)
  var connect = Duration.seconds(5)
  var statement = Duration.seconds(30)
  var idleInTransaction = Duration.seconds(60)
  /// How often a transaction that lost against another, or its connection, is run again.
  var retries = 8

  /// A random pause that doubles with each attempt: those who collided must not meet again.
  func pause(after attempt: Int) -> Duration {
    .microseconds(Int64.random(in: 1_000...(5_000 << Int64(min(attempt, 6)))))
  }
}
