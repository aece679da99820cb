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
      (.postgres, .standby), (.sqlite, .full), (.postgres, .full), (.sqlite, .readonly), (.postgres, .readonly),
    ])
  func nothingIsLost(_ engine: TestOffice.Engine, _ harm: SoakHarm) async throws {
    let place = NSTemporaryDirectory() + "soak-\(engine)-" + UUIDv7().description
    let disk = harm.isOfTheDisk ? SmallDisk(script: Self.script("small-disk"), folder: place) : nil
    // Only root may mount one: docs/reliability.md says how often the rest was tried.
    if let disk, !SmallDisk.isPossible(disk.script) { return }
    try disk?.make()
    // Who does harm to a PostgreSQL has it alone.
    let cluster =
      engine == .sqlite || [.server, .servers].contains(harm)
      ? nil : PostgresCluster(script: Self.script("postgres-test"), folder: place + (disk == nil ? "" : "/cluster"))
    let own = try cluster?.start()
    let filled = try await Filled(
      engine, cases: 20, at: own, in: disk.map { _ in engine == .sqlite ? place : nil } ?? nil)
    // A disk that is repaired may be open to nobody.
    if harm.isOfTheDisk { await filled.office.services.database.close() }
    let outcome = try await Soak(
      program: Self.program, database: filled.url, data: filled.folder.path + "/data",
      port: ServerProcess.freePort(), clients: 3,
      seed: 7, harm: harm,
      times: 1_000, seconds: 4, cluster: cluster, disk: disk, least: (times: 2, acknowledged: 20)
    ).run()
    #expect(outcome.verdict.findings == [])
    #expect(outcome.endedCleanly && outcome.isVerified)
    #expect(
      outcome.times >= 2 && outcome.ledger.acknowledged >= 20, "\(outcome.times), \(outcome.ledger.acknowledged)")
    #expect(outcome.verdict.papers > 0)
    if harm.isOfTheDisk {
      #expect(!outcome.ledger.refused.isEmpty && (engine == .postgres || outcome.ledger.shown > 0))
    }
    if harm == .server, engine == .sqlite {
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
    try disk?.remove()
  }

  private static func script(_ name: String) -> String { Checkout.root.appending(path: "scripts/\(name)").path }

  static let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    .appending(path: "legalaid").path
}
