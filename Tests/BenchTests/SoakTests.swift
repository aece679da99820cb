import App
import Foundation
import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Bench

/// 断电试验 · A sample of `make soak`: the server is killed at work, and PostgreSQL is cut off and falls down under it.
/// Nothing acknowledged is lost, nothing is done twice.
@Suite(.serialized, .timeLimit(.minutes(20))) struct SoakTests {
  @Test(
    "Nothing acknowledged is lost",
    arguments: [
      (TestOffice.Engine.sqlite, SoakHarm.server), (.postgres, .server), (.postgres, .connections),
      (.postgres, .database), (.postgres, .servers), (.postgres, .stopped), (.postgres, .cancelled),
      (.postgres, .standby),
    ])
  func nothingIsLost(_ engine: TestOffice.Engine, _ harm: SoakHarm) async throws {
    // Who does harm to a PostgreSQL has it alone.
    let cluster =
      [.server, .servers].contains(harm)
      ? nil
      : PostgresCluster(
        script: Checkout.root.appending(path: "scripts/postgres-test").path,
        folder: NSTemporaryDirectory() + "soak-postgres-" + UUIDv7().description)
    let own = try cluster?.start()
    let filled = try await Filled(engine, cases: 20, at: own)
    let outcome = try await Soak(
      program: Self.program, database: filled.url, data: filled.folder.path + "/data",
      port: ServerProcess.freePort(), clients: 3,
      seed: 7, harm: harm,
      times: 1_000, seconds: 4, cluster: cluster, least: (times: 2, acknowledged: 20)
    ).run()
    #expect(outcome.verdict.findings == [])
    #expect(outcome.endedCleanly && outcome.isVerified)
    #expect(
      outcome.times >= 2 && outcome.ledger.acknowledged >= 20, "\(outcome.times), \(outcome.ledger.acknowledged)")
    #expect(outcome.verdict.papers > 0)
    if engine == .sqlite {
      // The verdict can fail: what was acknowledged and is not there is named.
      var ledger = outcome.ledger
      ledger.consultations.append("从未登记")
      ledger.applications["从未收到"] = .accepted
      let named = try await filled.office.services.database.read { [ledger] in
        try SoakVerdict(ledger, $0).findings
      }
      #expect(named.count == 2)
    }
    try await filled.close()
    try cluster?.stop()
  }

  static let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    .appending(path: "legalaid").path
}
