import Localization
import Markup
import Registry
import WorkCalendar

/// 口径说明 · Counting footer: by which rules, and as of which day, the figures above were counted.
enum CountingFooter {
  static func html(_ question: IndicatorQuestion, _ groups: GroupCounting, _ language: Language) -> HTML {
    p(.class("small soft")) {
      Text(
        "统计口径第\(IndicatorReport.countingRules)版，群体性案件\(groups.name.zh)；截至\(Format.day(question.asOf, .zh))。",
        "Counting rules version \(IndicatorReport.countingRules), group cases \(groups.name.en); as of \(Format.day(question.asOf, .en))."
      )[language]
    }
  }
}
