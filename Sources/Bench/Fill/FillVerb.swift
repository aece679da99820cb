import App
import ArgumentParser
import Kernel
import Registry
import Storage
import WorkCalendar

/// 造数 · fill: makes an empty database an office of so many cases.
struct FillVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "造数 · Makes an office of so many cases in an empty database")
  @Option(help: "sqlite:PATH or postgresql://…") var database: String
  @Option(help: "Where files and keys lie; beside the SQLite file unless given.") var data: String?
  @Option(help: "Cases granted over the years; some requests more are refused or withdrawn.") var cases = 10_000
  @Option(help: "The same seed makes the same people, cases and figures.") var seed: UInt64 = 1
  @Option(help: "The first year.") var from = 2016
  @Option(help: "The last year; the office lives on its last day.") var to = 2025

  func run() async throws {
    guard cases > 0, from <= to, (2013...2100).contains(from), (2013...2100).contains(to) else {
      throw ValidationError("--cases above 0, --from and --to from 2013 to 2100")
    }
    let settings = try Settings(Settings.Flags(database: database, data: data))
    let office = try await Office.open(settings, create: true)
    guard try await office.services.database.read({ try CountyTable.all($0) }).isEmpty else {
      throw ValidationError("this database already holds an office: fill an empty one")
    }
    let began = ContinuousClock.now
    try await FillOffice(seed: seed, cases: cases, first: from, last: to).fill(office) { done, rows in
      tell("… \(done) of \(cases) cases, \(rows) rows, \(began.duration(to: .now).components.seconds) s")
    }
    try await office.finish()
  }
}
