import Foundation

/// 数据库集群 · Cluster: one server of `scripts/postgres-test`, which starts, stops and promotes it.
struct PostgresCluster {
  let script: String
  let folder: String

  /// Starts a new one, which ends with this process, and gives its address.
  func start() throws -> String { try tell("start", Self.owner) }
  func stop() throws { try tell("stop") }
  func kill() throws { try tell("halt", "kill") }
  func resume() throws { try tell("resume") }
  func promote() throws { try tell("promote") }
  var isRunning: Bool { (try? tell("running")) != nil }
  /// However it stands: nothing of it runs afterwards.
  func endWhatRuns() { if isRunning { try? kill() } }
  /// Its log begins a new file: without room for one it gives up altogether.
  func beginSegment() throws { try tell("segment") }
  func set(_ line: String) throws { try tell("set", line) }

  /// In order: those connected are turned out.
  func stopFast() throws { try tell("halt", "fast") }
  /// In order: those connected are waited for, a second long; false when they stayed.
  func stopSmart() -> Bool { (try? tell("halt", "smart")) != nil }

  /// A copy of the primary that follows it; what was here before goes.
  func becomeStandby(of primary: PostgresCluster) throws { try tell("standby", primary.folder, Self.owner) }

  /// One address of them all: whichever is the primary is taken.
  static func address(_ clusters: [PostgresCluster]) throws -> String {
    let hosts = try clusters.map { cluster in
      let port = try String(contentsOfFile: cluster.folder + "/port", encoding: .utf8)
      return "127.0.0.1:" + port.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    return "postgresql://legalaid@\(hosts.joined(separator: ","))/postgres"
  }

  private static var owner: String { String(ProcessInfo.processInfo.processIdentifier) }

  @discardableResult
  private func tell(_ verb: String, _ arguments: String...) throws -> String {
    try SoakScript.tell(script, [verb, folder] + arguments)
  }
}
