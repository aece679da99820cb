import Foundation
import Testing

/// 用户命令 · Accounts and tokens from the command line, as whoever holds the data directory makes them.
@Suite struct UserVerbTests {
  @Test func anAccountIsAddedResetAndClosed() throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let added = try verb.run("user", "add", "li", "--name", "李四", "--role", "reviewer", "--role", "assigner")
    #expect(added.status == 0, "\(added.errors)")
    #expect(added.output.contains("青禾县法律援助中心"))
    let reset = try verb.run("user", "reset", "li")
    #expect(reset.status == 0)
    #expect(reset.output != added.output)
    #expect(try verb.run("user", "add", "li", "--name", "李四", "--role", "reviewer").errors.contains("taken"))
    #expect(try verb.run("user", "add", "wu", "--name", "吴", "--role", "king").status == 2)
    #expect(try verb.run("user", "disable", "li").status == 0)
    #expect(try verb.run("user", "reset", "nobody").status == 2)
    #expect(try verb.run("verify").status == 0)
  }

  @Test func aTokenIsPrintedOnceListedWithoutItAndRevoked() throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    try verb.run("user", "add", "li", "--name", "李四", "--role", "assigner")
    let made = try verb.run("user", "token", "li", "--purpose", "市平台", "--days", "30")
    #expect(made.status == 0, "\(made.errors)")
    let secret = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(secret.hasPrefix("lat_"))
    let listed = try verb.run("user", "token", "list", "--format", "json")
    #expect(!listed.output.contains(secret))
    let id = try #require((listed.json as? [[String: Any]])?.first?["id"] as? String)
    #expect(try verb.run("user", "token", "revoke", id).status == 0)
    #expect(try verb.run("user", "token", "list").output.contains("revoked"))
    #expect(try verb.run("user", "token", "li", "--purpose", "市平台", "--days", "400").status == 1)
  }
}
