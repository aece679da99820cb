import App
import Foundation
import Kernel
import Storage
import TestSupport
import Testing

@testable import Bench

/// 测量抽样 · A sample of `make bench` over a small office: every kind of page that is measured is answered, and no answer is
/// a refusal, so that a figure is never that of an error page.
@Suite(.serialized, .timeLimit(.minutes(10))) struct MeasureTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func everyKindOfPageIsAnswered(_ engine: TestOffice.Engine) async throws {
    let filled = try await Filled(engine, cases: 60)
    let sample = try await SampleTable.load(filled.office)
    let port = ServerProcess.freePort()
    let server = try ServerProcess(
      SoakTests.program, database: filled.url, data: filled.folder.path + "/data", port: port)
    var visitors: [String: Visitor] = [:]
    for scenario in Scenario.all(sample) {
      let visitor =
        try visitors[scenario.login] ?? Visitor(scenario.login, password: DemoStaff.password, port: port)
      visitors[scenario.login] = visitor
      let measured = Load(port: port, clients: 4, seconds: 0.3).run(scenario.requests(visitor))
      #expect(measured.failures == 0 && measured.requests > 0, "\(scenario.name): \(measured.failures)")
    }
    #expect(server.memory > 10)
    #expect(server.stop())
    try await filled.close()
  }

  /// Each form that is measured is taken, and makes what it says.
  @Test(arguments: TestOffice.Engine.allCases)
  func everyFormIsTaken(_ engine: TestOffice.Engine) async throws {
    let filled = try await Filled(engine, cases: 20)
    let database = filled.office.services.database
    #expect(try await EngineLimit(database: database, seconds: 0.2).commits(clients: 4) > 0)
    let port = ServerProcess.freePort()
    let server = try ServerProcess(
      SoakTests.program, database: filled.url, data: filled.folder.path + "/data", port: port)
    let writing = try Writing(filled.office, port: port, clients: 4, forms: 16)
    try writing.consultations()
    try await writing.applications()
    let (granted, sealed) = try await database.read { reader in
      (
        try reader.value("SELECT COUNT(*) FROM aid_case WHERE cause LIKE '追索劳动报酬%之%'", as: Int.self),
        try reader.value("SELECT COUNT(*) FROM seal_use", as: Int.self)
      )
    }
    #expect(granted == 16 && (sealed ?? 0) >= 16)
    #expect(server.stop())
    try await filled.close()
  }
}
