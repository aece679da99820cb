import Kernel
import Localization
import Registry

/// 申请人审查 · Person test: a citizen or other party whom the law names (条例 10; 法律援助法 2); a foreigner or stateless
/// person only by law, treaty or reciprocity (法律援助法 69).
enum PersonTest {
  static func judge(_ facts: Eligibility.Facts, _ rules: RuleSet) -> Eligibility.Verdict.Test {
    guard facts.groups.contains(.foreigner) else {
      return test(.pass, "citizen", Text("申请人是公民。", "The applicant is a citizen."), citizen.basis(rules))
    }
    return switch facts.foreignerIsEntitled {
    case true:
      test(
        .pass, "foreigner",
        Text("依照法律、条约或者互惠原则可以申请。", "Entitled by law, treaty or reciprocity."), foreigner.basis(rules))
    case false:
      test(
        .fail, "foreigner",
        Text("法律、条约和互惠原则都没有规定可以给予援助。", "Neither law, treaty nor reciprocity gives aid."),
        foreigner.basis(rules))
    case nil:
      test(
        .notKnown, "foreigner",
        Text(
          "申请人是外国人或者无国籍人，请先查明法律、条约或者互惠原则有没有规定。",
          "The applicant is a foreigner or stateless: first look up whether law, treaty or reciprocity gives aid."),
        foreigner.basis(rules))
    }
  }

  static let entries =
    citizen.entries("citizen", .eligibility, Text("申请人是公民", "The applicant is a citizen"))
    + foreigner.entries(
      "foreigner", .eligibility,
      Text("外国人、无国籍人依照法律、条约或者互惠原则", "A foreigner or stateless person by law, treaty or reciprocity"))

  private static let citizen = Grounds([.rs2012: [.r03("10")], .rs2022: [.lal("2")], .rs2023: [.lal("2")]])
  private static let foreigner = Grounds([
    .rs2012: .design(
      [.r03("10")],
      Text("条例只规定公民，外国人由中心查明依据。", "The regulations name citizens only; the centre looks up the ground.")),
    .rs2022: Grounds.Ground([.lal("69")]), .rs2023: Grounds.Ground([.lal("69")]),
  ])

  private static func test(
    _ result: Eligibility.Verdict.Result, _ key: String, _ reason: Text, _ basis: [LegalBasis]
  ) -> Eligibility.Verdict.Test {
    Eligibility.Verdict.Test(aspect: .person, result: result, key: key, reason: reason, basis: basis)
  }
}
