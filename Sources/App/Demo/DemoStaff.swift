package import Kernel
package import Registry
import Storage
package import WorkCalendar

/// 演示账号 · Demo account: what `demo` prints.
package struct DemoAccount: Codable, Sendable {
  package let login: String
  package let password: String
  package let role: String
  package let agency: String
}

/// 演示人员 · Demo staff: a county with its agencies, its users and its legal aid persons, set up through the same actions
/// as any office.
package struct DemoStaff: Sendable {
  package static let password = "legalaid-demo"
  package static let setup = CountySetup(
    name: "青禾县", code: "320999", shortName: "青", centreName: "青禾县法律援助中心", centreAddress: "青禾县人民路18号",
    centrePhone: "0500-8812348", townships: ["城关镇", "河东镇", "柳塘乡", "南屏乡", "清水镇", "石桥镇"], isDemo: true)

  private struct Post {
    let login: String
    let name: String
    let role: Role
    let place: AgencyKind
    var township: String?
    var firm: String?
  }

  private static let firms = ["禾城律师事务所", "正平律师事务所"]
  private static let posts: [Post] = [
    Post(login: "admin", name: "张建国", role: .sysAdmin, place: .bureau),
    Post(login: "security", name: "许文", role: .securityAdmin, place: .bureau),
    Post(login: "auditor", name: "钱宁", role: .auditAdmin, place: .bureau),
    Post(login: "objections", name: "秦岚", role: .objectionReviewer, place: .bureau),
    Post(login: "leader", name: "马国强", role: .bureauLeader, place: .bureau),
    Post(login: "clerk", name: "孙莉", role: .stationClerk, place: .station, township: "河东镇"),
    Post(login: "clerk2", name: "吴敏", role: .stationClerk, place: .station, township: "柳塘乡"),
    Post(login: "receptionist", name: "李芳", role: .receptionist, place: .centre),
    Post(login: "reviewer", name: "陈洁", role: .reviewer, place: .centre),
    Post(login: "director", name: "刘卫国", role: .director, place: .centre),
    Post(login: "assigner", name: "周敏", role: .assigner, place: .centre),
    Post(login: "keeper", name: "何静", role: .sealKeeper, place: .centre),
    Post(login: "supervisor", name: "郑涛", role: .qualitySupervisor, place: .centre),
    Post(login: "archivist", name: "冯玉", role: .archivist, place: .centre),
    Post(login: "firm", name: "韩立", role: .firmManager, place: .lawFirm, firm: firms[0]),
    Post(login: "firm2", name: "曹阳", role: .firmManager, place: .lawFirm, firm: firms[1]),
    Post(login: "lawyer", name: "张静", role: .undertaker, place: .lawFirm, firm: firms[0]),
    Post(login: "lawyer2", name: "何涛", role: .undertaker, place: .lawFirm, firm: firms[0]),
    Post(login: "lawyer3", name: "沈洁", role: .undertaker, place: .lawFirm, firm: firms[1]),
    Post(login: "lawyer4", name: "高远", role: .undertaker, place: .centre),
  ]

  package let county: CountyID
  package let accounts: [DemoAccount]
  private let users: [String: UserID]

  /// Sets everything up on `day`; every account has the demo's password and no second factor.
  package static func found(_ office: Office, on day: Day, setup: CountySetup = Self.setup) async throws
    -> DemoStaff
  {
    let county = try await FoundCounty.run(setup, office.runner)
    let system = Principal.system(county)
    let bureau = try await office.services.database.read { try AgencyTable.only(.bureau, in: county, $0) }
    for firm in firms {
      try await office.runner.run(AddAgency(kind: .lawFirm, name: firm, parent: bureau.id), as: system)
    }
    let hash = try await Password.hash(password)
    var users: [String: UserID] = [:]
    var accounts: [DemoAccount] = []
    for post in posts {
      let agency = try await agency(of: post, county, office)
      let user = try await office.runner.run(
        AddUser(
          login: post.login, name: post.name, passwordHash: hash, mustChange: false,
          grants: [Grant(role: post.role, agency: agency.id)], from: day), as: system)
      users[post.login] = user
      accounts.append(
        DemoAccount(login: post.login, password: password, role: post.role.rawValue, agency: agency.name))
      if post.role == .undertaker { try await addLawyer(post, user, agency, day, system, office) }
    }
    return DemoStaff(county: county, accounts: accounts, users: users)
  }

  /// Who an account is, on a day.
  package func principal(_ login: String, _ office: Office) async throws -> Principal {
    let day = office.services.clock.today
    return try await office.services.database.read { reader in
      guard let id = users[login], let user = try UserTable.of(id, reader),
        let principal = try UserTable.principal(user, at: nil, on: day, reader)
      else { throw Refusal.notFound }
      return principal
    }
  }

  package func user(_ login: String) -> UserID? { users[login] }

  private static func agency(of post: Post, _ county: CountyID, _ office: Office) async throws -> Agency {
    try await office.services.database.read { reader in
      if let township = post.township, let station = try AgencyTable.station(of: township, in: county, reader) {
        return station
      }
      if let firm = post.firm, let found = try AgencyTable.named(firm, .lawFirm, in: county, reader) {
        return found
      }
      return try AgencyTable.only(post.place, in: county, reader)
    }
  }

  private static func licence(of login: String, _ year: Int) -> String {
    let serial = login.utf8.reduce(0) { ($0 * 7 + Int($1)) % 899_999 }
    return "13209\(year)1\(100_000 + serial)"
  }

  private static func addLawyer(
    _ post: Post, _ user: UserID, _ agency: Agency, _ day: Day, _ system: Principal, _ office: Office
  ) async throws {
    let specialties = ["lawyer": ["labour"], "lawyer2": ["family"], "lawyer3": ["traffic", "labour"]]
    try await office.runner.run(
      AddLegalAidPerson(
        name: post.name, kind: post.place == .centre ? .centreLawyer : .lawFirmLawyer, unit: agency.id, user: user,
        licenceNumber: licence(of: post.login, day.year - 9),
        firstLicensedOn: day.adding(months: -108), licenceValidTo: day.adding(months: 36),
        specialties: specialties[post.login] ?? []), as: system)
  }
}
