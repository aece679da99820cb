import Foundation
import Kernel
import Localization
import Logging
import ServiceLifecycle
import Storage
import UnixSignals
import Web
import WorkCalendar

/// 运行 · Runs an office: its pages and its jobs, until SIGTERM; running requests get ten seconds to end.
extension Office {
  package func serve(_ settings: Settings) async throws {
    if try await SetupRoutes.isEmpty(services) { try sayHowToSetUp() }
    let application = try web(settings) { port in
      // Written at once: whoever waits for the address reads it through a pipe.
      FileHandle.standardOutput.write(Data("http://\(settings.host):\(port ?? settings.port)\n".utf8))
    }
    try await sayWrongClock()
    var running: [ServiceGroupConfiguration.ServiceConfiguration] = [
      .init(service: application), .init(service: JobService(jobs: jobs)),
      .init(service: StatisticsService(database: services.database)),
    ]
    if let place = settings.metrics {
      let metrics = Metrics(services)
      running.append(
        .init(
          service: WebServer.makeMetrics(host: place.host, port: place.port, text: metrics.text) { port in
            FileHandle.standardOutput.write(
              Data("http://\(place.host):\(port ?? place.port)/metrics\n".utf8))
          }))
    }
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: running,
        gracefulShutdownSignals: [.sigterm, .sigint], logger: Logger(label: "legalaid")))
    try await group.run()
  }

  /// A machine whose clock battery is empty may start in the past, and be right a minute later: it is told, not refused.
  private func sayWrongClock() async throws {
    let now = services.clock.now()
    guard services.clock.isOfMachine,
      let newest = try await services.database.read({ try DoctorTable.newestEvent($0) }),
      newest > now.adding(minutes: WallClock.patience)
    else { return }
    let text = Refusal.clockBehind(now, newest).message
    FileHandle.standardError.write(Data("\(text.zh) \(text.en)\n".utf8))
  }

  /// 设立码 · Whoever reads the server's console may set the office up.
  private func sayHowToSetUp() throws {
    let code = try SetupCode(services.directory).issue()
    let words = """
      这里还没有办公室，请在浏览器打开 \(services.baseURL)\(SetupRoutes.path) 完成设立，设立码：\(code)
      No office here yet: open \(services.baseURL)\(SetupRoutes.path) in a browser; the setup code is \(code)

      """
    FileHandle.standardError.write(Data(words.utf8))
  }
}

/// Runs what was enqueued, soon after it was.
private struct JobService: Service {
  let jobs: JobRunner

  /// A trouble is logged when it begins and when it is over, not five times a second.
  func run() async throws {
    let logger = Logger(label: "jobs")
    var trouble: String?
    for await _ in Ticks.every(milliseconds: 200).cancelOnGracefulShutdown() {
      do {
        _ = try await jobs.drain()
        if trouble != nil { logger.notice("jobs run again") }
        trouble = nil
      } catch {
        let what = StorageError(ofDisk: error).map { "\($0)" } ?? "\(type(of: error))"
        if trouble != what { logger.error("jobs wait", metadata: ["error": "\(what)"]) }
        trouble = what
      }
    }
  }
}

/// Keeps the engine's picture of its tables true while they grow: at the start, after every migration therefore, and four
/// times a day.
private struct StatisticsService: Service {
  let database: any Database

  func run() async throws {
    for await _ in Ticks.every(milliseconds: 6 * 3_600_000).cancelOnGracefulShutdown() {
      try? await database.refreshStatistics()
    }
  }
}

/// A tick every so often, until nobody listens.
private enum Ticks {
  static func every(milliseconds: Int) -> AsyncStream<Void> {
    AsyncStream { continuation in
      let task = Task {
        while !Task.isCancelled {
          continuation.yield()
          try? await Task.sleep(for: .milliseconds(milliseconds))
        }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }
}
