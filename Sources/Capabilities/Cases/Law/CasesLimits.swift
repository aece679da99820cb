import Intake
package import Kernel
import Localization
import WorkCalendar

/// 承办期限 · Case limits: the clocks from assignment to the accepted dossier.
package enum CasesLimits {
  package static let all = [
    assignment, criminalAssignment, noticeAssignment, engagement, replacement, dossier, examination,
  ]

  package static let assignment = LimitRule(
    "TL05", Text("指派（民事、行政）", "Assign (civil, administrative)"), roles: [.assigner],
    [
      .rs2012: .init(.workingDays(7), [.p12("20")]),
      .rs2022: .init(.calendarDays(3), [.lal("43")]),
      .rs2023: .init(.calendarDays(3), [.lal("43"), .p23("24")]),
    ])

  /// Until 2021 the two texts differ, three days and three working days: the stricter applies.
  package static let criminalAssignment = LimitRule(
    "TL06", Text("指派（刑事）", "Assign (criminal)"), roles: [.assigner],
    [
      .rs2012: .init(.calendarDays(3), [.c13("12"), .p12("20")], isVerified: false),
      .rs2022: .init(.calendarDays(3), [.lal("43")]),
      .rs2023: .init(.calendarDays(3), [.lal("43"), .p23("24")]),
    ],
    note: Text(
      "2012年规则中，程序规定为三个工作日，刑事规定为三日（条文未核对），按较严的三日执行。",
      "Under the rules of 2012 one text says three working days, the other three days (not checked): the stricter applies."
    ))

  package static let noticeAssignment = LimitRule(
    "TL08", Text("收到通知后指派并函告办案机关", "Assign on an organ's notice and tell the organ"), roles: [.assigner],
    [
      .rs2012: .init(.calendarDays(3), [.c13("12")], isVerified: false),
      .rs2022: .init(.calendarDays(3), [.lal("36")]),
      .rs2023: .init(.calendarDays(3), [.lal("36"), .p23("24")]),
    ], note: .fromMemory)

  package static let engagement = LimitRule(
    "TL11", Text("告知受援人并签订协议", "Tell the recipient and sign the agreement"), roles: [.undertaker, .firmManager],
    [
      .rs2012: .init(.workingDays(5), [.p12("22")]),
      .rs2022: .init(.calendarDays(5), [.p12("22")], isVerified: false),
      .rs2023: .init(.calendarDays(5), [.p23("27")]),
    ],
    note: Text(
      "因受援人或者其他客观原因不能按期签订的除外。2022年规则按自然日计算是本产品的默认做法。",
      "Save where the recipient or another objective cause prevents it. Plain days under the rules of 2022 are the product's default."
    ))

  /// Runs beside the clock of the step the case is at.
  package static let replacement = LimitRule(
    "TL14", Text("决定是否更换法律援助人员", "Decide on the replacement of the legal aid person"), roles: [.director],
    [
      .rs2012: .init(.workingDays(5), [.p12("30")], isVerified: false),
      .rs2022: .init(.calendarDays(5), [.p12("30")], isVerified: false),
      .rs2023: .init(.calendarDays(5), [.p23("38")], isVerified: false),
    ], note: .fromMemory)

  package static let dossier = LimitRule(
    "TL18", Text("提交立卷材料", "Hand in the dossier"), roles: [.undertaker],
    [
      .rs2012: .init(.calendarDays(30), [.p12("34")], isVerified: false),
      .rs2022: .init(.calendarDays(30), [.p12("34")], isVerified: false),
      .rs2023: .init(.calendarDays(30), [.p23("41")], isVerified: false),
    ], note: .fromMemory)

  package static let examination = LimitRule(
    "TL19", Text("审查立卷材料", "Examine the dossier"), roles: [.qualitySupervisor],
    [
      .rs2012: .init(.calendarDays(30), [.p12("35")], isVerified: false),
      .rs2022: .init(.calendarDays(30), [.p12("35")], isVerified: false),
      .rs2023: .init(.calendarDays(30), [.lal("52")], isVerified: false),
    ],
    note: Text(
      "法律援助法只要求及时支付，三十日沿用程序规定，条文未核对。",
      "The law only says in good time; thirty days follow the procedure rules, whose text is not checked."))

  /// Which clock an assignment runs on.
  package static func assignment(isNotified: Bool, isCriminal: Bool) -> LimitRule {
    if isNotified { return noticeAssignment }
    return isCriminal ? criminalAssignment : assignment
  }
}
