import App
import Kernel
import Registry
import Sheets
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 审计日志和外人 · The log and its look-ups, tried by everybody who may not read it, with the ids of all kinds of records; what
/// it tells the auditor of people; and what it tells of another county.
@Suite(.timeLimit(.minutes(5))) struct LogStrangerTests {
  @Test(arguments: DemoStaff.logins.filter { $0 != "auditor" } + [nil])
  func nobodyElseReadsOrExportsIt(_ login: String?) async throws {
    let shelf = try await Shelf.shared.value
    let office = shelf.office
    let queries = try await Self.queries(office)
    let token = login == nil ? "" : try await shelf.token(of: office.principal(login ?? ""))
    try await office.browse { open in
      let browser = open()
      if let login { try await browser.signIn(login) }
      let csrf = login == nil ? "" : try await browser.csrf()
      for query in queries {
        for headers in [[:], ["Authorization": "Bearer \(token)"]] {
          let asked = try await browser.send("GET", "/audit?\(query)", headers: headers)
          try Self.expectNothing(asked, of: login, "/audit?\(query)")
        }
        let fields = query.split(separator: "&").map { part in
          let pair = part.split(separator: "=").map(String.init)
          return (name: pair[0], value: pair.count > 1 ? pair[1] : "")
        }
        for format in ["", "xlsx"] {
          let body = FormEncoding.urlEncoded(
            fields + [("csrf", csrf), ("token", UUIDv7().description), ("format", format)])
          let asked = try await browser.send(
            "POST", "/audit/export", body: body, type: "application/x-www-form-urlencoded")
          try Self.expectNothing(asked, of: login, "/audit/export \(query)")
        }
      }
    }
    #expect(queries.count > 40)
    #expect(try await office.events("audit.exported").isEmpty)
  }

  /// Who reads the log reads what was done, and of whom nothing: no name, number, telephone or account of anybody's dispute,
  /// on no page of it; and no record behind it opens.
  @Test func theAuditorLearnsNothingOfAnybody() async throws {
    let shelf = try await Shelf.shared.value
    let ids = try await Neighbours.records(shelf.office)
    let walk = try #require(shelf.walks[.archive])
    let told = Set(
      ["name", "identityNumber", "phone", "address", "opposing", "facts"].compactMap { walk.told[$0] })
    #expect(told.count == 6)
    try await shelf.office.browse { open in
      let browser = open()
      try await browser.signIn("auditor")
      var (page, lines, number) = (try await browser.get("/audit"), 0, 1)
      while try page.root().all("tbody").first?.all("tr").isEmpty == false, number < 200 {
        lines += try page.root().all("tbody").first?.all("tr").count ?? 0
        let words = try page.words()
        for secret in told { #expect(!words.contains(secret), "\(secret) on page \(number)") }
        number += 1
        let next = try await browser.get("/audit?page=\(number)")
        if try next.words() == words { break }
        page = next
      }
      #expect(lines > 100, "\(lines) lines")
      for (table, path) in [
        ("aid_application", "/applications"), ("aid_case", "/cases"), ("person", "/persons"), ("paper", "/papers"),
        ("attachment", "/attachments"), ("consultation", "/consultations"), ("objection", "/objections"),
        ("user_account", "/users"),
      ] {
        let id = try #require(ids[table]?.last, "\(table)")
        let answer = try await browser.send("GET", "\(path)/\(id)")
        #expect([403, 404].contains(answer.status), "\(path): \(answer.status)")
      }
    }
  }

  /// Several counties may lie in one database: each auditor reads the log of his own, whatever he asks for.
  @Test(arguments: TestOffice.Engine.allCases)
  func anotherCountyIsNotInIt(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
    let runner = office.office.runner
    let other = try await FoundCounty.run(
      CountySetup(name: "白石县", code: "320998", shortName: "白", centreName: "白石县法律援助中心", townships: []), runner)
    let bureau = try await office.services.database.read { try AgencyTable.only(.bureau, in: other, $0) }
    let hash = try await Password.hash(DemoStaff.password)
    let theirs = try await runner.run(
      AddUser(
        login: "baishi", name: "白石审计", passwordHash: hash, mustChange: false,
        grants: [Grant(role: .auditAdmin, agency: bureau.id)], from: .literal(2016, 3, 7)), as: .system(other))
    let ours = try #require(office.staff.user("clerk"))
    try await office.browse { open in
      for (login, mine, stranger, hidden) in [
        ("auditor", "clerk", theirs, "baishi"), ("baishi", "baishi", ours, "clerk"),
      ] {
        let browser = open()
        try await browser.signIn(login)
        let whole = try await browser.get("/audit")
        #expect(try whole.words().contains(mine) && !whole.words().contains(hidden), "\(login)")
        let asked = try await browser.get("/audit?person=\(stranger)")
        #expect(try asked.words().contains("没有符合条件的记录"), "\(login)")
        for format in ["", "xlsx"] {
          let form = try asked.form(action: "/audit/export")
          for person in ["", stranger.description] {
            let file = try await form.send(["person": [person]])
              .submit(format.isEmpty ? nil : ("format", format))
            let text =
              format.isEmpty
              ? file.text : try XLSXReader(file.bytes).records().flatMap(\.fields).joined(separator: " ")
            #expect(file.status == 200 && !text.contains(hidden), "\(login) \(format) \(person)")
            #expect(person.isEmpty == text.contains(mine) || !person.isEmpty, "\(login) \(format)")
          }
        }
      }
    }
  }

  /// Each parameter of the log's page at once, with the newest record of every table, with kinds of events and days.
  private static func queries(_ office: TestOffice) async throws -> [String] {
    let ids = try await Neighbours.records(office).sorted { $0.key < $1.key }.compactMap { $0.value.max() }
    let values = ids + ["user.signedIn", "application.granted", "case", "person", "2016-03-07", "1"]
    return values.map { value in
      ["person", "subject", "kind", "from", "to", "page", "id", "county"].map { "\($0)=\(value)" }.joined(
        separator: "&")
    } + ["format=xlsx", "format=csv", "page=2&size=100"]
  }

  private static func expectNothing(_ answer: Page, of login: String?, _ asked: String) throws {
    let isRefused = login == nil ? [303, 401, 403].contains(answer.status) : answer.status == 403
    #expect(isRefused, "\(login ?? "nobody") \(asked): \(answer.status)")
    #expect(!answer.text.contains("<tbody") && answer.header("Content-Disposition") == nil, "\(asked)")
  }
}
