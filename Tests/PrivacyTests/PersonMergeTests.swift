import App
import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 合并档案 · Two records of one human being become one, and may be taken apart while nothing came of it.
@Suite(.timeLimit(.minutes(3))) struct PersonMergeTests {
  private static let number = "320999198501011173"
  private static let links = Capabilities.all.flatMap(\.personLinks)

  struct Twice: Sendable {
    let office: TestOffice
    let first: PersonID
    let second: PersonID
    let applications: [ApplicationID]

    /// The same man told twice: once with his number, once with a phone and a flag alone.
    init(_ engine: TestOffice.Engine = .sqlite, secondNumber: String? = nil) async throws {
      office = try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
      var applications: [ApplicationID] = []
      for told in [
        PersonTold(
          name: "钱进宝", identityNumber: PersonMergeTests.number, address: "新桥路12号", groups: [.migrantWorker]),
        PersonTold(name: "钱进宝", identityNumber: secondNumber, phone: "13951230002", groups: [.servicePerson]),
      ] {
        applications.append(
          try await office.run(
            "clerk",
            RegisterApplication(
              told, ApplicationTold(matterCode: .labourPay, cause: "追索劳动报酬", opposing: "宏达公司", facts: "拖欠工资。"))))
      }
      self.applications = applications
      let made = applications
      let ids = try await office.services.database.read { reader in
        try made.map { id in
          try #require(
            try reader.value("SELECT applicant FROM aid_application WHERE id = \(id)", as: PersonID.self))
        }
      }
      (first, second) = (ids[0], ids[1])
    }

    func person(_ id: PersonID) async throws -> Person {
      let (county, keys) = (office.county, office.services.keys)
      return try await office.services.database.read { try PersonTable.of(id, in: county, keys, $0) }
    }

    func holders() async throws -> [PersonID] {
      try await office.services.database.read { reader in
        try reader.rows(
          """
          SELECT applicant AS person FROM aid_application UNION SELECT recipient FROM matter
          UNION SELECT person FROM party WHERE person IS NOT NULL UNION SELECT person FROM search_entry
          ORDER BY person
          """
        ).map { try $0.get("person") }
      }
    }
  }

  @Test(
    "Both are shown, one is kept, everything moves, the old address leads on", arguments: TestOffice.Engine.allCases
  )
  func merge(engine: TestOffice.Engine) async throws {
    let twice = try await Twice(engine)
    let (office, first, second) = (twice.office, twice.first, twice.second)
    #expect(first != second)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      let page = try await browser.get("/persons/\(second)").press("合并重复档案")
      #expect(try page.words().contains("320999********1173"), "the other record is shown beside it")
      let form = try page.form(action: "/persons/\(second)/merge")
      let refused = try await form.submit()
      #expect(try !refused.error(at: "keep").isEmpty && !refused.error(at: "reason").isEmpty)
      let kept = try await form.fill(["keep": "other", "reason": "核对了户口簿。"]).submit()
      #expect(kept.path == "/persons/\(first)")
      #expect(try await browser.get("/persons/\(second)").path == "/persons/\(first)", "the old address leads on")
      let links = try kept.links()
      for application in twice.applications { #expect(links.contains("/applications/\(application)")) }
    }
    #expect(try await twice.holders() == [first])
    let person = try await twice.person(first)
    #expect(person.phone == "13951230002" && person.identityNumber == Self.number)
    #expect(person.groups == [.migrantWorker, .servicePerson] && person.protection.flags == [.military])
    let event = try #require(try await office.events("person.merged").first)
    #expect(event.facts["gone"] == second.description && event.facts["reason"] == nil)
    // Whoever comes again by that phone or that number is the one that was kept.
    let keys = office.services.keys
    let known = try await office.services.database.read {
      try PersonTable.known(identityNumber: Self.number, phone: "13951230002", in: office.county, keys, $0)
    }
    #expect(known == [first])
    #expect(try await office.firstFault() == nil)
  }

  @Test("Undone, both are what they were; once used, it is refused", arguments: TestOffice.Engine.allCases)
  func undo(engine: TestOffice.Engine) async throws {
    let twice = try await Twice(engine)
    let (office, first, second) = (twice.office, twice.first, twice.second)
    let before = try await (twice.person(first), twice.person(second))
    try await office.run("reviewer", MergePersons(first, into: second, reason: "同一人", links: Self.links))
    #expect(try await twice.person(second).identityNumber == Self.number, "the number went with it")
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      let page = try await browser.get("/persons/\(second)").press("撤销合并")
      #expect(try page.words().contains("同一人"))
      #expect(try await page.form(action: "/persons/\(second)/merge/undoing").submit().path == "/persons/\(second)")
    }
    let after = try await (twice.person(first), twice.person(second))
    for (old, new) in [(before.0, after.0), (before.1, after.1)] {
      #expect(old.identityNumber == new.identityNumber && old.phone == new.phone && old.groups == new.groups)
      #expect(old.protection == new.protection && old.address == new.address)
    }
    #expect(try await twice.holders() == [first, second].sorted())
    try await office.run("reviewer", MergePersons(second, into: first, reason: "同一人", links: Self.links))
    try await office.run("reviewer", ChangeProtection(person: first, flags: [.minor], reason: "依申请"))
    await #expect(throws: Refusal.self) {
      try await office.run("director", UndoMerge(of: first, links: Self.links))
    }
    #expect(try await office.events("person.mergeUndone").count == 1)
    #expect(try await office.firstFault() == nil)
  }

  @Test func twoNumbersAreTwoPeople() async throws {
    let twice = try await Twice(secondNumber: "11010519491231002X")
    await #expect(throws: Refusal.self) {
      try await twice.office.run(
        "director", MergePersons(twice.second, into: twice.first, reason: "像", links: Self.links))
    }
    await #expect(throws: Refusal.notAllowed) {
      try await twice.office.run(
        "clerk", MergePersons(twice.second, into: twice.first, reason: "像", links: Self.links))
    }
    await #expect(throws: Refusal.notFound) {
      try await twice.office.run(
        "director", MergePersons(PersonID(), into: twice.first, reason: "没有", links: Self.links))
    }
  }

  /// Whatever table names a person by its key is in a manifest, or a merge would leave it behind.
  @Test func everyColumnThatNamesAPersonMoves() async throws {
    let office = try await TestOffice(.sqlite, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
    let named = try await office.services.database.read { reader in
      try reader.rows(
        """
        SELECT m.name || '.' || f."from" AS place FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
        WHERE m.type = 'table' AND f."table" = 'person' AND m.name <> 'person_merge' ORDER BY place
        """
      ).map { try $0.get("place", as: String.self) }
    }
    #expect(named == Self.links.map { "\($0.table).\($0.column)" }.sorted())
  }
}
