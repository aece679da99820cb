import Kernel
import TestSupport
import Testing
import WorkCalendar

/// 指派占比 · Where one assigns it is told how the year stands in the shares of law-firm and of senior lawyers (K4, K10).
@Suite(.timeLimit(.minutes(3))) struct PlanSharesTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func whoAssignsSeesWhatThePlanAsks(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(.literal(2016, 5, 20), hour: 9))
    try await office.browse { open in
      let desks = Desks(office, open)
      var given = Walk(desks)
      try await given.go(to: .name)
      var waiting = Walk(desks, serial: 2)
      try await waiting.go(to: .approve)
      for path in ["/assignments", "\(waiting.aidCase)/assignment"] {
        let words = try await desks.page(path, for: "assigner").words()
        #expect(words.contains("律师事务所律师承办占比 50.00%"), "\(path)")
        #expect(words.contains("刑事案件资深律师占比 —"), "\(path)")
      }
    }
  }
}
