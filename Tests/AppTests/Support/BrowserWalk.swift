import App
import Foundation
import Localization
import TestSupport

/// 浏览器走查 · A walk through a headless Chromium: `tools/browser/walk.py` takes the steps and says what it found.
enum BrowserWalk {
  struct Step: Encodable, Sendable {
    var open: String?
    var signIn: [String: String]?
    var look: String?
    var draw: [[Int]]?
    var click: String?
    var fill: [String: String]?
    var pass: Int?
    var expect: String?
    var expectNot: String?
    var expectFields: [String: String]?

    init(open: String) { self.open = open }
    init(look: String) { self.look = look }
    /// Strokes on the page's canvas, in hundredths of its sides.
    init(draw: [[Int]]) { self.draw = draw }
    init(click: String) { self.click = click }
    /// Fields by their names or labels.
    init(fill: [String: String]) { self.fill = fill }
    /// Minutes on the page's clock.
    init(pass: Int) { self.pass = pass }
    init(expect: String) { self.expect = expect }
    init(expectNot: String) { self.expectNot = expectNot }
    init(expectFields: [String: String]) { self.expectFields = expectFields }
    init(signIn login: String) { signIn = ["login": login, "password": DemoStaff.password] }
  }

  struct Report: Decodable, Sendable {
    struct Taken: Decodable, Sendable {
      let path: String
      let problems: [String]
    }

    let steps: [Taken]
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// `widths`: what is looked at; the walk itself is taken at the first. `LEGALAID_SCREENSHOTS` names a folder that keeps
  /// the pictures; without it none are taken.
  static func run(
    _ steps: [Step], at address: String, in language: Language, widths: String = "1280,390", scratch: Scratch
  ) async throws -> Report {
    let root = Checkout.root.path
    let python = root + "/.venv/bin/python"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      throw Failure(description: "no .venv: run scripts/venv first")
    }
    let kept = ProcessInfo.processInfo.environment["LEGALAID_SCREENSHOTS"].map { ["--out", $0] } ?? []
    let file = try scratch.write([UInt8](JSONEncoder().encode(steps)), "steps.json")
    let status = try await finish(
      python,
      [
        root + "/tools/browser/walk.py", "--base", address, "--language", language.rawValue, "--widths", widths,
      ] + kept + [file], into: scratch)
    let said = try String(contentsOf: scratch.url.appending(path: "report"), encoding: .utf8)
    guard status == 0 || status == 1, said.hasPrefix("{") else {
      throw Failure(description: try String(contentsOf: scratch.url.appending(path: "complaints"), encoding: .utf8))
    }
    return try JSONDecoder().decode(Report.self, from: Data(said.utf8))
  }

  /// Waits without holding a thread: the server that is walked through needs them.
  private static func finish(_ program: String, _ arguments: [String], into scratch: Scratch) async throws -> Int32
  {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: scratch.write([], "report")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: scratch.write([], "complaints")))
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }
}
