import Intake
package import Kernel
import Localization
import WorkCalendar

/// 投诉期限 · Limits of complaints: the bureau accepts, concludes and answers (投诉处理办法 2013, as public notices quote it). The
/// limits of the measures of 2025 were not read, so none is known under them.
package enum ComplaintLimits {
  package static let all = [acceptance, conclusion, answer]

  package static let acceptance = LimitRule(
    "TL31", Text("决定是否受理投诉", "Accept a complaint or not"), roles: [], until2025(.workingDays(5)), note: note)
  package static let conclusion = LimitRule(
    "TL32", Text("办结投诉", "Conclude a complaint"), roles: [], until2025(.calendarDays(45)),
    note: Text("情况复杂的，经负责人批准可以延长。", "The head may extend it where the case is complex. ") + note)
  package static let answer = LimitRule(
    "TL33", Text("答复投诉人", "Answer the complainant"), roles: [], until2025(.workingDays(5)), note: note)

  /// What has a time and no length in days.
  static let entries = [
    RuleEntry(
      "TL13a", .handling, Text("对不予援助决定提出异议的期限", "Time to object to a refusal"), basis: [.r03("19"), .lal("49")],
      isVerified: false,
      note: Text(
        "国家没有规定期限，何时提出都受理；一些地方规定15日或者30日。",
        "No national limit: an objection is taken whenever it comes; some places set 15 or 30 days.")),
    RuleEntry(
      "TL34", .handling, Text("每半年向上一级报告投诉情况", "Complaints are reported to the next level every half year"),
      basis: [LegalBasis(.plan2016, "13")]),
    RuleEntry(
      "TL37", .handling,
      Text("对维持决定不服的，可以申请行政复议或者提起行政诉讼", "Against a decision upheld: reconsideration or litigation"),
      ruleSets: .since2022, basis: [.lal("49")]),
  ]

  private static func until2025(_ limit: TimeLimit) -> [RuleSet: LimitRule.Variant] {
    let basis = [LegalBasis(.complaints2013, "")]
    let variant = LimitRule.Variant(limit, basis, isVerified: false)
    return [
      .rs2012: variant, .rs2022: variant,
      .rs2023: .init(limit, basis, isVerified: false, to: Law.complaints2013.to),
    ]
  }

  private static let note = Text(
    "经公开通告转述，原文条次未见；2025年6月15日起施行的办法的期限尚未核对，不作推算。",
    "As public notices quote it; the limits of the measures in force from 15 June 2025 were not read, so none is given."
  )
}
