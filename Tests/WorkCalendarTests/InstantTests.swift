import Testing
import WorkCalendar

@Suite("Instant")
struct InstantTests {
  @Test(
    "Reads ISO 8601, in +08:00 unless told otherwise",
    arguments: [
      ("2016-03-07T15:04", "2016-03-07T15:04:00+08:00"),
      ("2016-03-07 15:04:05", "2016-03-07T15:04:05+08:00"),
      ("2016-03-07T07:04:05Z", "2016-03-07T15:04:05+08:00"),
      ("2016-03-06T23:30:00-09:30", "2016-03-07T17:00:00+08:00"),
      ("2016-03-07T15:04:05.5+08:00", "2016-03-07T15:04:05.500+08:00"),
      ("2016-03-07T15:04:05.123456Z", "2016-03-07T23:04:05.123+08:00"),
      ("1969-12-31T23:59:59.999+08:00", "1969-12-31T23:59:59.999+08:00"),
    ])
  func reads(text: String, written: String) {
    #expect(Instant.parse(text)?.description == written)
    #expect(Instant(written)?.description == written)
  }

  @Test(
    "Refuses what is no time",
    arguments: [
      "", "2016-03-07", "2016-03-07T24:00", "2016-03-07T12:60", "2016-03-07T12:00:60", "2016-02-30T12:00",
      "2016-03-07T1:00:00", "2016-03-07T12:00+8", "2016-03-07T12:00Zulu", "2016-03-07T12:00:00.",
      "2016-03-07T12:00:00.1.2",
      "2016-03-07T12:00:00+20:00", "2016-03-07T12", "2016-03-07T12:00:00,5", "2016-03-07T１２:00",
    ])
  func refuses(text: String) {
    #expect(Instant.parse(text) == nil)
  }

  @Test func theDayTurnsAtMidnightInChina() {
    let before = Instant("2016-03-07", hour: 23, minute: 59, second: 59)
    #expect(before.milliseconds == 1_457_366_399_000)
    #expect((before.day, before.hour, before.minute, before.second) == ("2016-03-07", 23, 59, 59))
    #expect(before.adding(milliseconds: 1000).day == "2016-03-08")
    #expect(Instant("2016-03-07", hour: 24) == Instant("2016-03-08", hour: 0))
  }

  @Test func arithmeticStopsAtTheEnds() {
    let instant = Instant("2016-03-07", hour: 0)
    #expect(instant.adding(hours: .max).day == .latest)
    #expect(instant.adding(minutes: .min).day == .earliest)
    #expect(instant.adding(milliseconds: .max).description == "9999-12-31T23:59:59.999+08:00")
    #expect(instant.adding(milliseconds: .max).milliseconds == 253_402_271_999_999)
    #expect(instant.adding(hours: 25).milliseconds(until: instant) == -90_000_000)
  }

  @Test func clocks() {
    let instant = Instant("2016-12-31", hour: 18)
    #expect(WallClock.fixed(instant).now() == instant)
    #expect(WallClock.fixed(instant).today == "2016-12-31")
    #expect(WallClock.system.now() > Instant("2024-01-01", hour: 0))
  }
}
