import Localization
import Markup
import WorkCalendar

/// 口径说明 · Counting footer: by which rules, and as of which day, the figures above were counted.
enum CountingFooter {
  static func html(_ question: IndicatorQuestion, _ language: Language) -> HTML {
    p(.class("small soft")) {
      Text(
        "统计口径第\(IndicatorReport.countingRules)版，截至\(Format.day(question.asOf, .zh))。",
        "Counting rules version \(IndicatorReport.countingRules), as of \(Format.day(question.asOf, .en))."
      )[language]
    }
  }
}
