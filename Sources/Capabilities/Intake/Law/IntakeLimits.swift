package import Kernel
import Localization
import WorkCalendar

/// 受理审批期限 · Intake limits: the clocks from acceptance to decision and objection.
package enum IntakeLimits {
  package static let all =
    [decision, criminalDecision, objection] + CustodyLimits.all + PetitionLimits.all + PriorityLimits.all

  /// Working days until 2021, plain days since. The time of a supplement is not counted.
  package static let decision = LimitRule(
    "TL04", Text("审查并作出决定", "Review and decide"), roles: [.reviewer, .director],
    [
      .rs2012: .init(.workingDays(7), [.p12("13"), .p12("14")]),
      .rs2022: .init(.calendarDays(7), [.lal("43")]),
      .rs2023: .init(.calendarDays(7), [.lal("43")]),
    ],
    note: Text("补充材料、说明和查证的时间不计入。", "The time of a supplement, explanation or verification is not counted."))

  /// Of criminal applications the text of 2013 has plain days (from memory).
  package static let criminalDecision = LimitRule(
    "TL04c", Text("审查并作出决定（刑事）", "Review and decide (criminal)"), roles: [.reviewer, .director],
    [
      .rs2012: .init(.calendarDays(7), [.c13("8")], isVerified: false),
      .rs2022: .init(.calendarDays(7), [.lal("43")]),
      .rs2023: .init(.calendarDays(7), [.lal("43")]),
    ], note: .fromMemory)

  /// The clock of an application: its own in a criminal case.
  package static func decision(of track: CaseTrack) -> LimitRule { track.isCriminal ? criminalDecision : decision }

  package static let decisionKeys = [decision.key, criminalDecision.key]

  package static let objection = LimitRule(
    "TL13", Text("审查异议", "Decide an objection"), roles: [.objectionReviewer],
    [
      .rs2012: .init(.workingDays(5), [.r03("19"), .p12("19")]),
      .rs2022: .init(.calendarDays(5), [.lal("49")]),
      .rs2023: .init(.calendarDays(5), [.lal("49")]),
    ],
    note: Text("国家没有规定提出异议的期限。", "No national limit is set for making an objection."))
}
