import Intake
import Kernel
import Localization
import Testing

@Suite struct IntakeFormTests {
  /// The seven national forms, and four of our own: the provisional grant decision, the referral note, the forwarding note
  /// and the reply to an organ.
  @Test func bothSetsHaveTheSameForms() {
    for set in [2013, 2023] {
      #expect(
        IntakeForms.all.filter { $0.formSet == set }.map(\.form) == [
          "F02", "F05", "F06", "F07", "F08", "F09", "F09P", "F10", "REFER", "FORWARD", "REPLY", "GROUP",
        ])
    }
    #expect(IntakeForms.form("F09", formSet: 2023)?.formSet == 2023)
    #expect(IntakeForms.form("F99", formSet: 2023) == nil)
  }

  /// AT-10.12: the two sets differ in wording and share the data.
  @Test(arguments: ["F02", "F06", "F09", "F10"])
  func wordingDiffersDataIsShared(_ code: String) throws {
    let old = try #require(IntakeForms.form(code, formSet: 2013))
    let new = try #require(IntakeForms.form(code, formSet: 2023))
    #expect(old.wording != new.wording)
    #expect(old.fields == new.fields)
  }

  @Test func theReviewFormChangedItsName() {
    #expect(IntakeForms.form("F08", formSet: 2013)?.name.zh == "法律援助审批表")
    #expect(IntakeForms.form("F08", formSet: 2023)?.name.zh == "法律援助审查表")
  }

  @Test(arguments: IntakeForms.all)
  func wordingUsesDeclaredFieldsOnly(_ form: PaperForm) {
    let used = Set(form.wording.flatMap { $0.matches(of: /\{\{(\w+)\}\}/).map { String($0.output.1) } })
    let declared = Set(form.fields.map(\.key))
    #expect(used.isSubset(of: declared))
    if form.layout == .letter { #expect(used == declared) }
    #expect(declared.count == form.fields.count)
  }

  @Test(arguments: IntakeForms.all)
  func typographyIsChinese(_ form: PaperForm) {
    #expect(form.wording.flatMap { Typography.faults(in: $0) } == [])
  }

  /// 法律援助法 49, 条例 19: a refusal names the reason, the article, and where to object.
  @Test(arguments: [2013, 2023])
  func refusalsNameTheRightToObject(_ set: Int) throws {
    let text = try #require(IntakeForms.form("F10", formSet: set)).wording.joined()
    for part in ["{{reason}}", "{{basis}}", "异议", "{{bureau}}", "{{objectionLimit}}"] {
      #expect(text.contains(part))
    }
  }

  @Test func decisionsAreSealedOthersSigned() {
    for form in IntakeForms.all {
      #expect(form.isSealed == ["F06", "F07", "F09", "F09P", "F10", "REPLY", "GROUP"].contains(form.form))
      #expect(form.signers.isEmpty == form.isSealed)
    }
  }
}
