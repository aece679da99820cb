import Cases
import DefenceNotices
import Intake
package import Kernel
package import Localization
import Storage
package import WorkCalendar

/// 法律帮助内容 · Kind of legal help: what a duty lawyer does for somebody who has no defender (刑事诉讼法 2018, 36, 174;
/// 法律援助法 30).
package enum HelpKind: String, Sendable, Hashable, CaseIterable, Codable {
  case consultation, procedureChoice, coerciveMeasure, opinion, pleaWitness, fileInspection, helpToApply

  package var name: Text {
    switch self {
    case .consultation: Text("法律咨询", "Consultation")
    case .procedureChoice: Text("程序选择建议", "Advice on the choice of procedure")
    case .coerciveMeasure: Text("申请变更强制措施", "Change of a coercive measure")
    case .opinion: Text("对案件处理提出意见", "Opinion on the handling of the case")
    case .pleaWitness: Text("见证签署认罪认罚具结书", "Plea affidavit witnessed")
    case .fileInspection: Text("查阅案卷材料", "File inspected")
    case .helpToApply: Text("帮助申请法律援助", "Help to apply for legal aid")
    }
  }

  package static func joined(_ kinds: [HelpKind]) -> String {
    allCases.filter(kinds.contains).map(\.rawValue).joined(separator: ";")
  }

  package static func split(_ text: String) -> [HelpKind] {
    text.split(separator: ";").compactMap { HelpKind(rawValue: String($0)) }
  }
}

/// 法律帮助规则 · Help rule: from when a kind of help rests on which article.
package struct HelpRule: Sendable {
  package let kind: HelpKind
  package let from: Day
  package let to: Day?
  package let basis: [LegalBasis]
  package let isVerified: Bool
  /// Not before a case is with the procuratorate.
  package let isFromProsecutionReview: Bool

  init(
    _ kind: HelpKind, from: Day, to: Day? = nil, _ basis: [LegalBasis], isVerified: Bool = true,
    fromProsecutionReview: Bool = false
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.basis = basis
    self.isVerified = isVerified
    isFromProsecutionReview = fromProsecutionReview
  }

  fileprivate func isInForce(on day: Day) -> Bool { day.isWithin(from, to) }
}

/// 法律帮助规则表 · All kinds, in the order of the law.
package enum HelpRules {
  /// 值班律师制度入法之日 · From this day on duty lawyers rest on law; before, on what a place's own pilot document says.
  package static let statutoryFrom = Day.literal(2018, 10, 26)
  private static let lawFrom = Day.literal(2022, 1, 1)
  private static let beforeLaw = Day.literal(2021, 12, 31)

  /// The rule of a kind on a day; nil where no law of that day knows it.
  package static func rule(_ kind: HelpKind, on day: Day) -> HelpRule? {
    rules.first { $0.kind == kind && $0.isInForce(on: day) }
  }

  /// What duty lawyers rest on, on a day; empty before there was a law.
  package static func basis(on day: Day) -> [LegalBasis] {
    guard day >= statutoryFrom else { return [] }
    return [LegalBasis(.criminalProcedure2018, "36")] + (day >= lawFrom ? [.lal("30")] : [])
  }

  private static let rules: [HelpRule] =
    [HelpKind.consultation, .procedureChoice, .coerciveMeasure, .opinion].flatMap { kind in
      [
        HelpRule(kind, from: statutoryFrom, to: beforeLaw, [.cpl18("36")]),
        HelpRule(kind, from: lawFrom, [.cpl18("36"), .lal("30")]),
      ]
    } + [
      HelpRule(.pleaWitness, from: statutoryFrom, [.cpl18("174")]),
      HelpRule(
        .fileInspection, from: statutoryFrom, to: .literal(2021, 2, 28), [LegalBasis(.procuratorate2019, "269")],
        isVerified: false, fromProsecutionReview: true),
      HelpRule(
        .fileInspection, from: .literal(2021, 3, 1),
        [LegalBasis(.procuratorate2019, "269"), LegalBasis(.interpretation2021, "53")], fromProsecutionReview: true),
      HelpRule(
        .helpToApply, from: .literal(2020, 8, 20), to: beforeLaw, [LegalBasis(.dutyLawyers2020, "")],
        isVerified: false),
      HelpRule(.helpToApply, from: lawFrom, [.lal("39"), LegalBasis(.dutyLawyers2020, "")], isVerified: false),
    ]

  /// As the rule book prints them.
  package static let entries: [RuleEntry] =
    [pilot, noDefender] + rules.map(entry) + [heard]

  static let pilot = RuleEntry(
    "DL0", .handling,
    Text(
      "2018年10月26日以前没有法律规定值班律师；登记须有本地试点文件",
      "No law knew duty lawyers before 26 October 2018: a local pilot document is needed"),
    ruleSets: [.rs2012], to: .literal(2018, 10, 25), basis: [], isVerified: false,
    note: Text(
      "以值班地点登记的设立依据为准，是本产品的默认做法。", "What the place’s founding document says decides; the product’s default."))
  static let noDefender = RuleEntry(
    "DL1", .handling,
    Text("没有辩护人的，由值班律师提供法律帮助", "Whoever has no defender is helped by the duty lawyer"), from: statutoryFrom,
    basis: [.cpl18("36")])
  private static let heard = RuleEntry(
    "DL2", .handling, Text("办案机关应当听取值班律师的意见", "The organ hears the duty lawyer’s opinion"), from: statutoryFrom,
    basis: [.cpl18("173")])

  private static func entry(_ rule: HelpRule) -> RuleEntry {
    RuleEntry(
      "DL.\(rule.kind.rawValue)", .handling, rule.kind.name,
      ruleSets: RuleSet.allCases.filter { set in
        let end = RuleSet.allCases.first { $0 > set }?.from.adding(days: -1) ?? .latest
        return rule.from <= end && rule.to.map { set.from <= $0 } ?? true
      }, from: rule.from, to: rule.to, basis: rule.basis, isVerified: rule.isVerified,
      note: rule.isVerified ? rule.isFromProsecutionReview ? .fromReview : nil : .unchecked)
  }
}

extension LegalBasis {
  static func cpl18(_ article: String) -> LegalBasis { LegalBasis(.criminalProcedure2018, article) }
}

extension Text {
  fileprivate static let fromReview = Text("自审查起诉之日起。", "From prosecution review on.")
  fileprivate static let unchecked = Text(
    "起始日期或者条文凭记忆录入，尚未与原文核对。", "The first day or the article is from memory; not yet checked against the text.")
}
