import Localization
import Testing

@Suite("Format")
struct FormatTests {
  @Test func days() {
    #expect(Format.day(2016, 3, 7, .zh) == "2016年3月7日")
    #expect(Format.day(2016, 3, 7, .en) == "7 March 2016")
    #expect(Format.day(12, 31, .zh) == "12月31日")
    #expect(Format.day(12, 31, .en) == "31 December")
    #expect(Format.month(2016, 9, .en) == "September 2016")
    #expect(Format.weekday(7, .zh) == "星期日")
    #expect(Format.weekday(1, .en) == "Monday")
    #expect(Format.weekday(8, .zh) == "")
  }

  @Test func times() {
    #expect(Format.time(9, 5) == "09:05")
    #expect(Format.duration(minutes: 80, .zh) == "1小时20分钟")
    #expect(Format.duration(minutes: 80, .en) == "1 h 20 min")
    #expect(Format.duration(minutes: 120, .zh) == "2小时")
    #expect(Format.duration(minutes: 0, .en) == "0 min")
  }

  @Test(
    "Money",
    arguments: [
      (1_864_000, "¥18,640.00"), (0, "¥0.00"), (5, "¥0.05"), (-123_456_789, "-¥1,234,567.89"), (99_999, "¥999.99"),
      (Int64.min, "-¥92,233,720,368,547,758.08"),
    ] as [(Int64, String)])
  func money(fen: Int64, written: String) {
    #expect(Format.money(fen: fen, .zh) == written)
    #expect(Format.money(fen: fen, .en) == written)
  }

  @Test func counts() {
    #expect(Format.count(812_345) == "812,345")
    #expect(Format.count(-1000) == "-1,000")
    #expect(Format.count(999) == "999")
  }

  @Test(
    "Per cent, two decimals, half up",
    arguments: [
      (231, 1215, "19.01%"), (230, 1215, "18.93%"), (560, 1018, "55.01%"), (559, 1018, "54.91%"), (1, 1, "100.00%"),
      (1, 800, "0.13%"), (-1, 800, "-0.13%"), (-1, 1_000_000, "0.00%"), (2, 3, "66.67%"), (0, 5, "0.00%"),
      (3, 0, "—"),
      (99_999, 100_000, "100.00%"), (Int.max, Int.max, "100.00%"),
    ])
  func percent(numerator: Int, denominator: Int, written: String) {
    #expect(Format.percent(numerator, of: denominator) == written)
  }

  @Test func ratios() {
    #expect(Format.ratio(975, 812_345, scale: 10_000, places: 4) == "12.0023")
    #expect(Format.ratio(974, 812_345, scale: 10_000, places: 4) == "11.9900")
    #expect(Format.ratio(75, 3, places: 1) == "25.0")
    #expect(Format.ratio(5, 2, places: 0) == "3")
    #expect(Format.ratio(1, 0, places: 4) == nil)
    #expect(Format.ratio(1, -2, places: 4) == nil)
  }
}
