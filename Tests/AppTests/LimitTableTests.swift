import App
import Foundation
import Kernel
import TestSupport
import Testing
import WorkCalendar

/// 期限总表 · The whole table of time limits is in the product, and each ends when it should.
@Suite struct LimitTableTests {
  @Test func everyKeyIsThere() {
    let known = Set(Catalogue.rules.map(\.key))
    let wanted = (1...38).map { $0 < 10 ? "TL0\($0)" : "TL\($0)" } + ["TL04c", "TL13a"]
    #expect(wanted.filter { !known.contains($0) } == [])
  }

  /// Every rule names the function that tries it, and it is there.
  @Test func everyRuleIsTested() throws {
    for rule in Catalogue.rules {
      let place = try #require(
        rule.tested, "\(rule.key) is tested nowhere: name its test in Sources/App/RuleTests.swift")
      let parts = place.split(separator: ".").map(String.init)
      let file = Checkout.root.appending(path: "Tests/\(parts[0]).swift")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(parts.count == 2 && text.contains("func \(parts[1])("), "\(rule.key): \(place)")
    }
  }

  /// The last day or instant; nil where the law of that day knows no such limit.
  @Test(arguments: [
    ("TL01", "2016-05-20T15:00", String?("2016-05-21T15:00")), ("TL02", "2021-12-31T15:00", nil),
    ("TL02", "2022-01-04T15:00", "2022-01-05T15:00"), ("TL03", "2016-05-20", "2016-05-23"),
    ("TL07", "2016-05-20", "2016-05-23"), ("TL09", "2016-05-31", "2016-05-16"),
    ("TL10", "2016-05-31", "2016-05-28"),
    ("TL10", "2022-05-31", nil), ("TL12", "2016-05-23", "2016-05-26"), ("TL15", "2016-05-23", "2016-06-02"),
    ("TL16", "2016-05-31", "2016-05-28"), ("TL17", "2016-05-23", "2016-05-30"),
    ("TL21", "2016-05-20T15:00", "2016-05-22T15:00"), ("TL22", "2016-05-20T15:00", nil),
    ("TL22", "2020-09-01T15:00", "2020-09-02T15:00"), ("TL23", "2016-05-23", "2016-05-26"),
    ("TL24", "2016-05-23", nil), ("TL24", "2022-05-23", "2022-05-26"), ("TL25", "2016-05-23", "2016-05-26"),
    ("TL26", "2016-05-23", "2016-05-26"), ("TL27", "2019-08-31", nil), ("TL27", "2019-09-02", "2019-10-17"),
    ("TL28", "2016-05-23", "2016-06-07"), ("TL29", "2016-04-29", "2016-05-11"),
    ("TL30", "2016-05-20T15:00", "2016-05-21T15:00"), ("TL30-live", "2016-05-20T15:00", "2016-05-20T20:00"),
    ("TL31", "2016-03-07", "2016-03-14"), ("TL32", "2016-03-07", "2016-04-21"),
    ("TL33", "2025-06-13", "2025-06-20"),
    ("TL31", "2025-06-15", nil), ("TL32", "2025-06-15", nil), ("TL33", "2025-06-15", nil),
    ("PT1", "2016-05-20", "2016-11-21"), ("TL35", "2021-12-31", nil), ("TL35", "2022-03-07", "2022-03-28"),
    ("TL38", "2016-05-20", "2016-05-20"),
  ])
  func ends(_ key: String, _ from: String, _ due: String?) throws {
    let limit = try #require(Capabilities.limits.first { $0.key == key })
    let trigger = try #require(Trigger(from))
    let found = limit.due(from: trigger, rules: .inForce(on: trigger.day), calendar: .official)
    #expect(found?.value?.description.prefix(16).description == due)
  }
}
