package import Kernel
import Localization
import WorkCalendar

/// 在押人员申请的期限 · Limits of a detained person's application: they bind who holds him or comes to him, not this office;
/// what came late is recorded, never refused (条例 15; 法律援助法 39).
package enum CustodyLimits {
  package static let all = [forwarding, forwardingByDutyLawyer, relatives]

  package static let forwarding = LimitRule(
    "TL01", Text("转交被羁押人的申请", "Forward a detainee's application"), roles: [],
    [
      .rs2012: .init(.hours(24), [.r03("15"), LegalBasis(.interpretation2012, "41")]),
      .rs2018: .init(.hours(24), [.r03("15"), LegalBasis(.policeProcedure2020, "47")], from: .mps20),
      .rs2022: .init(.hours(24), [.lal("39")]), .rs2023: .init(.hours(24), [.lal("39")]),
    ])

  package static let forwardingByDutyLawyer = LimitRule(
    "TL02", Text("值班律师转交申请", "A duty lawyer forwards an application"), roles: [.undertaker],
    [.rs2022: .init(.hours(24), [.lal("39")]), .rs2023: .init(.hours(24), [.lal("39")])])

  package static let relatives = LimitRule(
    "TL03", Text("通知近亲属提供材料", "Tell the relatives to bring papers"), roles: [],
    [
      .rs2012: .init(.calendarDays(3), [.c13("7")], isVerified: false),
      .rs2018: .init(.calendarDays(3), [LegalBasis(.policeProcedure2020, "47")], from: .mps20),
      .rs2022: .init(.calendarDays(3), [LegalBasis(.policeProcedure2020, "47")]),
      .rs2023: .init(.calendarDays(3), [LegalBasis(.policeProcedure2020, "47")]),
    ], note: .fromMemory)
}
