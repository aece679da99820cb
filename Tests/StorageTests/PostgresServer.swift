import Foundation

@testable import Storage

/// The server of `LEGALAID_TEST_POSTGRES`, or else one of our own that ends with this process.
enum PostgresServer {
  /// Gives the body an address at which everything happens in a schema of its own.
  static func withSchema(_ body: (String) async throws -> Void) async throws {
    let server = try await address.value
    let schema = "test_" + UUIDv7().description.replacing("-", with: "")
    let maintenance = PostgresDatabase(url: server, limits: PostgresLimits(connections: 1))
    try await maintenance.write(serial: nil) { _ = try $0.run("CREATE SCHEMA \(raw: schema)") }
    try await body(server + (server.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(schema)")
    try await maintenance.write(serial: nil) { _ = try $0.run("DROP SCHEMA \(raw: schema) CASCADE") }
    await maintenance.close()
  }

  private static let address = Task {
    if let given = ProcessInfo.processInfo.environment["LEGALAID_TEST_POSTGRES"] { return given }
    let project = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let process = Process()
    process.executableURL = project.appending(path: "scripts/postgres-test")
    let folder = NSTemporaryDirectory() + "storage-postgres-" + UUIDv7().description
    process.arguments = ["start", folder, "\(ProcessInfo.processInfo.processIdentifier)"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw StorageError.unavailable("scripts/postgres-test failed") }
    return String(decoding: answer, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
