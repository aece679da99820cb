import App
import Kernel
import Storage
import TestSupport
import Testing
import Web

/// 语句数 · Ten rows or a thousand, a page asks the database as often: every list, for everybody who may see it.
@Suite(.timeLimit(.minutes(6))) struct QueryCountTests {
  @Test func aPageAsksAsOftenWhateverItsRows() async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.loadPlan(of: 2016)
    let routes = try RouteTable(Capabilities.routes()).routes.filter {
      $0.method == .get && $0.kind == .page && $0.pattern.places.isEmpty
    }
    try await office.browse { open in
      let desks = Desks(office, open)
      try await Self.fill(office, desks, from: 1)
      let few = try await Self.count(routes, office, open)
      try await Self.fill(office, desks, from: 101)
      try await Self.fill(office, desks, from: 201)
      let many = try await Self.count(routes, office, open)
      #expect(few.count > 60)
      #expect((few["director /applications"] ?? 0) > 2, "nothing is counted")
      for (page, asked) in few.sorted(by: { $0.key < $1.key }) {
        #expect(many[page] == asked, "\(page): \(asked) statements, then \(many[page] ?? 0)")
      }
    }
  }

  /// One matter stopped after each step.
  private static func fill(_ office: TestOffice, _ desks: Desks, from serial: Int) async throws {
    for step in Walk.Step.allCases {
      var walk = Walk(desks, .chinese, serial: serial + step.rawValue)
      try await walk.go(to: step)
    }
    try await office.office.jobs.drain()
  }

  private static func count(
    _ routes: [Route], _ office: TestOffice, _ open: @Sendable () -> Browser
  ) async throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for login in PageTests.people {
      let principal = try await office.principal(login)
      let browser = open()
      try await browser.signIn(login)
      for route in routes where route.permission.map(principal.holds) ?? true {
        let (path, meter) = (route.pattern.description, QueryMeter())
        let page = try await QueryMeter.$current.withValue(meter) { try await browser.send("GET", path) }
        if page.status == 200 { counts["\(login) \(path)"] = meter.count }
      }
    }
    return counts
  }
}
