import Foundation
package import Kernel
import Registry

/// 设立码 · Setup code: who reads the server's console may set the office up in a browser, and nobody else: without it
/// the first stranger on the network could make himself administrator. It lies in the data directory (0600) until the
/// office is set up, is made anew at each start, and works once.
package struct SetupCode: Sendable {
  private let path: String

  package init(_ directory: DataDirectory) { path = directory.root + "/setup-code" }

  /// A new code; the one before is worth nothing from now on.
  package func issue() throws -> String {
    let code = Password.oneTime()
    try? FileManager.default.removeItem(atPath: path)
    try write(code)
    return code
  }

  /// Whether it is the code; case, spaces and hyphens are forgiven.
  func matches(_ typed: String) -> Bool {
    guard let code = try? String(contentsOfFile: path, encoding: .utf8) else { return false }
    let (wanted, given) = (Self.tidy(code), Self.tidy(typed))
    guard wanted.count == given.count else { return false }
    return zip(wanted, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// Uses the code up while `body` founds the office: of two browsers that send it at once, one founds. Nil for who comes
  /// second; where the founding fails the code is good again.
  func claim<T: Sendable>(_ body: () async throws -> T) async throws -> T? {
    let taken = path + ".taken"
    do { try FileManager.default.moveItem(atPath: path, toPath: taken) } catch { return nil }
    do {
      let result = try await body()
      try? FileManager.default.removeItem(atPath: taken)
      return result
    } catch {
      try? FileManager.default.moveItem(atPath: taken, toPath: path)
      throw error
    }
  }

  private func write(_ code: String) throws {
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(code.utf8), attributes: [.posixPermissions: 0o600])
    else { throw YAMLFault("\(path) cannot be written: give the data directory to the user that runs the service") }
  }

  private static func tidy(_ typed: String) -> [UInt8] {
    typed.uppercased().filter { $0.isLetter || $0.isNumber }.utf8.map(\.self)
  }
}
