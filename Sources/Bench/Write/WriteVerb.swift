import App
import ArgumentParser
import Foundation
import Kernel
import Storage

/// 写入 · write: starts the real server over a filled database and has many people save at once. What they save stays.
struct WriteVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "写入 · Measures saving, and the papers it makes, over a filled database")
  @Option(help: "sqlite:PATH or postgresql://…") var database: String
  @Option(help: "Where files and keys lie; beside the SQLite file unless given.") var data: String?
  @Option(help: "The program to measure.") var server: String
  @Option var port: UInt16 = 8397
  @Option(help: "How many save at once.") var clients = 16
  @Option(help: "How many forms of each kind are saved.") var forms = 800

  func run() async throws {
    guard forms >= 16, clients > 0 else { throw ValidationError("--forms 16 or more, --clients above 0") }
    let settings = try Settings(Settings.Flags(database: database, data: data))
    let office = try await Office.open(settings, migrating: false)
    let limit = EngineLimit(database: office.services.database, seconds: 3)
    let (many, one) = (try await limit.commits(clients: clients), try await limit.commits(clients: 1))
    say("\(clients) clients, \(forms) forms a row, times in ms")
    say("the bare engine commits \(Int(many)) rows a second for \(clients) clients, \(Int(one)) for one\n")
    let process = try ServerProcess(server, database: database, data: data, port: port)
    let writing = try Writing(office, port: port, clients: clients, forms: forms)
    MeasureRow.head("saved")
    try writing.consultations()
    try await writing.applications()
    await office.services.database.close()
    guard process.stop() else { throw ExitCode(1) }
  }
}
