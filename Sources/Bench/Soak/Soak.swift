import App
import Foundation
import Kernel
import Storage
import Synchronization

/// 断电试验 · Soak: people work, harm is done at random instants, and afterwards everything that was acknowledged must stand in the records, once, with its papers made.
struct Soak {
  let program: String
  let database: String
  let data: String?
  let port: UInt16
  let clients: Int
  let seed: UInt64
  let harm: SoakHarm
  /// No more often than this, and not after so many seconds.
  let times: Int
  let seconds: Double
  /// A PostgreSQL that is ours to harm.
  var cluster: PostgresCluster?
  /// A disk that is ours to harm, on which the office or its PostgreSQL lies.
  var disk: SmallDisk?
  /// On a slow machine it goes on until so much harm was done and so many submissions were acknowledged.
  var least = (times: 0, acknowledged: 0)

  struct Outcome {
    let ledger: SoakLedger.Entries
    let seconds: Double
    /// Until the first page was answered again, in milliseconds, ascending.
    let backAfter: [Double]
    let verdict: SoakVerdict
    let endedCleanly: Bool
    let isVerified: Bool

    var times: Int { backAfter.count }
  }

  func run() async throws -> Outcome {
    let stage = try SoakStage(self)
    let settings = try Settings(Settings.Flags(database: stage.database, data: data))
    // A disk that is repaired may be open to nobody.
    let watching = harm.isOfTheDisk ? nil : try await Office.open(settings, migrating: false)
    let ledger = stage.ledger
    let over = Over()
    let group = DispatchGroup()
    let visitors = try SoakStep.visitors(port)
    stage.visitors = visitors
    for index in 0..<clients {
      group.enter()
      Thread.detachNewThread { [port] in
        SoakWorker(index, visitors, ledger, port: port, isOver: { over.isOver }).work()
        group.leave()
      }
    }
    var random = SeededRandom(seed: seed)
    var backAfter: [Double] = []
    let began = ContinuousClock.now
    while backAfter.count < times,
      began.duration(to: .now) < .seconds(seconds) || backAfter.count < least.times
        || ledger.all.acknowledged < least.acknowledged
    {
      try await Task.sleep(for: .milliseconds(random.number(20...900)))
      let harmed = ContinuousClock.now
      let relieved = try await harm.befall(stage, watching?.services.database, &random)
      if harm.isOfTheDisk { try stage.waitForWork() } else { try stage.waitForPage() }
      backAfter.append(Load.milliseconds((relieved ?? harmed).duration(to: .now)))
      try await harm.mend(stage, watching?.services.database, &random)
    }
    let took = Load.milliseconds(began.duration(to: .now)) / 1000
    over.end()
    group.wait()
    let office = if let watching { watching } else { try await Office.open(settings, migrating: false) }
    try await settle(office)
    let entries = ledger.all
    let verdict = try await office.services.database.read { try SoakVerdict(entries, $0) }
    await office.services.database.close()
    let end = try stage.end()
    return Outcome(
      ledger: entries, seconds: took, backAfter: backAfter.sorted(), verdict: verdict,
      endedCleanly: end.isClean, isVerified: end.isVerified)
  }

  /// Waits until the papers that were decided are made: a job whose server was killed is taken up by the next.
  private func settle(_ office: Office) async throws {
    let began = ContinuousClock.now
    while try await !isSettled(office) {
      guard began.duration(to: .now) < .seconds(900) else { return }
      try await Task.sleep(for: .milliseconds(200))
    }
  }
}

/// Asked of a database that may still be getting up.
private func isSettled(_ office: Office) async throws -> Bool {
  (try? await office.services.database.read { try SoakVerdict.waiting($0) }) == 0
}

final class Over: Sendable {
  private let flag = Mutex(false)
  var isOver: Bool { flag.withLock { $0 } }
  func end() { flag.withLock { $0 = true } }
}
