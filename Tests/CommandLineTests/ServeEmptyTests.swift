import Foundation
import Testing

/// 空办公室的服务 · `serve --create` says on the console how the office is set up; without the flag a wrong path stays a fault.
@Suite(.timeLimit(.minutes(2))) struct ServeEmptyTests {
  @Test func saysTheSetupCode() throws {
    let verb = try Verb()
    defer { verb.remove() }
    let refused = try verb.run("serve", "--port", "0")
    #expect(refused.status == 1)
    let (server, output, errors) = try verb.start(["serve", "--create", "--port", "0"])
    defer { server.terminate() }
    _ = output.fileHandleForReading.availableData
    let said = try String(contentsOf: errors, encoding: .utf8)
    let code = try #require(said.firstMatch(of: /[A-Z0-9]{4}(-[A-Z0-9]{4}){3}/)).0
    #expect(said.contains("/setup"))
    let file = verb.folder.path + "/office.sqlite.d/setup-code"
    #expect(try String(contentsOfFile: file, encoding: .utf8) == String(code))
    let modes = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(modes as? Int == 0o600)
  }
}
