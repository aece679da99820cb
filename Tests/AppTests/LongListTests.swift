import Cases
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// What waits for one person, where it is more than a page, and more than a source may give.
@Suite(.timeLimit(.minutes(2))) struct LongListTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func whatIsNotListedIsSaid(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine)
    try await office.browse { open in
      var walk = Walk(Desks(office, open))
      try await walk.go(to: .name)
      let cut = "每类事项列出最急的200件"
      let before = try await walk.desks.page("/work", for: "lawyer").words()
      #expect(!before.contains(cut))
      try await Self.copy(204, office)
      // His own acts are counted at once, those of others within half a minute.
      office.clock.move(to: office.clock.now.adding(minutes: 1))
      let work = try await walk.desks.page("/work?page=4", for: "lawyer").words()
      #expect(work.contains(cut) && work.contains("共 200 条，第 4 页，共 4 页"))
      let own = try await walk.desks.page("/my-cases?page=5", for: "lawyer")
      #expect(try own.words().contains("共 205 条，第 5 页，共 5 页"))
      #expect(try own.words().contains("在办205件"))
      #expect(try own.links().count { $0.hasPrefix("/cases/") && $0.split(separator: "/").count == 2 } == 5)
    }
  }

  /// The one case there is, so many times more.
  private static func copy(_ times: Int, _ office: TestOffice) async throws {
    try await office.services.database.write(serial: nil) { tx in
      let columns = try #require(try tx.row("SELECT * FROM aid_case")).columns.filter {
        $0 != "id" && $0 != "number"
      }
      let others = SQL(unchecked: columns.joined(separator: ", "))
      for number in 1...times {
        try tx.run(
          """
          INSERT INTO aid_case (id, number, \(others))
          SELECT \(UUIDv7()), number || \("-\(number)"), \(others) FROM aid_case ORDER BY id LIMIT 1
          """)
      }
    }
  }
}
