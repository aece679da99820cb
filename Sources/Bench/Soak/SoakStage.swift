import Foundation

/// 试验现场 · Stage: what people work with in a soak: the program, twice behind a proxy where that is tried, and the PostgreSQL
/// under it, with a standby where one is promoted.
final class SoakStage {
  /// What the program is given.
  let database: String
  let program: String
  let data: String?
  /// Where people come in.
  let port: UInt16
  private(set) var servers: [ServerProcess] = []
  private(set) var ports: [UInt16] = []
  /// The primary first.
  var clusters: [PostgresCluster]
  /// Which server is harmed next.
  var turn = 0
  private var proxy: ProxyProcess?

  init(_ soak: Soak) throws {
    (program, data, port) = (soak.program, soak.data, soak.port)
    clusters = soak.cluster.map { [$0] } ?? []
    guard soak.harm != .stopped && soak.harm != .standby || soak.cluster != nil else { throw SoakProblem.noCluster }
    if soak.harm == .standby, let primary = soak.cluster {
      let standby = PostgresCluster(script: primary.script, folder: primary.folder + "-standby")
      // Before the standby is made, so that its copy of the settings says so too.
      try primary.set("synchronous_standby_names = '*'")
      try standby.becomeStandby(of: primary)
      clusters.append(standby)
      database = try PostgresCluster.address(clusters)
    } else {
      database = soak.database
    }
    ports = soak.harm == .servers ? [ServerProcess.freePort(), ServerProcess.freePort()] : [port]
    servers = try ports.map { try start(at: $0) }
    if soak.harm == .servers { proxy = try ProxyProcess(port: port, before: ports) }
    try waitForPage()
  }

  func kill(_ index: Int) { servers[index].kill() }

  func restart(_ index: Int) throws { servers[index] = try start(at: ports[index]) }

  func waitForPage() throws {
    let began = ContinuousClock.now
    while ServerProcess.firstPage(at: port)?.status != 200 {
      guard began.duration(to: .now) < .seconds(60) else { throw SoakProblem.notBack(port) }
      Thread.sleep(forTimeInterval: 0.002)
    }
  }

  /// While PostgreSQL is away.
  func checkThatItIsSaid() throws {
    guard let page = ServerProcess.firstPage(at: port) else { throw SoakProblem.notSaid(0, "") }
    let text = String(decoding: page.body, as: UTF8.self)
    guard page.status == 503, text.contains("数据库暂时连不上") else { throw SoakProblem.notSaid(page.status, text) }
  }

  /// Whether everything ended cleanly and `verify` found the records whole.
  func end() throws -> (isClean: Bool, isVerified: Bool) {
    proxy?.stop()
    let ends = servers.map { $0.stop() }
    let isVerified = try verify()
    // The first is whoever gave it to us's to end.
    for cluster in clusters where cluster.folder.hasSuffix("-standby") { try cluster.stop() }
    return (!ends.contains(false), isVerified)
  }

  private func start(at port: UInt16) throws -> ServerProcess {
    try ServerProcess(
      program, database: database, data: data, port: port, behind: port == self.port ? nil : self.port)
  }

  private func verify() throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["verify", "--database", database] + (data.map { ["--data", $0] } ?? [])
    process.standardOutput = FileHandle.standardError
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

/// Why a soak cannot go on.
enum SoakProblem: Error, CustomStringConvertible {
  case noCluster
  case notBack(UInt16)
  case notSaid(Int, String)
  case tool(String)

  var description: String {
    switch self {
    case .noCluster: "this harm needs a PostgreSQL of its own: --cluster DIR, started by scripts/postgres-test"
    case .notBack(let port): "no page is answered on port \(port)"
    case .notSaid(let status, let page): "the page does not say that the database is away: \(status) \(page)"
    case .tool(let words): words
    }
  }
}
