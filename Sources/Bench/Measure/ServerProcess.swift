import Foundation
import Glibc

/// 被测服务 · Server process: the real program, started and stopped as an administrator would.
struct ServerProcess {
  let port: UInt16
  /// Until the first page was answered, in milliseconds.
  let startUp: Double
  private let process: Process

  /// - Parameter proxy: the port of a proxy on this machine, behind which it stands.
  init(_ program: String, database: String, data: String?, port: UInt16, behind proxy: UInt16? = nil) throws {
    self.port = port
    process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments =
      ["serve", "--database", database, "--port", String(port)] + (data.map { ["--data", $0] } ?? [])
      + (proxy.map { ["--base-url", "http://127.0.0.1:\($0)", "--trusted-proxy", "127.0.0.1"] } ?? [])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    // Or that one would be measured.
    guard Self.firstPage(at: port) == nil else {
      throw ConnectionProblem(
        what: "another server answers on port \(port) already: end it, or give --port")
    }
    let began = ContinuousClock.now
    try process.run()
    startUp = try Self.wait(for: port, process, since: began)
  }

  /// A port that nobody listens on now.
  static func freePort() -> UInt16 {
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(probe) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        if bind(probe, $0, size) == 0 { getsockname(probe, $0, &size) }
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  /// Resident memory in mebibytes.
  var memory: Double { Self.memory(process.processIdentifier, "VmRSS") }
  var mostMemory: Double { Self.memory(process.processIdentifier, "VmHWM") }

  /// Ends it as a power cut would: nothing is told, nothing is finished.
  func kill() {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// True where it ended cleanly.
  func stop() -> Bool {
    process.terminate()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static func wait(
    for port: UInt16, _ process: Process, since began: ContinuousClock.Instant
  ) throws -> Double {
    while began.duration(to: .now) < .seconds(60), process.isRunning {
      if firstPage(at: port)?.status == 200 { return Load.milliseconds(began.duration(to: .now)) }
      Thread.sleep(forTimeInterval: 0.002)
    }
    throw ConnectionProblem(what: "the server does not answer on port \(port)")
  }

  /// As whoever comes in gets it.
  static func firstPage(at port: UInt16) -> HTTPConnection.Answer? {
    try? HTTPConnection(port: port).ask(Array("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8))
  }

  private static func memory(_ id: Int32, _ field: String) -> Double {
    let status = (try? String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(field + ":") }
    let kibibytes = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap {
      Double($0)
    }
    return (kibibytes ?? 0) / 1024
  }
}
