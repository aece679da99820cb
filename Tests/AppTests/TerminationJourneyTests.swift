import Cases
import Intake
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 终止全程 · Aid that ends before its case does, on every ground the rules of the day know, each to the archive with the
/// decision and its letters; and provisional aid whose application fails (条例 23; 程序规定 2012, 18, 33; 法律援助法 44, 48).
@Suite(.timeLimit(.minutes(5))) struct TerminationJourneyTests {
  private static let told: [String: [String]] = [
    "matter": ["M04"], "cause": ["赡养费纠纷"], "opposing": ["王大"], "stage": ["firstInstance"],
  ]

  /// Deceit is a ground since the law of 2021; the recipient's wish then needs a good reason; what only local rules name is
  /// not offered. Each engine takes every other ground of each rule set.
  @Test(arguments: TestOffice.Engine.allCases, [2016, 2023])
  func byEveryGround(_ engine: TestOffice.Engine, _ year: Int) async throws {
    let grounds = TerminationReason.allCases.filter { $0 != .reliefRevoked && (year > 2021 || $0 != .deceit) }
    let turn = (engine == .sqlite) == (year > 2021) ? 0 : 1
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(.literal(year, 10, 11), hour: 9))
    try await office.browse { open in
      let desks = Desks(office, open)
      for (number, ground) in grounds.enumerated() where number % 2 == turn {
        var journey = Journey(office, desks)
        try await journey.apply(Self.told.merging(["cause": ["赡养费纠纷之\(number)"]]) { $1 })
        try await journey.decide()
        try await journey.assign()
        if number == turn { try await Self.expectOffered(grounds, journey) }
        if ground == .caseEnded { try await journey.engage() }
        let needsReason = ground == .recipientAsks && year > 2021
        try await journey.terminate(ground, "已经核实的事实。", why: needsReason ? "已与对方和解并履行完毕。" : nil)
        try await journey.archive()
        // F19 goes to the firm and to the court.
        try await journey.expectPapers(["F02", "F05", "F08", "F09", "F11", "F13", "F18", "F19", "F19"])
        try await journey.expectDossier()
      }
    }
    try await office.expectWhole()
  }

  /// A13, A14: given at once, then refused after the review; the termination is proposed by itself.
  @Test(arguments: TestOffice.Engine.allCases, [2016, 2023])
  func provisionalAidEnds(_ engine: TestOffice.Engine, _ year: Int) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(.literal(year, 10, 11), hour: 9))
    try await office.browse { open in
      var journey = Journey(office, Desks(office, open))
      try await journey.apply(Self.told.merging(["netIncome": ["900,000"]]) { $1 })
      let ordering = try await journey.desks.page(journey.application + "/provisional-aid", for: "director")
      try await journey.send(
        ordering.form().fill(["ground": "limitation", "periodEnds": "\(year)-10-14", "reason": "三日后时效届满，来不及审查。"]))
      try await journey.findCase()
      try await journey.assign()
      try await journey.decide(.refuse)
      #expect(try await journey.desks.work("director").links().contains(journey.aidCase + "/termination-decision"))
      let decided = try await journey.confirmTermination()
      #expect(try decided.words().contains("申请未获批准"))
      try await journey.receiveTermination()
      try await journey.archive()
      try await journey.expectPapers(["F02", "F05", "F09P", "F08", "F10", "F11", "F13", "F18", "F19", "F19"])
      try await journey.expectDossier()
    }
    try await office.expectWhole()
  }

  private static func expectOffered(_ grounds: [TerminationReason], _ journey: Journey) async throws {
    let form = try await journey.page("/termination", for: "lawyer").root().first("main")
    let radios = (form?.all("input") ?? []).filter { $0["name"] == "ground" && $0["disabled"] == nil }
    #expect(radios.compactMap { $0["value"] }.sorted() == grounds.map(\.rawValue))
  }
}
