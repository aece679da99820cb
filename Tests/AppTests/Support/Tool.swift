import Foundation

/// Runs an independent reader of what we write.
enum Tool {
  struct Answer: Sendable {
    let status: Int32
    let text: String
  }

  @discardableResult
  static func run(_ command: String..., input: String? = nil) throws -> Answer {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let (output, typed) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = output
    process.standardInput = typed
    try process.run()
    if let input { try typed.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
    try typed.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Answer(status: process.terminationStatus, text: String(decoding: data, as: UTF8.self))
  }
}

/// A folder that goes away with its owner.
final class Scratch: Sendable {
  let url = FileManager.default.temporaryDirectory.appending(path: "app-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  @discardableResult
  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try Data(bytes).write(to: url.appending(path: name))
    return path(name)
  }
}
