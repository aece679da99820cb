import App
import ArgumentParser
import Foundation
import Kernel
import Registry
import Storage

/// 测量 · measure: starts the real server over a filled database, signs in and asks.
struct MeasureVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "测量 · Measures the real server over a filled database")
  @Option(help: "sqlite:PATH or postgresql://…") var database: String
  @Option(help: "Where files and keys lie; beside the SQLite file unless given.") var data: String?
  @Option(help: "The program to measure.") var server: String
  @Option var port: UInt16 = 8397
  @Option(help: "How many ask at once.") var clients = 16
  @Option(help: "How long each kind of page is asked for.") var seconds = 5.0
  @Option(help: "Only the kinds of page whose name holds this.") var only: String?

  func run() async throws {
    let settings = try Settings(Settings.Flags(database: database, data: data))
    let office = try await Office.open(settings, migrating: false)
    let sample = try await SampleTable.load(office)
    await office.services.database.close()
    try measure(sample)
  }

  private func measure(_ sample: SampleTable) throws {
    let server = try ServerProcess(server, database: database, data: data, port: port)
    let idle = server.memory
    let scenarios = Scenario.all(sample).filter { only.map($0.name.contains) ?? true }
    var visitors: [String: Visitor] = [:]
    for login in Set(scenarios.map(\.login)).sorted() {
      visitors[login] = try Visitor(login, password: DemoStaff.password, port: port)
    }
    say("\(sample.total) cases, \(clients) clients, \(seconds) s a row, times in ms\n")
    MeasureRow.head("page")
    for scenario in scenarios {
      guard let visitor = visitors[scenario.login] else { continue }
      let requests = scenario.requests(visitor)
      let alone = Load(port: port, clients: 1, seconds: min(1, seconds)).run(requests)
      MeasureRow.show(scenario.name, Load(port: port, clients: clients, seconds: seconds).run(requests), alone)
    }
    say(
      "\nstart-up \(MeasureRow.ms(server.startUp)) ms; resident memory in MiB: idle \(MeasureRow.ms(idle)), "
        + "loaded \(MeasureRow.ms(server.memory)), at most \(MeasureRow.ms(server.mostMemory))")
    guard server.stop() else { throw ExitCode(1) }
  }
}
