import App
import ArgumentParser
import Kernel
import Registry
import Storage
import WorkCalendar

/// 服务 · serve: migrates, then serves; SIGTERM lets running requests end and exits 0.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "服务 · Migrates, then serves the pages")
  @OptionGroup var place: OfficeOptions
  @Option var host: String?
  @Option var port: Int?
  @Option(help: "The address the public uses: in links, QR codes; https makes cookies Secure.") var baseURL: String?
  @Option(name: .customLong("trusted-proxy"), help: "Whose forwarded addresses are believed.")
  var trustedProxies: [String] = []
  @Option(
    help: "HOST:PORT, or a port of this machine, where /metrics is answered for Prometheus; nowhere unless given.")
  var metrics: String?
  @Flag(help: "Makes an empty office where there is none; it is set up in the browser.") var create = false
  @Option(help: "Moves the fixed business day of a demo.") var today: String?

  func run() async throws {
    var flags = place.flags
    (flags.host, flags.port, flags.baseURL, flags.trustedProxies) = (host, port, baseURL, trustedProxies)
    flags.metrics = metrics
    let settings = try Settings(flags)
    let real = try await Office.open(settings, create: create)
    let office = try await atBusinessDay(real, settings)
    try await office.serve(settings)
    try await office.finish()
  }

  /// A demo of a past year lives on its fixed day and is served on loopback only.
  private func atBusinessDay(_ office: Office, _ settings: Settings) async throws -> Office {
    let county = try await office.services.database.read { try CountyTable.all($0) }.first
    guard let county, county.isDemo else {
      if today != nil { throw ValidationError("--today is for a demo; this database is not one") }
      return office
    }
    guard ["127.0.0.1", "localhost", "::1"].contains(settings.host) else {
      throw ValidationError("a demo has no second factors: it is served on 127.0.0.1 only")
    }
    guard let day = try chosenDay() ?? county.businessDay else { return office }
    return office.at(.on(day))
  }

  private func chosenDay() throws -> Day? {
    guard let today else { return nil }
    guard let day = Day(today) else { throw ValidationError("--today \(today): a day such as 2016-12-31") }
    return day
  }
}
