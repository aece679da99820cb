package import Kernel
import Localization

/// 核查时间 · Verification time: what of it does not count for the decision. The rules of 2012 let the review be suitably
/// extended, which the head of the centre decides; those of 2023 leave out the time another centre takes to answer.
package enum VerificationTime {
  /// Left out by itself from the day the query goes out.
  package static func isExcluded(_ kind: VerificationKind, _ rules: RuleSet) -> Bool {
    rules >= .rs2023 && kind == .otherCentre
  }

  /// 适当延长 · The head may leave out what is still to come of it.
  package static func mayBeExtended(_ rules: RuleSet) -> Bool { rules < .rs2022 }

  package static func basis(_ rules: RuleSet) -> [LegalBasis] {
    switch rules {
    case .rs2012, .rs2018: [.p12("14"), .p12("28")]
    case .rs2022: [.lal("41")]
    case .rs2023, .rs2025: [.lal("41"), .p23("17")]
    }
  }

  static let entries = [
    RuleEntry(
      "VT1", .eligibility, Text("需要核查的，审查期限可以适当延长", "Where verification is needed, the review may be extended"),
      ruleSets: .until2021, basis: basis(.rs2012),
      note: Text(
        "没有规定延长的长度，由中心负责人决定从决定之日起到答复之日不计入。",
        "No length is set: the head decides that the days from his decision to the answer do not count.")),
    RuleEntry(
      "VT2", .eligibility, Text("异地核查的时间不计入审查期限", "The time of verification by another centre does not count"),
      ruleSets: [.rs2023, .rs2025], basis: basis(.rs2023), isVerified: false,
      note: Text("条文号没有核对原文。", "The number of the article has not been checked against the text.")),
  ]
}
