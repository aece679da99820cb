import Cases
import Intake
package import Kernel
import Localization
import WorkCalendar

/// 刑事期限 · Criminal limits: what organs and defenders owe in criminal cases. The organs' own times are no clocks of this
/// office: `due` works them out, and a notice that came late is recorded against its organ, never refused.
package enum DefenceLimits {
  package static let all =
    [discovery, beforeHearing, name] + ofDefenders + ofOrgans

  /// TL07 · From the day the organ finds a situation in which it must notify.
  package static let discovery = LimitRule(
    "TL07", Text("办案机关发出通知", "The organ notifies"), roles: [],
    [
      .rs2012: .init(.calendarDays(3), [.c13("9")], isVerified: false),
      .rs2018: .init(
        .calendarDays(3), [LegalBasis(.policeProcedure2020, "46"), LegalBasis(.procuratorate2019, "42")],
        from: .mps20),
      .rs2022: .init(.calendarDays(3), [.lal("36")]), .rs2023: .init(.calendarDays(3), [.lal("36")]),
    ], note: .fromMemory)

  /// TL09 · Save in summary and fast-track procedure.
  package static let beforeHearing = LimitRule(
    "TL09", Text("法院的通知送达法律援助机构", "The court's notice is with the centre"), roles: [],
    .throughout(
      .beforeEvent(days: 15), old: .init(.beforeEvent(days: 15), [LegalBasis(.interpretation2012, "44")]),
      since: .spc21,
      [LegalBasis(.interpretation2021, "49")]),
    note: Text("适用简易程序、速裁程序的除外。", "Save in summary and fast-track procedure."))

  package static let name = LimitRule(
    "TL10", Text("开庭前告知法院承办人员", "Tell the court the lawyer's name before the hearing"), roles: [],
    [.rs2012: .init(.beforeEvent(days: 3), [.r03("21")])],
    note: Text("实际由TL08代替。", "In practice TL08 takes its place."))

  static let ofDefenders: [LimitRule] = [
    LimitRule(
      "TL12", Text("向法院提交法律援助手续", "File the papers of aid with the court"), roles: [.undertaker],
      .throughout(
        .calendarDays(3),
        old: .init(
          .calendarDays(3), [LegalBasis(.interpretation2012, "46"), LegalBasis(.interpretation2012, "58")]),
        since: .spc21,
        [LegalBasis(.interpretation2021, "52"), LegalBasis(.interpretation2021, "66")])),
    LimitRule(
      "TL15", Text("不开庭案件提交书面意见", "Written opinion where no hearing is held"), roles: [.undertaker],
      [
        .rs2012: .init(.calendarDays(10), [.p12("26"), .c13("19")], isVerified: false),
        .rs2022: .init(.calendarDays(10), [.c13("19")], isVerified: false),
        .rs2023: .init(.calendarDays(10), [.c13("19")], isVerified: false),
      ], note: .fromMemory),
    LimitRule(
      "TL27", Text("死刑复核案件提交辩护意见", "Defence opinion in a death-sentence review"), roles: [.undertaker],
      [
        .rs2018: .init(.months(1, days: 15), [LegalBasis(.deathReview2019, "2")], from: Law.deathReview2019.from),
        .rs2022: .init(.months(1, days: 15), [LegalBasis(.deathReview2019, "2")]),
        .rs2023: .init(.months(1, days: 15), [LegalBasis(.deathReview2019, "2")]),
      ],
      note: Text(
        "委托手续在接受委托、指派之日起十日内提交。", "The papers of engagement are filed within ten days.")),
  ]

  /// TL23 · From the permitted refusal until the court notifies anew.
  package static let renewal = LimitRule(
    "TL23", Text("拒绝辩护后法院另行通知", "The court notifies again after a refusal"), roles: [],
    .throughout(
      .calendarDays(3), old: .init(.calendarDays(3), [LegalBasis(.interpretation2012, "45")]),
      since: .spc21,
      [LegalBasis(.interpretation2021, "50")]),
    note: Text("2021年解释先给被告人五日另行委托。", "Since 2021 the defendant first has five days to engage counsel."))

  static let ofOrgans: [LimitRule] = [
    LimitRule(
      "TL16", Text("法院改期后通知律师", "Tell the lawyer of a new hearing date"), roles: [],
      .throughout(
        .beforeEvent(days: 3), old: .init(.beforeEvent(days: 3), [.c13("18")], isVerified: false), [.c13("18")],
        isVerified: false), note: .fromMemory),
    LimitRule(
      "TL17", Text("阶段终结后送交法律文书", "Send the instruments at a stage's end"), roles: [],
      .throughout(.calendarDays(5), old: .init(.calendarDays(5), [.c13("21")]), [.c13("21")])),
    LimitRule(
      "TL21", Text("看守所安排会见", "The detention house arranges a meeting"), roles: [],
      .throughout(
        .hours(48), old: .init(.hours(48), [.cpl12("37")], isVerified: false), since: RuleSet.rs2018.from,
        [.cpl18("39")]),
      note: Text(
        "危害国家安全、恐怖活动案件侦查期间须经许可；2012年刑事诉讼法的条文号凭记忆。",
        "Cases of state security and terror need leave during investigation; the article of 2012 is from memory.")),
    renewal,
    LimitRule(
      "TL24", Text("公安机关告知拒绝或者另行委托", "The police tell of a refusal or own counsel"), roles: [],
      [
        .rs2018: .init(.calendarDays(3), [LegalBasis(.policeProcedure2020, "47")], from: .mps20),
        .rs2022: .init(.calendarDays(3), [LegalBasis(.policeProcedure2020, "47")]),
        .rs2023: .init(.calendarDays(3), [LegalBasis(.policeProcedure2020, "47")]),
      ]),
    LimitRule(
      "TL25", Text("强制医疗案件通知", "Notify in a case of compulsory treatment"), roles: [],
      [
        .rs2012: .init(.calendarDays(3), [.c13("11")], isVerified: false),
        .rs2018: .init(.calendarDays(3), [LegalBasis(.interpretation2021, "634")], from: .spc21),
        .rs2022: .init(.calendarDays(3), [.lal("28"), .lal("36")]),
        .rs2023: .init(.calendarDays(3), [.lal("28"), .lal("36")]),
      ],
      note: .fromMemory),
    LimitRule(
      "TL26", Text("告知申请法律援助的权利", "Tell of the right to apply"), roles: [],
      .throughout(
        .calendarDays(3), old: .init(.calendarDays(3), [LegalBasis(.procuratorate2019, "40")], isVerified: false),
        since: .spc21,
        [LegalBasis(.procuratorate2019, "40"), LegalBasis(.interpretation2021, "44")]),
      note: Text("2012年规则下的条文未核对。", "The article under the rules of 2012 is not checked.")),
    LimitRule(
      "TL28", Text("更换辩护人后的准备时间", "Time to prepare after a change of counsel"), roles: [],
      .throughout(
        .calendarDays(15), old: .init(.calendarDays(15), [LegalBasis(.interpretation2012, "256")]),
        since: .spc21,
        [LegalBasis(.interpretation2021, "313")])),
  ]
}

extension [RuleSet: LimitRule.Variant] {
  /// The same length under all sets; until the new text came into force, on the old one's ground.
  fileprivate static func throughout(
    _ limit: TimeLimit, old: LimitRule.Variant, since day: Day? = nil, _ basis: [LegalBasis],
    isVerified: Bool = true
  ) -> Self {
    let new = LimitRule.Variant(limit, basis, isVerified: isVerified)
    var all: Self = [.rs2012: old, .rs2022: new, .rs2023: new]
    if let day {
      let from = day == RuleSet.rs2018.from ? nil : day
      all[.rs2018] = LimitRule.Variant(limit, basis, isVerified: isVerified, from: from)
    }
    return all
  }
}
