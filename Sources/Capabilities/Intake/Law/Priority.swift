package import Kernel
package import Localization
package import Registry
import WorkCalendar

/// 优先办理 · Priority: the applications of servicepersons, their families and survivors are taken first (2014年意见;
/// 军人地位和权益保障法 61). It exempts from no test and shortens no limit of the law.
package enum Priority {
  package static let name = Text("优先", "Priority")

  package static func holds(_ groups: [GroupCode]) -> Bool { groups.contains(where: \.isMilitary) }

  package static let entries = grounds.entries(
    "PRI", .eligibility, Text("军人军属的申请优先办理", "Applications of military personnel and families come first"))

  private static let grounds = Grounds([
    .rs2012: Grounds.Ground([LegalBasis(.military2014, "")], isVerified: false, note: partlyRead),
    .rs2022: Grounds.Ground([LegalBasis(.servicepersons, "61")]),
    .rs2023: Grounds.Ground([LegalBasis(.servicepersons, "61")]),
  ])
  private static let partlyRead = Text("意见只读到部分条文。", "Of the opinion only parts were read.")
}

/// 优先审查目标 · Priority limits: until when an office wants to have decided such an application. It binds the office, moves
/// no limit of the law, and runs only where a local pack or the office's settings shorten it.
package enum PriorityLimits {
  package static let all = [target]

  package static let target = LimitRule(
    "PR1", Text("军人军属申请的审查目标", "Target for applications of military personnel"), roles: [.reviewer],
    [
      .rs2012: .init(.workingDays(7), [LegalBasis(.military2014, "")], isVerified: false),
      .rs2022: .init(.workingDays(7), [LegalBasis(.servicepersons, "61")], isVerified: false),
      .rs2023: .init(.workingDays(7), [LegalBasis(.servicepersons, "61")], isVerified: false),
    ],
    note: Text(
      "不是法定期限；只有规则包或者单位设定缩短时才计算。", "No limit of the law: it runs only where a pack or the office shortens it."))
}
