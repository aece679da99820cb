import Indicators
import Kernel
import Testing
import WorkCalendar

private func target(_ text: String) throws -> Target { try #require(Target(text)) }

@Suite struct ShareTests {
  /// AT-3.1, V15: 812,345 people; 975 cases pass, 974 fail though one decimal prints 12.0.
  @Test func at_3_1_casesPerTenThousand() throws {
    let (pass, fail) = (Share(975, 812_345, scale: 10_000), Share(974, 812_345, scale: 10_000))
    #expect(pass.value(places: 4) == "12.0023")
    #expect(try pass.meets(target("12"), .atLeast))
    #expect(fail.value(places: 4) == "11.9900" && fail.value(places: 1) == "12.0")
    #expect(try !fail.meets(target("12"), .atLeast))
    #expect(try pass.toGo(target("12"), .atLeast, raising: .numerator) == 0)
    #expect(try fail.toGo(target("12"), .atLeast, raising: .numerator) == 1)
  }

  /// AT-4.1, AT-4.2, AT-4.3 and V16: the least numerators that pass at these denominators.
  @Test(arguments: [
    (231, 1_215, "19", "19.0123", "18.9300"), (560, 1_018, "55", "55.0098", "54.9116"),
    (426, 1_215, "35", "35.0617", "34.9794"), (10, 187, "5", "5.3476", "4.8128"),
  ])
  func at_4_1_to_4_3_shares(
    _ least: Int, _ denominator: Int, _ wanted: String, _ passing: String, _ failing: String
  ) throws {
    let (pass, fail) = (Share(least, denominator, scale: 100), Share(least - 1, denominator, scale: 100))
    #expect(pass.value(places: 4) == passing && fail.value(places: 4) == failing)
    #expect(try pass.meets(target(wanted), .atLeast))
    #expect(try !fail.meets(target(wanted), .atLeast))
    #expect(try Share(0, denominator, scale: 100).toGo(target(wanted), .atLeast, raising: .numerator) == least)
  }

  /// What is answered reaches the target, and one case less does not.
  @Test(arguments: ["5", "19", "35.5", "55.25", "99.999"])
  func toGoIsTheLeast(_ wanted: String) throws {
    for (numerator, denominator) in [(0, 1), (3, 20), (184, 766), (440, 718), (1, 3), (999, 1_000)] {
      for raising in [Raising.numerator, .both] {
        let (share, target) = (Share(numerator, denominator, scale: 100), try target(wanted))
        let toGo = try #require(share.toGo(target, .atLeast, raising: raising))
        func raised(_ by: Int) -> Share {
          Share(numerator + by, denominator + (raising == .both ? by : 0), scale: 100)
        }
        #expect(raised(toGo).meets(target, .atLeast))
        #expect(toGo == 0 || !raised(toGo - 1).meets(target, .atLeast))
      }
    }
  }

  @Test func aHundredPerCentIsOutOfReachOnceMissed() throws {
    let missed = Share(9, 10, scale: 100)
    #expect(try missed.toGo(target("100"), .atLeast, raising: .both) == nil)
    #expect(try missed.toGo(target("100"), .atLeast, raising: .numerator) == 1)
    #expect(try Share(10, 10, scale: 100).toGo(target("100"), .atLeast, raising: .both) == 0)
  }

  @Test func growthMustBeAbove() throws {
    let (even, more) = (Share(1_102, 1_102, scale: 1), Share(1_103, 1_102, scale: 1))
    #expect(try !even.meets(target("1"), .above))
    #expect(try more.meets(target("1"), .above))
    #expect(try even.toGo(target("1"), .above, raising: .numerator) == 1)
    #expect(Share(1_215, 1_102, scale: 1).value(places: 4) == "1.1025")
  }

  @Test func halfUpAtTheFourthDecimal() {
    #expect(Share(1, 80_000, scale: 1).value(places: 4) == "0.0000")
    #expect(Share(1, 20_000, scale: 1).value(places: 4) == "0.0001")
    #expect(Share(2, 3, scale: 100).value(places: 4) == "66.6667")
    #expect(Share(0, 0, scale: 100).value(places: 4) == nil)
  }

  @Test(arguments: ["", ".", "1.", ".5", "-1", "1e2", "1,0", "12%", "1.2.3", "1234567890", "1.1234567", "１２"])
  func noTarget(_ text: String) { #expect(Target(text) == nil) }
}

@Suite struct ForecastTests {
  /// AT-3.2: 900 accepted on 30 September; 75 more are needed, 25.0 in each of the three months left.
  @Test func at_3_2_neededPerMonth() throws {
    let share = Share(900, 812_345, scale: 10_000)
    let toGo = try #require(try share.toGo(target("12"), .atLeast, raising: .numerator))
    #expect(toGo == 75)
    #expect(Forecast.perMonth(toGo, asOf: .literal(2016, 9, 30), year: 2016) == "25.0")
  }

  @Test(arguments: [("2016-09-29", 4), ("2016-09-30", 3), ("2016-12-30", 1), ("2016-12-31", 0), ("2017-03-01", 0)])
  func theRunningMonthCountsUntilItsLastDay(_ day: String, _ months: Int) throws {
    #expect(Forecast.monthsLeft(asOf: try #require(Day(day)), year: 2016) == months)
  }

  @Test func straightLine() {
    #expect(Forecast.yearEnd(900, asOf: .literal(2016, 9, 30), year: 2016) == 1_202)
    #expect(Forecast.yearEnd(900, asOf: .literal(2016, 12, 31), year: 2016) == 900)
    #expect(Forecast.yearEnd(1, asOf: .literal(2016, 1, 1), year: 2016) == 366)
    #expect(Forecast.yearEnd(0, asOf: .literal(2015, 12, 31), year: 2016) == nil)
    #expect(Forecast.perMonth(5, asOf: .literal(2016, 12, 31), year: 2016) == nil)
  }
}
