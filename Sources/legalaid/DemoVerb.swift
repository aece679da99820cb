import App
import ArgumentParser
import Kernel
import Localization
import Registry
import Sheets
import Storage
import WorkCalendar

/// 演示 · demo: fills an empty database with a county's year through real actions.
struct DemoVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "演示 · Fills an empty database with a county's year")
  @OptionGroup var office: OfficeOptions
  @Option(help: "The same seed gives the same county.") var seed: UInt64 = 1
  @Option(help: "A whole past year instead of this one.") var year: Int?
  @Option(help: "Registered residents.") var population: Int = 120_000
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let office = try await office.open(create: true)
    let existing = try await office.services.database.read { try CountyTable.all($0) }
    guard existing.isEmpty else {
      throw Refusal(
        "demo.notEmpty",
        Text(
          "这个数据库已有\(existing[0].name)，演示需要空数据库。",
          "This database already holds \(existing[0].name): a demo needs an empty one."))
    }
    let demo = Demo(seed: seed, year: year, population: population, today: office.services.clock.today)
    let accounts = try await demo.fill(office) { Report.error("… \($0)") }
    try await office.finish()
    let sheet = Sheet(
      title: Text("演示账号", "Demo accounts"), columns: ["login", "password", "role", "agency"].map { Column($0) },
      rows: accounts.map { [.text($0.login), .text($0.password), .text($0.role), .text($0.agency)] })
    try output.print(sheet, json: accounts)
  }
}
