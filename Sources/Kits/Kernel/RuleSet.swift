package import Localization
package import WorkCalendar

/// 规则集 · Rule set: the dated collection of rules in force on a trigger's date. A clock, a form set or a test uses
/// the set in force when its own trigger happened; the record keeps which set decided it.
package enum RuleSet: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
  case rs2012 = "RS2012"
  case rs2018 = "RS2018"
  case rs2022 = "RS2022"
  case rs2023 = "RS2023"
  case rs2025 = "RS2025"

  package var from: Day {
    switch self {
    case .rs2012: .literal(2012, 7, 1)
    case .rs2018: .literal(2018, 10, 26)
    case .rs2022: .literal(2022, 1, 1)
    case .rs2023: .literal(2023, 9, 1)
    case .rs2025: .literal(2025, 6, 15)
    }
  }

  /// The last day of the set; nil while it is in force.
  package var to: Day? { Self.allCases.first { $0 > self }?.from.adding(days: -1) }

  package func holds(on day: Day) -> Bool { self == .inForce(on: day) }

  /// 基础规则集 · The set this one only amends: what it does not say itself is as there (刑事诉讼法 2018; 投诉处理办法 2025).
  package var parent: RuleSet? {
    switch self {
    case .rs2018: .rs2012
    case .rs2025: .rs2023
    case .rs2012, .rs2022, .rs2023: nil
    }
  }

  /// Itself and the sets it amends, in the order in which a rule is looked for.
  package var lineage: [RuleSet] { [self] + (parent?.lineage ?? []) }

  package var name: Text {
    switch self {
    case .rs2012: Text("2012年规则", "Rules of 2012")
    case .rs2018: Text("2018年规则", "Rules of 2018")
    case .rs2022: Text("2022年规则", "Rules of 2022")
    case .rs2023: Text("2023年规则", "Rules of 2023")
    case .rs2025: Text("2025年规则", "Rules of 2025")
    }
  }

  /// 文书格式 · The year of the set of forms that papers of this time use.
  package var formSet: Int { self >= .rs2023 ? 2023 : 2013 }

  /// The set in force on a day; a day before 1 July 2012 is answered with the first set.
  package static func inForce(on day: Day) -> RuleSet {
    allCases.last { $0.from <= day } ?? .rs2012
  }

  package static func < (a: RuleSet, b: RuleSet) -> Bool { a.from < b.from }
}

extension [RuleSet] {
  /// 自2022年 · Since the Legal Aid Law.
  package static let since2022: [RuleSet] = RuleSet.allCases.filter { $0 >= .rs2022 }
  /// 2021年底前 · Before the Legal Aid Law.
  package static let until2021: [RuleSet] = RuleSet.allCases.filter { $0 < .rs2022 }
}

extension [RuleSet: LimitRule.Variant] {
  /// The same under every set.
  package static func throughout(_ variant: LimitRule.Variant) -> Self {
    Dictionary(uniqueKeysWithValues: RuleSet.allCases.filter { $0.parent == nil }.map { ($0, variant) })
  }
}

extension Day {
  /// A day written in the source; a day that does not exist is a fault of the source and falls back to the earliest day.
  package static func literal(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? .earliest
  }
}
