import App
import ArgumentParser
import Cases
import Intake
import Kernel
import Registry
import Storage
import WorkCalendar

/// 冲突核对用时 · conflicts: how long the conflict check takes over a filled office, for people spread over the years: at the
/// counter, where somebody is against one who was helped here, and for an assignment, with all its candidates.
struct ConflictsVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "冲突核对 · Measures the conflict check over a filled database")
  @Option(help: "sqlite:PATH or postgresql://…") var database: String
  @Option(help: "Where files and keys lie; beside the SQLite file unless given.") var data: String?

  func run() async throws {
    let office = try await Office.open(try Settings(Settings.Flags(database: database, data: data)))
    let database = office.services.database
    guard let county = try await database.read({ try CountyTable.all($0).first }) else { throw ExitCode(1) }
    let (system, today) = (Principal.system(county.id), county.businessDay ?? office.services.clock.today)
    let cases = try await sample(office)
    let parties = try await database.read {
      try $0.value("SELECT COUNT(*) FROM party WHERE county = \(county.id)", as: Int.self) ?? 0
    }
    say("\(parties) parties, one check after the other, times in ms\n")
    say("| check | p50 | p95 | slowest |\n|---|---:|---:|---:|")
    try await show("counter", of: cases) { one, reader in
      let hash: [UInt8]? = try reader.value("SELECT identity_hash FROM person WHERE id = \(one.recipient)")
      _ = try OtherSideTable.of(
        .init(opposing: [one.recipientName], applicant: one.recipientName, opposingHash: hash, applicantHash: hash),
        for: system, reader)
    }
    try await show("near names alone", of: cases) { one, reader in
      _ = try AlikeNames.of([one.recipientName], in: county.id, reader)
    }
    try await show("assignment", of: cases) { one, reader in _ = try Conflicts(one, on: today, reader) }
    try await show("assignment, all candidates ranked", of: cases) { one, reader in
      _ = try AssignmentDesk([one], in: county.id, on: today, reader).candidates(for: one.id)
    }
    await database.close()

    func show(
      _ name: String, of cases: [AidCase], _ check: @escaping @Sendable (AidCase, any Reader) throws -> Void
    ) async throws {
      var times: [Double] = []
      for one in cases {
        let began = ContinuousClock.now
        try await database.read { try check(one, $0) }
        times.append(began.duration(to: .now) / .milliseconds(1))
      }
      let measured = Load.Measured(times: times, failures: 0, seconds: 1, bytes: 0)
      let shown = [0.5, 0.95, 1].map { MeasureRow.ms(measured.percentile($0)) }
      say("| " + ([name] + shown).joined(separator: " | ") + " |")
    }
  }

  private func sample(_ office: Office) async throws -> [AidCase] {
    let sample = try await SampleTable.load(office)
    return try await office.services.database.read { reader in
      guard let county = try CountyTable.all(reader).first else { return [] }
      return try sample.cases.compactMap(CaseID.init).map {
        try CaseTable.one($0, for: .system(county.id), reader)
      }
    }
  }
}
