import App
import Foundation
import Kernel
import Storage
import TestSupport
import Testing

@testable import Bench

/// 边办边备份 · A backup taken while people work is whole: restored into either engine it has everything that was acknowledged
/// before it began, the same figures to the last digit, and a chain that verifies; papers that waited then are made.
@Suite(.serialized, .timeLimit(.minutes(10))) struct BackupUnderLoadTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func isWhole(_ engine: TestOffice.Engine) async throws {
    let filled = try await Filled(engine, cases: 20)
    let (data, copy) = (filled.folder.path + "/data", filled.folder.path + "/copy")
    let (before, all) = try await work(filled, data) {
      let backup = try Self.run(["backup", copy, "--database", filled.url, "--data", data])
      #expect(backup.status == 0, "\(backup.output)")
    }
    #expect(before.acknowledged >= 12 && all.acknowledged >= before.acknowledged)

    var figures: [String] = []
    for target in TestOffice.Engine.allCases {
      let own = filled.folder.path + "/\(target)"
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: data + "/keys", toPath: own + "/keys")
      let address =
        target == .sqlite ? "sqlite:\(own)/office.sqlite" : try await PostgresServer.freshSchema().address
      let there = ["--database", address, "--data", own]
      let restored = try Self.run(["restore", copy] + there)
      #expect(restored.status == 0, "\(restored.output)")
      #expect(try Self.run(["verify"] + there).status == 0)
      figures.append(try Self.run(["indicators", "--year", "2025", "--format", "json"] + there).output)
      let office = try await Office.open(
        Settings(Settings.Flags(database: address, data: own), environment: [:], file: "/nonexistent"),
        migrating: false)
      try await office.jobs.drain()
      let verdict = try await office.services.database.read { try SoakVerdict(before, $0) }
      #expect(verdict.findings == [])
      await office.services.database.close()
    }
    #expect(figures.count == 2 && figures[0] == figures[1] && figures[0].contains("\"K1\""))
    try await filled.close()
  }

  /// What was acknowledged before the body began, and in all. People work before, meanwhile and after.
  private func work(
    _ filled: Filled, _ data: String, _ body: () throws -> Void
  ) async throws -> (before: SoakLedger.Entries, all: SoakLedger.Entries) {
    let port = ServerProcess.freePort()
    let server = try ServerProcess(SoakTests.program, database: filled.url, data: data, port: port)
    let visitors = try SoakStep.visitors(port)
    let (ledger, over, group) = (SoakLedger(), Over(), DispatchGroup())
    for index in 0..<3 {
      group.enter()
      Thread.detachNewThread {
        SoakWorker(index, visitors, ledger, port: port, isOver: { over.isOver }).work()
        group.leave()
      }
    }
    defer {
      over.end()
      group.wait()
      #expect(server.stop())
    }
    ledger.wait(for: 12)
    let before = ledger.all
    try body()
    return (before, ledger.all)
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: SoakTests.program)
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
