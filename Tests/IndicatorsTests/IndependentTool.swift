import Foundation
import TestSupport

/// 独立统计 · The count that knows only the documented columns: Python scripts of `tools/independent`.
enum IndependentTool {
  struct Failure: Error, CustomStringConvertible { let description: String }

  struct Figure: Decodable, Hashable {
    let numerator: Int
    let denominator: Int?
  }

  static func cases(_ options: [String], to path: String) throws {
    try run("make_cases.py", options).write(to: URL(filePath: path))
  }

  static func count(_ cases: String, plan: String, _ options: [String]) throws -> [String: Figure] {
    try JSONDecoder().decode([String: Figure].self, from: run("count_shares.py", [cases, plan] + options))
  }

  private static func run(_ script: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = try interpreter()
    process.arguments = [Checkout.root.appending(path: "tools/independent/\(script)").path] + arguments
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: String(decoding: complaint, as: UTF8.self))
    }
    return answer
  }

  private static func interpreter() throws -> URL {
    let path =
      ProcessInfo.processInfo.environment["LEGALAID_PYTHON"]
      ?? Checkout.root.appending(path: ".venv/bin/python").path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Failure(description: "No Python at \(path): make the .venv, or set LEGALAID_PYTHON.")
    }
    return URL(filePath: path)
  }
}
