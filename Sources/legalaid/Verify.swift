import App
import ArgumentParser
import Kernel
import Registry
import Storage
import WorkCalendar

/// 校验 · verify: every event hash, the chain's head against its checkpoints, every paper's file and signature.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "校验 · Re-computes the event chain, its checkpoints, and every paper's hash and signature")
  @OptionGroup var office: OfficeOptions
  @Option(help: "Spares papers decided before that day; the chain is always walked whole.") var since: String?

  func run() async throws {
    let since = try since.map { text in
      guard let day = Day(text) else { throw ValidationError("--since \(text): a day such as 2016-01-01") }
      return day
    }
    let office = try await office.open()
    var isWhole = true
    if let damage = try await office.services.database.damage() {
      print("数据库损坏 the database is damaged: \(damage)")
      isWhole = false
    }
    for county in try await office.services.database.read({ try CountyTable.all($0) }) {
      if let fault = try await Integrity.firstFault(county, office.services, since: since) {
        print(fault)
        isWhole = false
      } else {
        print("\(county.code) \(county.name): 完好 whole")
      }
    }
    await office.services.database.close()
    if !isWhole { throw ExitCode(1) }
  }
}
