import ArgumentParser
import Foundation
import Glibc
import Kernel
import Storage

/// 故障 · Harm: what is done to an office at work.
enum SoakHarm: String, CaseIterable, ExpressibleByArgument {
  /// The program is killed and started again.
  case server
  /// Every connection to PostgreSQL is cut, whatever it is in the middle of.
  case connections
  /// A process of PostgreSQL is killed, so that the whole of it falls down and recovers from its log.
  case database

  func befall(_ server: inout ServerProcess, _ database: any Database, restart: () throws -> ServerProcess)
    async throws
  {
    switch self {
    case .server:
      server.kill()
      server = try restart()
    case .connections:
      // The answer may be cut with the rest.
      _ = try? await database.read { reader in
        try reader.rows(
          "SELECT pg_terminate_backend(pid) AS done FROM pg_stat_activity WHERE \(Self.others) ORDER BY pid")
      }
    case .database:
      let pids = try? await database.read { reader in
        try reader.rows("SELECT pid FROM pg_stat_activity WHERE \(Self.others) ORDER BY pid")
          .map { try $0.get("pid", as: Int.self) }
      }
      if let pid = pids?.first { Glibc.kill(Int32(pid), SIGKILL) }
    }
  }

  private static let others: SQL = "pid <> pg_backend_pid() AND backend_type = 'client backend'"
}
