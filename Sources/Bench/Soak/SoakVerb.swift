import ArgumentParser
import Foundation

/// 断电试验 · soak: kills the real server again and again while people work with it.
struct SoakVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "断电试验 · Kills the server at work again and again; nothing acknowledged may be lost")
  @Option(help: "sqlite:PATH or postgresql://… of a filled office") var database: String
  @Option(help: "Where files and keys lie; beside the SQLite file unless given.") var data: String?
  @Option(help: "The program to kill.") var server: String
  @Option var port: UInt16 = 8398
  @Option(help: "How many work at once.") var clients = 8
  @Option(
    help:
      "What is done to it: server, servers; of PostgreSQL: connections, database, stopped, cancelled, standby; of the disk: full, readonly."
  )
  var harm = SoakHarm.server
  @Option(help: "The folder of the PostgreSQL that is harmed, as given to scripts/postgres-test.") var cluster:
    String?
  @Option(help: "The small disk that is harmed, as given to scripts/small-disk.") var disk: String?
  @Option(help: "How often.") var times = 1_000
  @Option(help: "And no longer than this.") var seconds = 7_200.0
  @Option(help: "The same seed waits as long before each kill.") var seed: UInt64 = 1

  func run() async throws {
    let outcome = try await Soak(
      program: server, database: database, data: data, port: port, clients: clients, seed: seed, harm: harm,
      times: times, seconds: seconds,
      cluster: cluster.map { PostgresCluster(script: "scripts/postgres-test", folder: $0) },
      disk: disk.map { SmallDisk(script: "scripts/small-disk", folder: $0) }
    ).run()
    let ledger = outcome.ledger
    say("\(harm): \(outcome.times) times in \(Int(outcome.seconds)) s, \(clients) clients")
    say(
      "acknowledged \(ledger.acknowledged) submissions; \(ledger.repeated) of them were sent again for want of an answer"
    )
    say(
      "\(ledger.consultations.count) consultations, \(ledger.applications.count) applications, "
        + "\(ledger.applications.values.count { $0 == .granted }) granted")
    say("\(outcome.verdict.papers) papers made, \(outcome.verdict.sealed) of them sealed")
    for (title, count) in ledger.refused.sorted(by: { $0.key < $1.key }) {
      say("refused for now: \(title), \(count)")
    }
    if ledger.looked > 0 { say("\(ledger.looked) pages looked at meanwhile, \(ledger.shown) shown") }
    if let median = outcome.backAfter.dropFirst(outcome.times / 2).first, let most = outcome.backAfter.last {
      say("back after \(Int(median)) ms (median), \(Int(most)) ms (longest)")
    }
    for finding in outcome.verdict.findings.prefix(50) { say("LOST: \(finding)") }
    say(outcome.isVerified ? "verify: the chain holds" : "LOST: verify found a fault")
    guard outcome.verdict.findings.isEmpty, outcome.endedCleanly, outcome.isVerified else { throw ExitCode(1) }
    say("nothing lost, nothing twice")
  }
}
