package import Foundation
import Storage

/// 测试服务器 · The server of `LEGALAID_TEST_POSTGRES`, or else one of our own that ends with this process.
package enum PostgresServer {
  /// Gives the body an address at which everything happens in a schema of its own.
  package static func withSchema(_ body: (String) async throws -> Void) async throws {
    let schema = try await freshSchema()
    try await body(schema.address)
    try await drop(schema.name)
  }

  /// A schema nobody used before; it goes with the server.
  package static func freshSchema() async throws -> (name: String, address: String) {
    let server = try await address.value
    let schema = "test_" + UUIDv7().description.replacing("-", with: "")
    try await maintain("CREATE SCHEMA \(raw: schema)")
    return (schema, server + (server.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(schema)")
  }

  private static func drop(_ schema: String) async throws {
    try await maintain("DROP SCHEMA \(raw: schema) CASCADE")
  }

  private static func maintain(_ statement: SQL) async throws {
    let maintenance = try await openDatabase(url: try await address.value)
    _ = try await maintenance.write(serial: nil) { try $0.run(statement) }
    await maintenance.close()
  }

  private static let address = Task {
    try ProcessInfo.processInfo.environment["LEGALAID_TEST_POSTGRES"] ?? start()
  }

  /// A server that nobody else uses, for a test that does it harm; it ends with this process.
  package static func start(in folder: String = freshFolder()) throws -> String {
    try tell("start", folder, "\(ProcessInfo.processInfo.processIdentifier)")
  }

  package static func freshFolder() -> String {
    NSTemporaryDirectory() + "storage-postgres-" + UUIDv7().description
  }

  /// What `scripts/postgres-test` answers.
  @discardableResult
  package static func tell(_ verb: String, _ folder: String, _ argument: String...) throws -> String {
    let process = Process()
    process.executableURL = Checkout.root.appending(path: "scripts/postgres-test")
    process.arguments = [verb, folder] + argument
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw StorageError.unavailable("scripts/postgres-test failed") }
    return String(decoding: answer, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// 工程目录 · Where this checkout is: found from this very file.
package enum Checkout {
  package static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
