import App
import Kernel
import Localization
import Storage
import TestSupport
import Testing

/// 同时办理 · Two people, or one person twice, at the same moment; on both engines.
@Suite(.timeLimit(.minutes(3))) struct ConcurrencyTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func oneOfTwoDirectorsWinsAndTheOtherKeepsWhatWasTyped(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.browse { open in
      var walk = Walk(Desks(office, open))
      try await walk.go(to: .review)
      var forms: [PageForm] = []
      for opinion in ["同意给予法律援助。", "同意，请尽快指派。"] {
        let browser = open()
        try await browser.signIn("director")
        forms.append(
          try await browser.get("\(walk.application)/approval").form().fill([
            "decision": "grant", "opinion": opinion,
          ]))
      }
      let pages = try await Self.sendTogether(forms)
      #expect(pages.map(\.status).sorted() == [200, 409])
      let lost = try #require(pages.firstIndex { $0.status == 409 })
      #expect(try pages[lost].words().contains("他人已经办理了这条记录"))
      #expect(try pages[lost].form().value("opinion") == forms[lost].value("opinion"))
    }
    #expect(
      try await office.value("SELECT COUNT(*) FROM event WHERE kind = 'application.granted'", as: Int.self) == 1)
    #expect(try await office.value("SELECT COUNT(*) FROM paper WHERE form = 'F09'", as: Int.self) == 1)
    #expect(try await office.value("SELECT COUNT(*) FROM aid_case", as: Int.self) == 1)
  }

  /// Every step from the acceptance to the archive: one is done, once, and the other is told.
  @Test(arguments: TestOffice.Engine.allCases)
  func oneOfTwoWinsAtEveryStep(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    let race = Race()
    try await office.browse { open in
      var walk = Walk(Desks(office, open))
      walk.race = race
      try await walk.go(to: .archive)
    }
    #expect(
      race.places.isSuperset(of: [
        "acceptance", "review", "approval", "assignment", "undertaker", "engagement", "records", "hearings", "held",
        "files", "closing", "dossier", "dossier-check", "archive",
      ]), "\(race.places.sorted())")
    let twice = try await office.services.database.read { reader in
      try reader.rows(
        """
        SELECT kind FROM event WHERE token IS NOT NULL AND kind NOT LIKE 'user.%'
        GROUP BY kind, subject_id, REPLACE(token, '-rival', '')
        HAVING COUNT(*) > 1 ORDER BY kind
        """
      ).map { try $0.get("kind", as: String.self) }
    }
    #expect(twice == [])
  }

  /// A double click, a reload: the token of the form makes it one thing.
  @Test(arguments: TestOffice.Engine.allCases)
  func theSameFormSentAgainDoesItOnce(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.browse { open in
      let walk = Walk(Desks(office, open))
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get("/applications/new").form(action: "/applications/new").fill(walk.told)
      let pages = try await Self.sendTogether([form, form, form])
      #expect(pages.map(\.status) == [200, 200, 200])
      #expect(Set(pages.map(\.path)).count == 1)
    }
    #expect(try await office.value("SELECT COUNT(*) FROM aid_application", as: Int.self) == 1)
    #expect(try await office.value("SELECT COUNT(*) FROM number_register", as: Int.self) == 1)
  }

  /// AT-X.6: two clerks at once never get the same number, and none is left out.
  @Test(arguments: TestOffice.Engine.allCases)
  func clerksAtOnceGetNumbersInARow(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    let count = 8
    try await office.browse { open in
      var forms: [PageForm] = []
      for index in 0..<count {
        let walk = Walk(Desks(office, open), serial: index)
        let browser = open()
        try await browser.signIn(index.isMultiple(of: 2) ? "clerk" : "receptionist")
        forms.append(try await browser.get("/applications/new").form(action: "/applications/new").fill(walk.told))
      }
      #expect(try await Self.sendTogether(forms).allSatisfy { $0.status == 200 })
    }
    let numbers = try await office.services.database.read { reader in
      try reader.rows("SELECT receipt_number AS n FROM aid_application").map { try $0.get("n", as: String.self) }
    }
    #expect(Set(numbers) == Set((1...count).map { "青援收字〔2016〕第\($0)号" }))
  }

  private static func sendTogether(_ forms: [PageForm]) async throws -> [Page] {
    try await withThrowingTaskGroup(of: (Int, Page).self) { group in
      for (index, form) in forms.enumerated() { group.addTask { (index, try await form.submit()) } }
      return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
