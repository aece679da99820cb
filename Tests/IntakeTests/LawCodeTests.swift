import Intake
import Kernel
import Registry
import Testing
import WorkCalendar

/// Raw values are the contract's.
@Suite struct IntakeCodeTests {
  /// What follows a stage, as it is proposed for the next case of the matter.
  @Test func everyStageHasItsNext() {
    let next: [Stage: Stage] = [
      .investigation: .prosecutionReview, .prosecutionReview: .firstInstance, .arbitration: .firstInstance,
      .reconsideration: .firstInstance, .mediation: .firstInstance, .firstInstance: .secondInstance,
      .secondInstance: .enforcement, .retrial: .enforcement, .petitionReview: .enforcement,
    ]
    for stage in Stage.allCases { #expect(stage.next == next[stage], "\(stage)") }
  }

  /// 程序规定 2012, 14, 28; 法律援助法 41 between the law and the new rules; 程序规定 2023, 17.
  @Test func verificationCitesTheTextOfItsDay() {
    let cited: [RuleSet: [LegalBasis]] = [
      .rs2012: [.p12("14"), .p12("28")], .rs2018: [.p12("14"), .p12("28")], .rs2022: [.lal("41")],
      .rs2023: [.lal("41"), .p23("17")], .rs2025: [.lal("41"), .p23("17")],
    ]
    for rules in RuleSet.allCases { #expect(VerificationTime.basis(rules) == cited[rules], "\(rules)") }
  }

  /// 程序规定 2012, 14: the head may extend; 程序规定 2023, 17: what another centre takes is left out.
  @Test(arguments: RuleSet.allCases)
  func verificationTime(_ rules: RuleSet) {
    #expect(VerificationTime.mayBeExtended(rules) == [.rs2012, .rs2018].contains(rules))
    let excluded = VerificationKind.allCases.filter { VerificationTime.isExcluded($0, rules) }
    #expect(excluded == ([.rs2023, .rs2025].contains(rules) ? [.otherCentre] : []))
  }

  /// 24小时内 · Begun hours are whole ones.
  @Test(arguments: [
    (Int64(-1), Int?.none), (0, nil), (1, 1), (3_600_000, 1), (3_600_001, 2), (7_200_000, 2), (86_400_001, 25),
  ])
  func hoursLate(_ milliseconds: Int64, _ hours: Int?) {
    let due = Instant(.literal(2016, 5, 20), hour: 9)
    #expect(due.adding(milliseconds: milliseconds).hours(after: due) == hours)
  }

  @Test func rawValues() {
    #expect(
      CaseTrack.allCases.map(\.rawValue) == [
        "civil", "administrative", "stateCompensation", "criminalApplied", "criminalNotified", "criminalAgency",
        "compulsoryTreatment", "petition", "labourArbitration", "nonLitigation",
      ])
    #expect(
      CaseForm.allCases.map(\.rawValue) == [
        "criminalDefence", "criminalAgency", "civilLitigationAgency", "administrativeLitigationAgency",
        "compensationLitigationAgency", "arbitrationAgency", "mediationAgency", "reconsiderationAgency",
        "otherNonLitigation",
      ])
    #expect(
      Stage.allCases.map(\.rawValue) == [
        "investigation", "prosecutionReview", "firstInstance", "secondInstance", "retrial", "deathReview",
        "enforcement", "arbitration", "reconsideration", "mediation", "petitionReview",
      ])
    #expect(
      ServiceChannel.allCases.map(\.rawValue) == ["visit", "phone", "letter", "web", "station", "organ", "home"])
    let numbered = { (letter: String, last: Int) in (1...last).map { letter + ($0 < 10 ? "0\($0)" : "\($0)") } }
    #expect(MatterCode.allCases.map(\.rawValue) == numbered("M", 20))
    #expect(ExemptionCode.allCases.map(\.rawValue) == numbered("X", 23))
  }

  @Test func litigation() {
    #expect(
      CaseForm.allCases.filter(\.isLitigation) == [
        .criminalDefence, .criminalAgency, .civilLitigationAgency, .administrativeLitigationAgency,
        .compensationLitigationAgency,
      ])
  }

  /// AT-4.5: the set is a setting.
  @Test func litigationIsASetting() {
    let second = CountingRules(
      version: 2, litigationForms: CountingRules.standard.litigationForms.union([.arbitrationAgency]))
    #expect(!CountingRules.standard.isLitigation(.arbitrationAgency))
    #expect(second.isLitigation(.arbitrationAgency))
  }

  /// AT-4.7: compulsory treatment is criminal, a victim's agency too, and a criminal form on any track.
  @Test(arguments: [
    (CaseTrack.compulsoryTreatment, CaseForm.criminalAgency, true), (.criminalAgency, .criminalAgency, true),
    (.criminalNotified, .criminalDefence, true), (.petition, .criminalAgency, true),
    (.civil, .criminalAgency, true),
    (.criminalApplied, .otherNonLitigation, true), (.civil, .civilLitigationAgency, false),
    (.petition, .civilLitigationAgency, false), (.labourArbitration, .arbitrationAgency, false),
  ])
  func criminal(_ track: CaseTrack, _ form: CaseForm, _ isCriminal: Bool) {
    #expect(CountingRules.isCriminal(track, form) == isCriminal)
  }
}
