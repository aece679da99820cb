import Intake
import Registry
import Testing

/// Raw values are the contract's.
@Suite struct IntakeCodeTests {
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
