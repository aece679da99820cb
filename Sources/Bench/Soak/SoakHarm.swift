import App
import ArgumentParser
import Foundation
import Glibc
import Kernel
import Storage

/// 故障 · Harm: what is done to an office at work.
enum SoakHarm: String, CaseIterable, ExpressibleByArgument {
  /// The program is killed and started again.
  case server
  /// Of two programs behind a proxy one is killed, each in turn.
  case servers
  /// Every connection to PostgreSQL is cut, whatever it is in the middle of.
  case connections
  /// A process of PostgreSQL is killed, so that the whole of it falls down and recovers from its log.
  case database
  /// PostgreSQL is stopped in order, is away for a while, and is started again.
  case stopped
  /// Every statement that runs is cancelled, again and again for some moments.
  case cancelled
  /// PostgreSQL is killed, and its synchronous standby promoted.
  case standby
  /// The disk has no room left, until somebody makes some.
  case full
  /// The disk fails and can only be read, until it was repaired.
  case readonly

  var isOfTheDisk: Bool { self == .full || self == .readonly }

  /// - Returns: since when it could be back, where that is not the beginning.
  func befall(
    _ stage: SoakStage, _ database: (any Database)?, _ random: inout SeededRandom
  ) async throws -> ContinuousClock.Instant? {
    switch self {
    case .server:
      stage.kill(0)
      try stage.restart(0)
    case .servers: stage.kill(stage.turn)
    case .connections: await ask(database, "SELECT pg_terminate_backend(pid) AS done")
    case .database:
      let pids = try? await database?.read { reader in
        try reader.rows("SELECT pid FROM pg_stat_activity WHERE \(Self.others) ORDER BY pid")
          .map { try $0.get("pid", as: Int.self) }
      }
      if let pid = pids?.first { Glibc.kill(Int32(pid), SIGKILL) }
    case .stopped:
      if random.number(0...1) == 1 || !stage.clusters[0].stopSmart() { try stage.clusters[0].stopFast() }
      try stage.checkThatItIsSaid()
      try await pause(&random, upTo: 1_000)
      try stage.clusters[0].resume()
    case .cancelled:
      for _ in 0..<random.number(5...30) {
        await ask(database, "SELECT pg_cancel_backend(pid) AS done")
        try await pause(&random, upTo: 10)
      }
    case .standby:
      try stage.clusters[0].kill()
      try await pause(&random, upTo: 600)
      try stage.clusters[1].promote()
      stage.clusters.swapAt(0, 1)
    case .full:
      // PostgreSQL refuses what finds no room in a table, and gives up where its log finds none: either may come first.
      let endsLog = random.number(0...1) == 1
      try await refuse(stage, &random) { disk in
        try disk.fill()
        if endsLog { try? stage.clusters.first?.beginSegment() }
      }
      try stage.onDisk { try $0.free() }
      return .now
    case .readonly:
      try await refuse(stage, &random) { try $0.fail() }
      // Nothing on it may be open while it is repaired.
      if let cluster = stage.clusters.first { cluster.endWhatRuns() } else { stage.kill(0) }
      try stage.onDisk { try $0.mend() }
      if stage.clusters.isEmpty { try stage.restart(0) }
      return .now
    }
    return nil
  }

  /// Until a form was refused, and a while longer; looking goes on.
  private func refuse(
    _ stage: SoakStage, _ random: inout SeededRandom, _ harm: (SmallDisk) throws -> Void
  ) async throws {
    let before = stage.ledger.all.refused.values.reduce(0, +)
    try stage.onDisk(harm)
    let began = ContinuousClock.now
    while stage.ledger.all.refused.values.reduce(0, +) == before {
      guard began.duration(to: .now) < .seconds(60) else { throw SoakProblem.notRefused }
      try await Task.sleep(for: .milliseconds(5))
    }
    try await pause(&random, upTo: 1_000)
    stage.look()
  }

  /// Makes whole again what works without it too.
  func mend(_ stage: SoakStage, _ database: (any Database)?, _ random: inout SeededRandom) async throws {
    switch self {
    case .servers:
      try await pause(&random, upTo: 400)
      try stage.restart(stage.turn)
      stage.turn = (stage.turn + 1) % stage.servers.count
    case .standby:
      try stage.clusters[1].becomeStandby(of: stage.clusters[0])
      let began = ContinuousClock.now
      while (try? await database?.read { try $0.value(Self.followers, as: Int.self) }) != 1 {
        guard began.duration(to: .now) < .seconds(60) else { throw SoakProblem.tool("the standby does not follow") }
        try await Task.sleep(for: .milliseconds(20))
      }
    case .server, .connections, .database, .stopped, .cancelled, .full, .readonly: break
    }
  }

  /// The answer may be cut with the rest.
  private func ask(_ database: (any Database)?, _ what: SQL) async {
    _ = try? await database?.read { try $0.rows(what + " FROM pg_stat_activity WHERE \(Self.others) ORDER BY pid") }
  }

  private func pause(_ random: inout SeededRandom, upTo most: Int) async throws {
    try await Task.sleep(for: .milliseconds(random.number(0...most)))
  }

  private static let others: SQL = "pid <> pg_backend_pid() AND backend_type = 'client backend'"
  private static let followers: SQL = "SELECT COUNT(*) FROM pg_stat_replication WHERE sync_state = 'sync'"
}
