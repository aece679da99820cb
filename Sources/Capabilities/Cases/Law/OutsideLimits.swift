import Intake
package import Kernel
import Localization
import WorkCalendar

/// 其他单位的期限 · Limits of others, which `due` works out and this office keeps no clock for.
package enum OutsideLimits {
  package static let all = [volunteerExit, reliefLetter]

  package static let volunteerExit = LimitRule(
    "TL35", Text("办理志愿者退出", "Finish a volunteer's exit"), roles: [],
    [
      .rs2022: .init(.workingDays(15), [LegalBasis(.volunteers2021, "19")]),
      .rs2023: .init(.workingDays(15), [LegalBasis(.volunteers2021, "19")]),
    ])

  /// 司法救助与法律援助相互衔接 · Court relief and legal aid follow each other; the other side is told on the same day.
  package static let reliefLetter = LimitRule(
    "TL38", Text("终止援助或者撤销司法救助后函告对方", "Tell the other side that aid or court relief has ended"), roles: [],
    .throughout(.init(.calendarDays(0), [LegalBasis(.civilAid2005, "12")], isVerified: false)),
    note: .fromMemory)
}

extension Law {
  package static let volunteers2021 = Law(
    "VOL21", Text("法律援助志愿者管理办法", "Measures for Legal Aid Volunteers (2021)"), from: "2021-12-31")
  package static let civilAid2005 = Law(
    "CIV05", Text("关于民事诉讼法律援助工作的规定", "Provisions on Legal Aid in Civil Litigation (2005)"), from: "2005-12-01")
}
