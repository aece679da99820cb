import Foundation

/// 命令行 · Runs the built binary as an office's scripts would.
struct Verb {
  struct Answer {
    let status: Int32
    let output: String
    let errors: String

    var json: Any? { try? JSONSerialization.jsonObject(with: Data(output.utf8)) }
  }

  /// A folder of its own, with the database every verb is pointed at.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "legalaid-verb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func file(_ name: String, _ text: String) throws -> String {
    let url = folder.appending(path: name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  @discardableResult
  func run(_ arguments: String..., onOffice: Bool = true) throws -> Answer {
    try run(onOffice ? arguments + ["--database", "sqlite:\(folder.path)/office.sqlite"] : arguments)
  }

  /// Exactly these arguments, with what the environment says besides.
  @discardableResult
  func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Answer {
    let (process, output, errors) = try start(arguments, false, environment)
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  func start(
    _ arguments: [String], _ onOffice: Bool = true, _ environment: [String: String] = [:]
  ) throws -> (Process, Pipe, URL) {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments + (onOffice ? ["--database", "sqlite:\(folder.path)/office.sqlite"] : [])
    process.environment = environment.merging(["PATH": "/usr/bin:/bin", "HOME": folder.path]) { $1 }
    process.currentDirectoryURL = folder
    let (output, errors) = (Pipe(), folder.appending(path: "errors-\(UUID().uuidString)"))
    _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return (process, output, errors)
  }

  /// The binary stands beside the test program.
  private static let binary = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    .appending(path: "legalaid")

  static let office = """
    county: {name: 青禾县, code: "320999", short: 青}
    centre: {name: 青禾县法律援助中心, address: 人民路18号, phone: 0500-8812348}
    townships: [城关镇, 河东镇]
    packs: []
    hardshipLine: {amount: 1600.00, unit: month, lookbackMonths: 12, from: 2016-01-01, source: 县政府文件}
    administrator: {login: admin, name: 张三}
    """
}
