import Kernel
import Localization

/// 刑事代理的条件 · Criminal standing: from when, and on which side of a criminal case, one may apply for an agent. The
/// regulations of 2003 let a victim apply once the case went to the procuratorate and a private prosecutor once the court
/// had taken it, and do not name incidental-civil plaintiffs; the law of 2021 names all three and no moment (条例 11(2)(3);
/// 法律援助法 29).
enum CriminalStanding {
  static let key = "criminal-standing"

  static func refuses(_ facts: Eligibility.Facts, _ rules: RuleSet) -> (reason: Text, basis: [LegalBasis])? {
    guard facts.matter == .victims, let position = facts.position else { return nil }
    if position == .accused {
      return (
        Text(
          "犯罪嫌疑人、被告人申请的是刑事辩护，请选择相应事项。", "A suspect or defendant applies for a defence: choose that matter."),
        MatterCode.criminalDefence.grounds.basis(rules)
      )
    }
    guard rules < .rs2022 else { return nil }
    switch position {
    case .victim where facts.stage == .investigation:
      return (
        Text(
          "被害人自案件移送审查起诉之日起可以申请，现在仍在侦查阶段。可以提供法律咨询。",
          "A victim may apply from the day the case goes to the procuratorate; it is still under investigation. Consultation can be given."
        ),
        [.r03("11(2)")]
      )
    case .incidentalPlaintiff:
      return (
        Text(
          "条例没有列举附带民事诉讼原告人；被害人请按被害人申请。",
          "The regulations do not name incidental-civil plaintiffs; a victim applies as such."), [.r03("11")]
      )
    default: return nil
    }
  }

  static let entries = [
    RuleEntry(
      "criminal-standing", .eligibility,
      Text(
        "被害人自移送审查起诉之日、自诉人自法院受理之日起可以申请",
        "A victim may apply once the case is with the procuratorate, a private prosecutor once with the court"),
      ruleSets: .until2021, basis: [.r03("11(2)"), .r03("11(3)")]),
    RuleEntry(
      "criminal-standing", .eligibility,
      Text(
        "被害人、自诉人、附带民事诉讼原告人可以申请", "Victims, private prosecutors and incidental-civil plaintiffs may apply"),
      ruleSets: .since2022, basis: [.lal("29")]),
  ]
}
