import App
import Foundation
import Kernel
import Registry
import Storage
import Synchronization
import TestSupport
import Testing
import WorkCalendar

@testable import Bench
@testable import Web

/// 二百人审批 · Two hundred open sessions, those of four directors, send the approval of one application at the same moment,
/// each with an opinion and a form of its own, to the real program.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ApprovalRushTests {
  private static let people = 200

  @Test(
    "Of two hundred who approve one case one wins, and the others keep what they typed",
    arguments: TestOffice.Engine.allCases)
  func oneWins(_ engine: TestOffice.Engine) async throws {
    let filled = try await Filled(engine, cases: 20)
    let services = filled.office.services
    let port = ServerProcess.freePort()
    let server = try ServerProcess(
      SoakTests.program, database: filled.url, data: filled.folder.path + "/data", port: port)
    let county = try #require(try await services.database.read { try CountyTable.all($0) }.first)
    let before = try await Self.made(services)

    let visitors = try Dictionary(
      uniqueKeysWithValues: SoakStep.allCases.map {
        ($0.login, try Visitor($0.login, password: DemoStaff.password, port: port))
      })
    let worker = SoakWorker(0, visitors, SoakLedger(), port: port, isOver: { false })
    let application = try #require(worker.application(until: .reviewed))
    let path = application + "/approval"
    let director = try #require(visitors["director"])
    let page = try HTTPConnection(port: port).ask(director.get(path))
    let form = try #require(Visitor.form(to: path, in: String(decoding: page.body, as: UTF8.self)))

    let requests = try await Self.sessions(filled.office, county.id).enumerated().map { index, session in
      let csrf = CSRF(keys: services.keys).token(for: session)
      return Visitor("director", session: session, csrf: csrf).post(
        path,
        form.merging([
          "csrf": csrf, "token": Token.random(), "decision": "grant", "opinion": Self.opinion(index),
        ]) { $1 })
    }
    let answers = Self.together(requests, port)

    #expect(answers.count { $0.status == 303 } == 1)
    #expect(answers.count { $0.status == 409 } == Self.people - 1, "\(Set(answers.map(\.status)))")
    for (index, answer) in answers.enumerated() where answer.status == 409 {
      #expect(answer.body.contains("他人已经办理了这条记录"))
      #expect(answer.body.contains(Self.opinion(index)))
    }
    let after = try await Self.made(services)
    #expect(zip(after, before).map { $0 - $1 } == [1, 1, 1, 1])
    #expect(try await Integrity.firstFault(county, services) == nil)
    #expect(server.stop())
    try await filled.close()
  }

  private static func opinion(_ index: Int) -> String { "同意给予法律援助，第\(index + 1)人。" }

  /// Decisions, their papers, their numbers and the cases they opened.
  private static func made(_ services: Services) async throws -> [Int] {
    try await services.database.read { reader in
      let questions: [SQL] = [
        "SELECT COUNT(*) FROM event WHERE kind = 'application.granted'",
        "SELECT COUNT(*) FROM paper WHERE form = 'F09'",
        "SELECT COUNT(*) FROM number_register WHERE kind = 'grant'",
        "SELECT COUNT(*) FROM aid_case",
      ]
      return try questions.map { try reader.value($0) ?? 0 }
    }
  }

  /// Sessions as a sign-in opens them; the director has three colleagues who may do the same.
  private static func sessions(_ office: Office, _ county: CountyID) async throws -> [String] {
    let services = office.services
    let day = services.clock.today
    let (director, agency) = try await services.database.read { reader in
      let user = try #require(try UserTable.withLogin("director", reader))
      return (user.id, try #require(try UserTable.grants(user.id, on: day, reader).first).agency)
    }
    var directors = [director]
    for name in ["甲", "乙", "丙"] {
      directors.append(
        try await office.runner.run(
          AddUser(
            login: "director-\(directors.count)", name: "主任\(name)", passwordHash: "-", mustChange: false,
            grants: [Grant(role: .director, agency: agency)], from: Day.literal(2024, 1, 1)),
          as: .system(county)))
    }
    let store = SessionStore(
      database: services.database, clock: .system, limits: SessionLimits(), idleMinutes: { _ in 15 })
    var sessions: [String] = []
    for index in 0..<people {
      sessions.append(
        try await store.start(
          SessionAuthority.Account(user: directors[index % directors.count], county: county, agency: agency),
          address: "127.0.0.1", browser: ""))
    }
    return sessions
  }

  /// Sends every request on a connection of its own, all at the same moment.
  private static func together(_ requests: [[UInt8]], _ port: UInt16) -> [(status: Int, body: String)] {
    let answers = Mutex<[(status: Int, body: String)]>(requests.map { _ in (0, "") })
    let (start, group) = (DispatchSemaphore(value: 0), DispatchGroup())
    for (index, request) in requests.enumerated() {
      group.enter()
      Thread.detachNewThread {
        start.wait()
        if let answer = try? HTTPConnection(port: port).ask(request) {
          answers.withLock { $0[index] = (answer.status, String(decoding: answer.body, as: UTF8.self)) }
        }
        group.leave()
      }
    }
    for _ in requests { start.signal() }
    group.wait()
    return answers.withLock { $0 }
  }
}
