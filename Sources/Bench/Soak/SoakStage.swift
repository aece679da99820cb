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
  /// What people remember, and whose eyes look while nobody can save.
  let ledger: SoakLedger
  var visitors: [String: Visitor] = [:]
  private let disk: SmallDisk?
  private var proxy: ProxyProcess?

  init(_ soak: Soak) throws {
    (program, data, port) = (soak.program, soak.data, soak.port)
    (ledger, disk) = (SoakLedger(), soak.disk)
    guard !soak.harm.isOfTheDisk || soak.disk != nil else { throw SoakProblem.noDisk }
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
    if disk != nil, let cluster = clusters.first { try cluster.set("wal_recycle = off") }
    // Of what a server of tests wrote without waiting for the disk nothing must be missing later.
    try disk?.keep()
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

  func onDisk(_ body: (SmallDisk) throws -> Void) throws {
    if let disk { try body(disk) }
  }

  /// While nothing can be written: pages are there all the same. A PostgreSQL without room may be down altogether.
  func look() {
    guard let director = visitors["director"] else { return }
    for path in ["/work", "/applications", "/cases", "/search?q=2025"] {
      let answer = try? HTTPConnection(port: port).ask(director.get(path))
      let title = answer.map(SoakWorker.title) ?? "nothing"
      let isFair = answer?.status == 200 || answer?.status == 503 && !clusters.isEmpty
      ledger.note {
        $0.looked += 1
        if answer?.status == 200 { $0.shown += 1 }
        if !isFair { $0.surprises.append("\(path) while nothing can be written: \(title)") }
      }
    }
  }

  /// Until a form is acknowledged again; a PostgreSQL that gave up is started.
  func waitForWork() throws {
    let (before, began) = (ledger.all.acknowledged, ContinuousClock.now)
    while ledger.all.acknowledged == before {
      guard began.duration(to: .now) < .seconds(60) else { throw SoakProblem.notBack(port) }
      if let cluster = clusters.first, !cluster.isRunning { try? cluster.resume() }
      Thread.sleep(forTimeInterval: 0.005)
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
  case noDisk
  case notRefused
  case notBack(UInt16)
  case notSaid(Int, String)
  case tool(String)

  var description: String {
    switch self {
    case .noCluster: "this harm needs a PostgreSQL of its own: --cluster DIR, started by scripts/postgres-test"
    case .noDisk: "this harm needs a disk of its own: --disk DIR, made by scripts/small-disk"
    case .notRefused: "nothing was refused, though nothing can be written"
    case .notBack(let port): "no page is answered on port \(port)"
    case .notSaid(let status, let page): "the page does not say that the database is away: \(status) \(page)"
    case .tool(let words): words
    }
  }
}
