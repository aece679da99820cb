import App
import ArgumentParser
import Foundation
import Kernel
import Localization
import Registry
import Sheets
import Storage
import WorkCalendar

/// 接口令牌 · user token: what programs send to the API.
struct TokenVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "接口令牌 · Makes, lists and revokes the tokens of programs",
    subcommands: [Make.self, List.self, Revoke.self], defaultSubcommand: Make.self)

  struct Make: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "签发 · Makes a token that acts as the user at one agency; printed once")
    @OptionGroup var place: OfficeOptions
    @Argument(help: "The login whose roles the program has.") var login: String
    @Option(help: "The agency's name; the centre unless given.") var agency: String?
    @Option(help: "How long it is valid, today included; at most 366.") var days: Int = 90
    @Option(help: "What it is for, as the list shows it.") var purpose: String

    func run() async throws {
      let desk = try await UserDesk(place)
      let (user, agency) = (try await desk.user(login), try await desk.agency(agency))
      let secret = APIToken.newSecret()
      try await desk.run(
        IssueToken(user: user.id, agency: agency.id, purpose: purpose, days: days, secret: secret))
      print(secret)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出 · Lists the tokens, never their secrets")
    @OptionGroup var place: OfficeOptions
    @Option(help: "table, json, csv or xlsx") var format: String = "table"

    func run() async throws {
      guard let format = TableFormat(rawValue: format) else {
        throw ValidationError("--format \(format): table, json, csv or xlsx")
      }
      let desk = try await UserDesk(place)
      let tokens = try await desk.office.services.database.read { [county = desk.county.id] in
        try APITokenTable.all(county, $0)
      }
      await desk.office.services.database.close()
      let bytes = try TableOutput.bytes(Self.sheet(tokens, desk.today), as: format, language: .zh, created: 0)
      FileHandle.standardOutput.write(Data(bytes))
    }

    private static func sheet(_ tokens: [APIToken], _ today: Day) -> Sheet {
      Sheet(
        title: Text("接口令牌", "API tokens"),
        columns: [
          Column("id", Text("标识", "Id")), Column("login", Text("账号", "Login")),
          Column("agency", Text("机构", "Agency")), Column("purpose", Text("用途", "Purpose")),
          Column("validTo", Text("有效期至", "Valid to")), Column("lastUsed", Text("最近使用", "Last used")),
          Column("state", Text("状态", "State")),
        ],
        rows: tokens.map { token in
          [
            .text(token.id.description), .text(token.login), .text(token.agencyName), .text(token.purpose),
            .text(token.validTo.description), token.lastUsedAt.map { .text($0.description) } ?? .empty,
            .text(
              token.isValid(on: today) ? "有效 valid" : token.revokedOn == nil ? "过期 expired" : "已吊销 revoked"),
          ]
        })
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "吊销 · Revokes a token at once")
    @OptionGroup var place: OfficeOptions
    @Argument(help: "Its id, as `user token list` shows it.") var id: String

    func run() async throws {
      guard let id = UUIDv7(id) else { throw ValidationError("\(id): the id that `user token list` shows") }
      let desk = try await UserDesk(place)
      try await desk.run(RevokeToken(id))
      print("已吊销 revoked")
    }
  }
}
