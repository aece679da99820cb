import Foundation

/// An independent reader: a Python script with openpyxl, its arguments, its standard output as JSON.
enum Python {
  struct Failure: Error, CustomStringConvertible { let description: String }

  static func run<Answer: Decodable>(
    _ script: String, _ arguments: [String] = [], as: Answer.Type = Answer.self
  ) throws -> Answer {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = try interpreter()
    process.arguments = ["-c", script] + arguments
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: String(decoding: complaint, as: UTF8.self))
    }
    return try JSONDecoder().decode(Answer.self, from: answer)
  }

  private static func interpreter() throws -> URL {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let path = ProcessInfo.processInfo.environment["LEGALAID_PYTHON"] ?? root.path + "/.venv/bin/python"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Failure(description: "No Python with openpyxl at \(path): make the .venv, or set LEGALAID_PYTHON.")
    }
    return URL(filePath: path)
  }
}
