import App
import ArgumentParser
import Foundation
import Kernel
import Registry
import Storage
import WorkCalendar

/// 用户 · user: accounts and the tokens of programs, for whoever holds the data directory.
struct UserVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "用户 · Adds, disables and resets accounts; makes and revokes tokens of programs",
    subcommands: [Add.self, Disable.self, Reset.self, TokenVerb.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "新增 · Adds an account; its one-time password is printed once")
    @OptionGroup var place: OfficeOptions
    @Argument(help: "The login: short, in small letters.") var login: String
    @Option(help: "The person's name.") var name: String
    @Option(help: "A role such as reviewer; may be repeated. `legalaid permissions` lists them.") var role: [String]
    @Option(help: "The agency's name; the centre unless given.") var agency: String?

    func run() async throws {
      let roles = try role.map { word in
        guard let role = Role(rawValue: word) else {
          throw ValidationError("--role \(word): \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return role
      }
      guard !roles.isEmpty else { throw ValidationError("--role: at least one role 至少一个岗位") }
      let desk = try await UserDesk(place)
      let agency = try await desk.agency(agency)
      let password = Password.oneTime()
      let hash = try await Password.hash(password)
      try await desk.run(
        AddUser(
          login: login, name: name, passwordHash: hash, grants: roles.map { Grant(role: $0, agency: agency.id) },
          from: desk.today))
      print("\(login.lowercased())  \(agency.name)  一次性密码 one-time password: \(password)")
    }
  }

  struct Disable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "停用 · Closes an account: its sessions and tokens end at once")
    @OptionGroup var place: OfficeOptions
    @Argument(help: "The login.") var login: String

    func run() async throws {
      let desk = try await UserDesk(place)
      try await desk.run(SetUserActive(desk.user(login).id, false))
      print("\(login) 已停用 is disabled")
    }
  }

  struct Reset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "重置密码 · Gives a new one-time password, printed once, and unlocks the account")
    @OptionGroup var place: OfficeOptions
    @Argument(help: "The login.") var login: String

    func run() async throws {
      let desk = try await UserDesk(place)
      let user = try await desk.user(login)
      let password = Password.oneTime()
      try await desk.run(ResetPassword(of: user.id, passwordHash: try await Password.hash(password)))
      print("\(login)  一次性密码 one-time password: \(password)")
    }
  }
}

/// The opened office of a `user` verb, closed again when its one action has run.
struct UserDesk {
  let office: Office
  let county: County
  let today: Day

  init(_ place: OfficeOptions) async throws {
    let opened = try await place.open()
    county = try await opened.onlyCounty()
    today = county.businessDay ?? opened.services.clock.today
    office = opened.onBusinessDay(of: county)
  }

  @discardableResult
  func run<A: Action>(_ action: A) async throws -> A.Outcome {
    let outcome = try await office.runner.run(action, as: .system(county.id))
    try await office.finish()
    return outcome
  }

  func user(_ login: String) async throws -> User {
    guard let user = try await office.services.database.read({ try UserTable.withLogin(login, $0) }) else {
      throw ValidationError("\(login): no such login 没有这个账号")
    }
    return user
  }

  func agency(_ name: String?) async throws -> Agency {
    try await office.services.database.read { [county] reader in
      guard let name else { return try AgencyTable.only(.centre, in: county.id, reader) }
      guard let found = try AgencyTable.all(county.id, reader).first(where: { $0.name == name }) else {
        throw ValidationError("--agency \(name): no such agency 没有这个机构")
      }
      return found
    }
  }
}
