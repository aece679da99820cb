package import Kernel
import Localization
import WorkCalendar

/// 咨询期限 · Consultation limits: what is asked in person or by phone is answered at once (条例 25); a letter has its clock.
package enum ConsultationLimits {
  package static let all = [letter, message, live]

  package static let letter = LimitRule(
    "TL29", Text("答复来信咨询", "Answer a consultation by letter"), roles: [.receptionist],
    .throughout(.init(.workingDays(7), [.standard2019], isVerified: false)),
    note: Text(
      "出自服务规范，经公开办事指南转述，原文条次未见。",
      "From the service standard as public guides tell it; the clause itself was not seen."))
}

extension ConsultationLimits {
  package static let message = LimitRule(
    "TL30", Text("答复网上留言咨询", "Answer a web message"), roles: [], online(24), note: letter.note)
  package static let live = LimitRule(
    "TL30-live", Text("答复网上实时咨询", "Answer a live consultation on the web"), roles: [], online(5), note: letter.note)

  private static func online(_ hours: Int) -> [RuleSet: LimitRule.Variant] {
    .throughout(.init(.hours(hours), [.standard2019], isVerified: false))
  }

  /// 季度分析 · What has a time and no length in days.
  static let entries = [
    RuleEntry(
      "TL36", .handling, Text("每季度统计分析热线咨询", "Hotline figures and opinions are analysed every quarter"),
      basis: [LegalBasis(.plan2016, "11")])
  ]
}

extension LegalBasis {
  package static let standard2019 = LegalBasis(.standard2019, "")
}

extension Law {
  package static let standard2019 = Law(
    "SFT58", Text("全国民事行政法律援助服务规范", "National Standard for Civil and Administrative Legal Aid (SF/T 0058-2019)"))
}
