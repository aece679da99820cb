import Kernel
import Localization
import Testing
import WorkCalendar

@Suite("Rule sets") struct RuleSetTests {
  @Test(
    "The set in force changes on the day of its law",
    arguments: [
      ("2011-01-01", RuleSet.rs2012), ("2018-10-25", .rs2012), ("2018-10-26", .rs2018), ("2021-12-31", .rs2018),
      ("2022-01-01", .rs2022), ("2023-08-31", .rs2022), ("2023-09-01", .rs2023), ("2025-06-14", .rs2023),
      ("2025-06-15", .rs2025), ("2026-11-27", .rs2025),
    ])
  func inForce(_ day: String, _ rules: RuleSet) throws {
    #expect(RuleSet.inForce(on: try #require(Day(day))) == rules)
  }

  @Test("Two sets only amend another; stored names stay")
  func lineage() {
    #expect(RuleSet.rs2018.lineage == [.rs2018, .rs2012] && RuleSet.rs2025.lineage == [.rs2025, .rs2023])
    #expect(RuleSet.allCases.filter { $0.parent == nil } == [.rs2012, .rs2022, .rs2023])
    #expect(RuleSet.allCases.map(\.rawValue) == ["RS2012", "RS2018", "RS2022", "RS2023", "RS2025"])
    #expect(RuleSet.allCases.map(\.formSet) == [2013, 2013, 2013, 2023, 2023])
    #expect(RuleSet.rs2012.to == .literal(2018, 10, 25) && RuleSet.rs2025.to == nil)
  }

  private static let later = Day.literal(2020, 9, 1)
  private static let ended = Day.literal(2025, 6, 14)

  /// A limit of 2012 with a text of September 2020, and another length until June 2025.
  private static let limit = LimitRule(
    "TEST", Text("期限", "A limit"), roles: [.reviewer],
    [
      .rs2012: .init(.workingDays(7), []), .rs2018: .init(.calendarDays(3), [], from: later),
      .rs2023: .init(.calendarDays(5), [], to: ended),
    ])

  @Test(
    "What a set does not say is as in the set it amends; a text counts from its own day",
    arguments: [
      ("2016-05-20", TimeLimit.workingDays(7)), ("2018-10-26", .workingDays(7)), ("2020-08-31", .workingDays(7)),
      ("2020-09-01", .calendarDays(3)), ("2021-12-31", .calendarDays(3)), ("2022-01-01", nil),
      ("2025-06-14", .calendarDays(5)), ("2025-06-15", nil),
    ])
  func variants(_ day: String, _ length: TimeLimit?) throws {
    let day = try #require(Day(day))
    #expect(Self.limit.variant(.inForce(on: day), on: day)?.limit == length)
    #expect(
      (Self.limit.due(from: .day(day), rules: .inForce(on: day), calendar: .official) == nil) == (length == nil))
  }

  @Test("Asked for a day outside the set, the nearest day of it counts")
  func outside() {
    #expect(Self.limit.variant(.rs2012, on: .literal(2024, 1, 1))?.limit == .workingDays(7))
    #expect(Self.limit.variant(.rs2018, on: .literal(2024, 1, 1))?.limit == .calendarDays(3))
    #expect(Self.limit.variant(.rs2025, on: .literal(2016, 1, 1)) == nil)
  }

  @Test("The rule book prints each under the sets in which it applies")
  func entries() {
    #expect(Self.limit.entries.map(\.ruleSets) == [[.rs2012, .rs2018], [.rs2018], [.rs2023]])
    #expect(Self.limit.entries.map(\.from) == [nil, Self.later, nil])
    #expect(Self.limit.entries.map(\.to) == [nil, nil, Self.ended])
  }
}
