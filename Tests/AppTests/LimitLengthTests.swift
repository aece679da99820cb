import App
import Kernel
import Testing
import WorkCalendar

/// 期限长度表 · How long each limit is under each set that says something of its own, on which text, and whether the text was
/// read: a length that is changed anywhere is changed here, too, or by mistake.
@Suite struct LimitLengthTests {
  @Test(arguments: Self.written.keys.sorted())
  func isAsWritten(_ key: String) throws {
    let limit = try #require(Capabilities.limits.first { $0.key == key })
    let said = RuleSet.allCases.compactMap { set in limit.variants[set].map { "\(set.rawValue) \(Self.said($0))" } }
    #expect(said == Self.written[key])
  }

  @Test func noneIsLeftOut() {
    #expect(Capabilities.limits.map(\.key).filter { Self.written[$0] == nil } == [])
  }

  private static func said(_ variant: LimitRule.Variant) -> String {
    let length =
      switch variant.limit {
      case .months(let months, let days): "\(months) months \(days) days"
      default: "\(variant.limit.number) \(variant.limit.unit)"
      }
    return length + (variant.from.map { " from \($0)" } ?? "") + (variant.to.map { " to \($0)" } ?? "")
      + (variant.isVerified ? "" : ", unverified")
  }

  private static func always(_ said: String) -> [String] { ["RS2012 \(said)", "RS2022 \(said)", "RS2023 \(said)"] }

  private static let written: [String: [String]] = [
    "TL01": [
      "RS2012 24 hour", "RS2018 24 hour from 2020-09-01", "RS2022 24 hour", "RS2023 24 hour",
    ],
    "TL02": ["RS2022 24 hour", "RS2023 24 hour"],
    "TL03": [
      "RS2012 3 calendarDay, unverified", "RS2018 3 calendarDay from 2020-09-01", "RS2022 3 calendarDay",
      "RS2023 3 calendarDay",
    ],
    "TL04": ["RS2012 7 workingDay", "RS2022 7 calendarDay", "RS2023 7 calendarDay"],
    "TL04c": ["RS2012 7 calendarDay, unverified", "RS2022 7 calendarDay", "RS2023 7 calendarDay"],
    "TL05": ["RS2012 7 workingDay", "RS2022 3 calendarDay", "RS2023 3 calendarDay"],
    "TL06": ["RS2012 3 calendarDay, unverified", "RS2022 3 calendarDay", "RS2023 3 calendarDay"],
    "TL07": [
      "RS2012 3 calendarDay, unverified", "RS2018 3 calendarDay from 2020-09-01", "RS2022 3 calendarDay",
      "RS2023 3 calendarDay",
    ],
    "TL08": ["RS2012 3 calendarDay, unverified", "RS2022 3 calendarDay", "RS2023 3 calendarDay"],
    "TL09": [
      "RS2012 15 dayBeforeEvent", "RS2018 15 dayBeforeEvent from 2021-03-01", "RS2022 15 dayBeforeEvent",
      "RS2023 15 dayBeforeEvent",
    ],
    "TL10": ["RS2012 3 dayBeforeEvent"],
    "TL11": ["RS2012 5 workingDay", "RS2022 5 calendarDay, unverified", "RS2023 5 calendarDay"],
    "TL12": [
      "RS2012 3 calendarDay", "RS2018 3 calendarDay from 2021-03-01", "RS2022 3 calendarDay",
      "RS2023 3 calendarDay",
    ],
    "TL13": ["RS2012 5 workingDay", "RS2022 5 calendarDay", "RS2023 5 calendarDay"],
    "TL14": [
      "RS2012 5 workingDay, unverified", "RS2022 5 calendarDay, unverified", "RS2023 5 calendarDay, unverified",
    ],
    "TL15": always("10 calendarDay, unverified"),
    "TL16": always("3 dayBeforeEvent, unverified"),
    "TL17": always("5 calendarDay"),
    "TL18": always("30 calendarDay, unverified"),
    "TL19": always("30 calendarDay, unverified"),
    "TL21": ["RS2012 48 hour, unverified", "RS2018 48 hour", "RS2022 48 hour", "RS2023 48 hour"],
    "TL22": ["RS2018 24 hour from 2020-09-01", "RS2022 24 hour", "RS2023 24 hour"],
    "TL23": [
      "RS2012 3 calendarDay", "RS2018 3 calendarDay from 2021-03-01", "RS2022 3 calendarDay",
      "RS2023 3 calendarDay",
    ],
    "TL24": ["RS2018 3 calendarDay from 2020-09-01", "RS2022 3 calendarDay", "RS2023 3 calendarDay"],
    "TL25": [
      "RS2012 3 calendarDay, unverified", "RS2018 3 calendarDay from 2021-03-01", "RS2022 3 calendarDay",
      "RS2023 3 calendarDay",
    ],
    "TL26": [
      "RS2012 3 calendarDay, unverified", "RS2018 3 calendarDay from 2021-03-01", "RS2022 3 calendarDay",
      "RS2023 3 calendarDay",
    ],
    "TL27": [
      "RS2018 1 months 15 days from 2019-09-01", "RS2022 1 months 15 days", "RS2023 1 months 15 days",
    ],
    "TL28": [
      "RS2012 15 calendarDay", "RS2018 15 calendarDay from 2021-03-01", "RS2022 15 calendarDay",
      "RS2023 15 calendarDay",
    ],
    "TL29": always("7 workingDay, unverified"),
    "TL30": always("24 hour, unverified"),
    "TL30-live": always("5 hour, unverified"),
    "TL31": [
      "RS2012 5 workingDay, unverified", "RS2022 5 workingDay, unverified",
      "RS2023 5 workingDay to 2025-06-14, unverified",
    ],
    "TL32": [
      "RS2012 45 calendarDay, unverified", "RS2022 45 calendarDay, unverified",
      "RS2023 45 calendarDay to 2025-06-14, unverified",
    ],
    "TL33": [
      "RS2012 5 workingDay, unverified", "RS2022 5 workingDay, unverified",
      "RS2023 5 workingDay to 2025-06-14, unverified",
    ],
    "TL35": ["RS2022 15 workingDay", "RS2023 15 workingDay"],
    "KD1": always("12 months 0 days"), "KD2": always("45 calendarDay"), "KD3": always("15 calendarDay"),
    "KD4": always("24 months 0 days"), "KD5": always("2 months 0 days"), "KD6": always("72 hour"),
    "TL38": always("0 calendarDay, unverified"),
    "PT1": always("6 months 0 days, unverified"),
    "PR1": always("7 workingDay, unverified"),
    "CO3": always("10 workingDay, unverified"),
    "TL-PI": always("30 calendarDay, unverified"),
  ]
}
