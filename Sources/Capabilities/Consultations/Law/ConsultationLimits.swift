package import Kernel
import Localization
import WorkCalendar

/// 咨询期限 · Consultation limits: what is asked in person or by phone is answered at once (条例 25); a letter has its clock.
package enum ConsultationLimits {
  package static let all = [letter]

  package static let letter = LimitRule(
    "TL29", Text("答复来信咨询", "Answer a consultation by letter"), roles: [.receptionist],
    .throughout(.init(.workingDays(7), [.standard2019], isVerified: false)),
    note: Text(
      "出自服务规范，经公开办事指南转述，原文条次未见。",
      "From the service standard as public guides tell it; the clause itself was not seen."))
}

extension LegalBasis {
  package static let standard2019 = LegalBasis(.standard2019, "")
}

extension Law {
  package static let standard2019 = Law(
    "SFT58", Text("全国民事行政法律援助服务规范", "National Standard for Civil and Administrative Legal Aid (SF/T 0058-2019)"))
}
