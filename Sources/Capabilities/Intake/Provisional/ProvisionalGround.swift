package import Kernel
package import Localization
import Storage
package import WorkCalendar

/// 先行提供法律援助事由 · Ground of provisional aid: why aid is given before the application is decided (程序规定 2012, 18;
/// 法律援助法 44). The codes are stable.
package enum ProvisionalGround: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case limitation, preservation, urgent

  package var name: Text {
    switch self {
    case .limitation:
      Text(
        "距法定时效或者期限届满不足七日，需要及时起诉、申请仲裁或者行政复议",
        "Fewer than seven days to a limitation or statutory period, and a suit, arbitration or reconsideration is due"
      )
    case .preservation:
      Text(
        "需要立即申请财产保全、证据保全或者先予执行",
        "Property or evidence has to be preserved at once, or enforcement to be advanced")
    case .urgent: Text("其他紧急或者特殊情况", "Another urgent or special situation")
    }
  }

  package var key: String {
    switch self {
    case .limitation: "PA1"
    case .preservation: "PA2"
    case .urgent: "PA3"
    }
  }

  private static let grounds = Grounds([
    .rs2012: .fromMemory(.p12("18")), .rs2022: Grounds.Ground([.lal("44")]), .rs2023: Grounds.Ground([.lal("44")]),
  ])

  package static func basis(_ rules: RuleSet) -> [LegalBasis] { grounds.basis(rules) }

  /// 不足七日 · Days to the end of the period, below which the first ground holds.
  package static let daysLeft = 7
  /// 补充期限 · Days within which the papers are supplied, where the centre names no other (local default).
  package static let daysToSupply = 7

  /// Says no where the period it rests on is not named, is over, or does not run out within seven days.
  package func refusal(periodEnds: Day?, today: Day) -> Refusal? {
    guard self == .limitation else { return nil }
    guard let periodEnds, periodEnds >= today else { return Self.periodMissing }
    return today.days(until: periodEnds) < Self.daysLeft ? nil : Self.notUrgent
  }

  private static let periodMissing = Refusal(
    "provisional.period",
    Text("请填写时效或者期限届满的日期，不得早于今天。", "Give the day on which the period ends; it is not before today."),
    field: "periodEnds")
  private static let notUrgent = Refusal(
    "provisional.notUrgent",
    Text(
      "距期限届满还有七日以上，不符合先行提供法律援助的这一情形，请按正常程序审查或者选择其他情形。",
      "Seven days or more are left: this ground does not hold. Decide it in the ordinary way, or choose another ground."
    ), field: "periodEnds", basis: [.p12("18"), .lal("44")])

  static let entries =
    allCases.flatMap { grounds.entries($0.key, .eligibility, $0.name) } + [
      RuleEntry(
        "TL20", .eligibility,
        Text("先行提供法律援助的，在中心指定的期限内补办手续", "The papers of provisional aid are supplied by the day the centre names"),
        basis: [.p12("18"), .lal("44")], isVerified: false,
        note: Text(
          "国家没有规定期限的长度，默认七日，由负责人在决定时修改。",
          "No length is set by national law: seven days by default, which the head changes when ordering it."))
    ]
}
