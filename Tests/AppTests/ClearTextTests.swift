import App
import Cases
import Consultations
import Foundation
import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 明文检查 · After one matter went the whole way, what was told of the person stands nowhere in clear: not in any table, not
/// in the files of the database, not in the log, not in an address (个人信息保护法 51).
@Suite(.timeLimit(.minutes(5))) struct ClearTextTests {
  private static let other = "11010519491231002X"

  @Test("AT-X.3 Identity numbers, phones and addresses are nowhere in clear", arguments: TestOffice.Engine.allCases)
  func nothingIsInClear(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    let (walk, addresses) = try await office.browse { open in
      let paths = Paths()
      let desks = Desks(office, look: { page in paths.add([page.path] + (try page.links())) }, open)
      var walk = Walk(desks)
      try await walk.go(to: .accept)
      try await Self.verify(walk)
      try await walk.take(.review)
      for step in Walk.Step.allCases where step.rawValue > Walk.Step.review.rawValue { try await walk.take(step) }
      try await Self.lend(walk)
      try await Self.ask(desks)
      try await Self.search(desks, walk)
      return (walk, paths.all)
    }
    try await office.office.jobs.drain()
    let secrets = [
      walk.identityNumber, Self.other, "13912346210", "13951230002", walk.words.address, "新桥路12号",
      "netIncomeFen",
    ]
    let everything = try await office.everyText()
    #expect(everything.contains { $0.table == "person" && $0.text == walk.words.name }, "the sweep reads the rows")
    for place in everything {
      for secret in secrets where place.text.contains(secret) {
        Issue.record("\(place.table).\(place.column) holds \(secret)")
      }
    }
    for file in try office.files() {
      let bytes = try Data(contentsOf: file)
      for secret in secrets where bytes.range(of: Data(secret.utf8)) != nil {
        Issue.record("\(file.lastPathComponent) holds \(secret)")
      }
    }
    let typed = addresses.map { $0.removingPercentEncoding ?? $0 }
    for secret in secrets + [walk.words.name] {
      #expect(!typed.contains { $0.contains(secret) }, "an address says \(secret)")
      #expect(!office.log.lines.contains { $0.contains(secret) }, "the log says \(secret)")
    }
    #expect(office.log.lines.count > 100)
    let events = everything.filter { ["event", "job"].contains($0.table) }
    #expect(!events.isEmpty)
    for place in events { #expect(!place.text.contains(walk.words.name), "\(place.table).\(place.column)") }
  }

  private static func verify(_ walk: Walk) async throws {
    let page = try await walk.desks.page("\(walk.application)/verification", for: "reviewer")
    let sent = try await page.form().fill(["kind": "committee", "addressee": "柳湾村委会", "question": "请核实家庭收入。"])
      .submit()
    #expect(sent.status == 200)
    let answer = try await walk.desks.page("\(walk.application)/verification-result", for: "reviewer").form()
    #expect(try await answer.fill(["answer": "属实。"]).submit().status == 200)
  }

  private static func lend(_ walk: Walk) async throws {
    let form = try await walk.desks.page("\(walk.aidCase)/loan", for: "archivist").form()
    let asked = try await form.fill([
      "borrower": "周检察官", "unitName": "县检察院", "purpose": "复核案情", "dueOn": "2016-04-01",
    ]).submit()
    #expect(asked.status == 200)
    let decision = try await walk.desks.page("\(walk.aidCase)/loan-decision", for: "director").form()
    #expect(try await decision.submit(("result", "approve")).status == 200)
  }

  /// A consultation at the window, and what one looks up while one types.
  private static func ask(_ desks: Desks) async throws {
    let page = try await desks.page("/consultations/new", for: "receptionist")
    let asked = try await page.form(action: "/consultations/new").fill([
      "name": "周玉兰", "identityNumber": other, "phone": "13951230002", "address": "青禾县河东镇新桥路12号",
      "cause": "工伤", "content": "问怎样认定工伤。", "mode": "later",
    ]).submit()
    _ = try desks.look(asked)
    #expect(asked.path.hasPrefix("/consultations/"))
  }

  /// By the identity number and by the phone in the search box; by both in the address, as a hand may type them.
  private static func search(_ desks: Desks, _ walk: Walk) async throws {
    let page = try await desks.page("/work", for: "receptionist")
    for text in [walk.identityNumber, "13912346210"] {
      let found = try await page.form(action: "/search").fill(["q": text]).submit()
      _ = try desks.look(found)
    }
  }
}

/// 走过的地址 · Every address that a page had or led to.
private final class Paths: Sendable {
  private let seen = TestLog()

  func add(_ paths: [String]) { paths.forEach(seen.add) }
  var all: [String] { seen.lines }
}
