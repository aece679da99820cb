import Intake
package import Kernel
import Localization
import Registry
import Storage

/// 案件指标 · Case measures: what the plan counts of cases and hearings. Every case accepted counts, also one that ended
/// early; legal help, consultation and drafting are no cases.
package enum CaseMeasures {
  package static let all: [Measure] = [
    growth, volume, criminal, litigation, lawFirm, observation, closing, gravest, minors, senior, online,
    archiving,
  ]

  private static let accepted = Text(
    "按准予法律援助之日（通知案件按收到通知之日）统计，包括后来终止的案件。",
    "Counted on the day of the grant (notified cases: of the notice), those terminated later among them.")

  private static let growth = Measure(
    key: "K0", name: Text("案件数增长", "Growth of cases"), countingRule: accepted, numerator: Counted.accepted,
    denominator: nil)

  private static let volume = Measure(
    key: "K1", name: Text("每万人案件数", "Cases per 10,000 residents"), countingRule: accepted,
    numerator: Counted.accepted, denominator: nil)

  private static let criminal = Measure(
    key: "K2", name: Text("刑事案件占比", "Criminal share"),
    countingRule: Text(
      "刑事类案件，以及形式为刑事辩护、刑事代理的案件，占受理案件总数。",
      "Cases of the criminal tracks, or whose form is criminal defence or agency, of all accepted."),
    numerator: Counted.criminal, denominator: Counted.accepted)

  private static let litigation = Measure(
    key: "K3", name: Text("诉讼案件占已结案件", "Litigation share of closed cases"),
    countingRule: Text(
      "诉讼代理和刑事案件占已结案件总数；仲裁、复议、调解为非诉讼。终止的案件在终止之日计为已结。",
      "Suits and criminal cases of all closed; arbitration, reconsideration and mediation are none. A terminated case counts as closed on that day."
    ),
    numerator: Counted.closedLitigation, denominator: Counted.closed)

  private static let lawFirm = Measure(
    key: "K4", name: Text("律师事务所律师承办占比", "Law-firm lawyers’ share"),
    countingRule: Text(
      "统计截止日由律师事务所律师承办的案件占受理案件总数；更换承办人员的，按统计截止日的承办人员。",
      "Cases that a law-firm lawyer has on the day of counting, of all accepted; after a replacement, whoever has it then."
    ),
    numerator: Counted.ofLawFirms, denominator: Counted.accepted)

  private static let observation = Measure(
    key: "K5", name: Text("庭审旁听率", "Hearing observation rate"),
    countingRule: Text(
      "期内至少旁听一次的案件占期内开庭审理的案件，一案多次开庭计一件。",
      "Cases with an observed hearing in the period, of those with a hearing held in it; several hearings of a case count once."
    ),
    numerator: Counted.observed, denominator: Counted.heard)

  private static let closing = Measure(
    key: "K6", name: Text("结案率", "Closing rate"),
    countingRule: Text("期内结案数与期内受理数之比。", "Cases closed in the period to cases accepted in it."),
    numerator: Counted.closed, denominator: Counted.accepted,
    alternatives: [
      Measure.Alternative(
        "openingStock", Text("期初未结与期内受理之和", "Open at the beginning, and accepted since"),
        denominator: Counted.openOrAccepted)
    ])

  private static let gravest = Measure(
    key: "K8", name: Text("重刑案件指派合规率", "Compliance in life and death cases"),
    countingRule: Text(
      "可能判处无期徒刑、死刑的案件和死刑复核案件中，指派之日承办人员执业满三年的。没有记录承办人员当日资格的（导入的和较早的案件）不计。",
      "Of the cases with life imprisonment or death possible and of death reviews, those whose undertaker had three years of practice on the day he was named. Cases without his standing on record, imported or older ones, are left out."
    ),
    numerator: Counted.gravestQualified, denominator: Counted.gravest)

  private static let minors = Measure(
    key: "K9", name: Text("未成年人案件指派合规率", "Compliance in minors’ cases"),
    countingRule: Text(
      "办案机关通知的未成年人案件中，指派之日承办人员登记有熟悉未成年人身心特点的依据的。没有记录当日资格的不计。",
      "Of the minors’ cases that an organ notified, those whose undertaker was on record as knowing minors on the day he was named. Cases without his standing on record are left out."
    ),
    numerator: Counted.minorsQualified, denominator: Counted.minors)

  private static let senior = Measure(
    key: "K10", name: Text("刑事案件资深律师占比", "Senior lawyers’ share of criminal cases"),
    countingRule: Text(
      "期内受理、已有承办人员的刑事案件中，指派之日为资深律师承办的；资深年限由本单位设定，默认执业满五年。没有记录当日资格的不计。",
      "Of the criminal cases accepted in the period that somebody undertakes, those whose undertaker was a senior lawyer on the day he was named; the office sets from how many years on, five by default. Cases without his standing on record are left out."
    ),
    numerator: Counted.criminalBySenior, denominator: Counted.criminalUndertaken)

  private static let online = Measure(
    key: "K12", name: Text("网上办理率", "Online processing"),
    countingRule: Text(
      "期内受理、已经指派的案件中，审批、决定、指派三步都在系统办理并加盖电子印章的；以扫描件代替任何一份文书的不计。导入的案件和通知辩护案件不在其内。",
      "Of the cases accepted in the period on an application and assigned, those whose approval, decision and assignment were all made in the system and sealed electronically; a scan in place of any of these papers does not count. Imported and notified cases are left out."
    ),
    numerator: Counted.sealedThroughout, denominator: Counted.assignedHere)

  private static let archiving = Measure(
    key: "K15", name: Text("归档率", "Archived share"),
    countingRule: Text(
      "期内接收卷宗的案件中，统计截止日已归档的。",
      "Of the cases whose dossier was accepted in the period, those archived by the day of counting."
    ),
    numerator: Counted.archived, denominator: Counted.dossierAccepted)
}
