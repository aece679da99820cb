import Intake
import Kernel
import Testing
import WorkCalendar

@Suite struct IntakeLimitTests {
  /// V1, V2, V5 and AT-10.2, AT-10.4: seven working days, then seven days (程序规定 2012, 13-14; 法律援助法 43).
  @Test(arguments: [
    ("2016-04-29", "2016-05-11"), ("2016-09-29", "2016-10-13"), ("2024-09-26", "2024-10-08"),
    ("2022-06-01", "2022-06-08"),
  ])
  func decision(_ from: String, _ due: String) throws {
    let start = try #require(Day(from))
    let found = IntakeLimits.decision.due(from: .day(start), rules: .inForce(on: start), calendar: .official)
    #expect(found?.value == Day(due).map(Moment.day))
  }

  /// V4, AT-10.3: the supplement's time does not count.
  @Test func supplementPauses() throws {
    let pause = try #require(Pause("2016-03-09..2016-03-16"))
    let due = IntakeLimits.decision.due(
      from: .day(try #require(Day("2016-03-07"))), rules: .rs2012, calendar: .official, pauses: [pause])
    #expect(due?.value == Day("2016-03-23").map(Moment.day))
  }

  @Test(arguments: [
    (RuleSet.rs2012, TimeLimit.workingDays(7), TimeLimit.workingDays(5)),
    (.rs2018, .workingDays(7), .workingDays(5)), (.rs2022, .calendarDays(7), .calendarDays(5)),
    (.rs2023, .calendarDays(7), .calendarDays(5)), (.rs2025, .calendarDays(7), .calendarDays(5)),
  ])
  func lengths(_ rules: RuleSet, _ decision: TimeLimit, _ objection: TimeLimit) {
    #expect(IntakeLimits.decision.variant(rules, on: rules.from)?.limit == decision)
    #expect(IntakeLimits.objection.variant(rules, on: rules.from)?.limit == objection)
    #expect(ObjectionRight.limit(rules) == (rules < .rs2022 ? "五个工作日" : "五日"))
  }

  /// 程序规定 2012, 18; 法律援助法 44: fewer than seven days left, the day itself included; the others need no period.
  @Test(arguments: [
    (String?("2016-05-19"), String?("provisional.period")), ("2016-05-20", nil), ("2016-05-26", nil),
    ("2016-05-27", "provisional.notUrgent"), (nil, "provisional.period"),
  ])
  func provisional(_ ends: String?, _ refused: String?) {
    let today = Day.literal(2016, 5, 20)
    let periodEnds = ends.flatMap { Day($0) }
    #expect(ProvisionalGround.limitation.refusal(periodEnds: periodEnds, today: today)?.key == refused)
    for other in [ProvisionalGround.preservation, .urgent] {
      #expect(other.refusal(periodEnds: periodEnds, today: today) == nil)
    }
  }

  @Test func decidersAreTheReviewerThenTheDirector() {
    #expect(IntakeLimits.decision.roles == [.reviewer, .director])
  }
}
