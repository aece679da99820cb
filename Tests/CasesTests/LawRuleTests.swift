import Cases
import Intake
import Kernel
import Localization
import Testing
import WorkCalendar

@Suite struct CasesRuleTests {
  @Test(arguments: CasesRules.all + CasesLimits.all.flatMap(\.entries))
  func everyRuleCitesAnArticleOrSaysWhyNot(_ entry: RuleEntry) {
    #expect(!entry.basis.isEmpty || !entry.isVerified)
    #expect(entry.isVerified || entry.note != nil)
  }

  @Test func everyFormIsFoundByItsCodeAndSet() {
    for form in CasesForms.all {
      let found = CasesForms.form(form.form, formSet: form.formSet)
      #expect(found?.form == form.form && found?.formSet == form.formSet)
    }
  }

  /// A basis cited under a rule set must be of a law in force then.
  @Test(arguments: CasesRules.all + CasesLimits.all.flatMap(\.entries))
  func lawsAreInForce(_ entry: RuleEntry) {
    for rules in entry.ruleSets where entry.isVerified {
      let last = rules.to
      for basis in entry.basis {
        if let to = basis.law.to { #expect(rules.from <= to, "\(entry.key) \(basis.law.key)") }
        if let from = basis.law.from, let last { #expect(from <= last, "\(entry.key) \(basis.law.key)") }
      }
    }
  }

  @Test func theNumberOfRules() {
    func keys(_ kind: RuleEntry.Kind) -> Set<String> { Set(CasesRules.all.filter { $0.kind == kind }.map(\.key)) }
    #expect(keys(.assignment).count == 23)
    #expect(keys(.termination) == Set((1...9).map { (number: Int) in "T\(number)" }))
  }

  @Test(arguments: CasesForms.all)
  func wordingUsesDeclaredFieldsOnly(_ form: PaperForm) {
    let used = Set(form.wording.flatMap { $0.matches(of: /\{\{(\w+)\}\}/).map { String($0.output.1) } })
    let declared = Set(form.fields.map(\.key))
    #expect(used.isSubset(of: declared))
    if form.layout == .letter { #expect(used == declared) }
    #expect(declared.count == form.fields.count)
    #expect(form.wording.flatMap { Typography.faults(in: $0) } == [])
  }

  @Test(arguments: ["F11", "F13"])
  func wordingDiffersDataIsShared(_ code: String) throws {
    let old = try #require(CasesForms.form(code, formSet: 2013))
    let new = try #require(CasesForms.form(code, formSet: 2023))
    #expect(old.wording != new.wording)
    #expect(old.fields == new.fields)
  }

  /// "Over 90 days" begins on the ninety-first: the last event lies before the start of the day 90 days ago.
  @Test(arguments: [(AgeingBand.over90, "2026-04-02"), (.over180, "2026-01-02"), (.over365, "2025-07-01")])
  func ageingBands(_ band: AgeingBand, _ start: String) throws {
    let today = try #require(Day("2026-07-01"))
    #expect(band.start(on: today) == Instant(try #require(Day(start))))
  }

  /// Raw values are the contract's.
  @Test func rawValues() {
    #expect(QualityGrade.allCases.map(\.rawValue) == ["excellent", "good", "pass", "fail"])
    #expect(
      CaseState.allCases.map(\.rawValue) == [
        "opened", "assignedToUnit", "assignedToPerson", "engaged", "inProgress", "replacing", "closed",
        "dossierSubmitted",
        "dossierReturned", "dossierAccepted", "archived", "terminated",
      ])
    #expect(CaseEnding.allCases.map(\.rawValue) == ["closed", "terminated"])
  }
}
