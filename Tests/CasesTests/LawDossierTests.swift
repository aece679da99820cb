import Cases
import Intake
import Kernel
import Localization
import Testing

@Suite struct DossierChecklistTests {
  private static let heard = DossierChecklist.Facts(isHeard: true, isExempt: false, closedBy: .judgment)
  private static let intake: Set = ["F02", "identity", "hardship", "case", "F05", "F08", "F09", "F11", "agreement"]

  @Test func aFullVolumeLacksNothing() {
    let given = Self.intake.union(["F13", "meeting", "opinion", "hearingNotes", "instrument", "F21"])
    #expect(DossierChecklist.missing(.civilLitigationAgency, Self.heard, given: given) == [])
    for code in given.sorted() {
      let missing = DossierChecklist.missing(.civilLitigationAgency, Self.heard, given: given.subtracting([code]))
      #expect(missing.map(\.code) == [code])
    }
  }

  /// What a person has to sign, of a suit's dossier: the list says so where the file is added.
  @Test func whatIsToBeSigned() {
    let items = DossierChecklist.items(.civilLitigationAgency, stage: nil, track: .civil)
    #expect(
      items.filter(\.isSigned).map(\.code) == [
        "F02", "hardship", "F05", "F08", "agreement", "meeting", "opinion", "progress", "F21",
      ])
    let talk = DossierChecklist.items(.otherNonLitigation, stage: nil, track: .nonLitigation)
    #expect(talk.first { $0.code == "meeting" }?.isSigned == true)
  }

  /// AT-12.1: settled before the hearing: no hearing notes, but the agreement.
  @Test func settledWithoutAHearing() {
    let facts = DossierChecklist.Facts(isHeard: false, isExempt: false, closedBy: .settlement)
    let missing = DossierChecklist.missing(
      .civilLitigationAgency, facts, given: Self.intake.union(["F13", "meeting", "F21"]))
    #expect(missing.map(\.code) == ["settlement"])
  }

  @Test func theExemptProveTheExemptionInstead() {
    let facts = DossierChecklist.Facts(isHeard: false, isExempt: true, closedBy: .ruling)
    let codes = DossierChecklist.missing(.civilLitigationAgency, facts, given: []).map(\.code)
    #expect(codes.contains("exemption") && !codes.contains("hardship"))
  }

  @Test func nonLitigationIsShorter() {
    let facts = DossierChecklist.Facts(isHeard: false, isExempt: false, closedBy: .performance)
    let missing = DossierChecklist.missing(.mediationAgency, facts, given: Self.intake)
    #expect(missing.map(\.code) == ["meeting", "settlement", "F21"])
  }

  /// AT-12.1: each stage of a criminal case has its own list.
  @Test(arguments: [
    (Stage.investigation, ["meeting", "opinion", "instrument", "F21"]),
    (.prosecutionReview, ["fileNotes", "meeting", "opinion", "instrument", "F21"]),
    (.firstInstance, ["fileNotes", "meeting", "outline", "opinion", "hearingNotes", "instrument", "F21"]),
    (.secondInstance, ["fileNotes", "meeting", "outline", "opinion", "hearingNotes", "instrument", "F21"]),
  ])
  func aCriminalStageHasItsList(_ stage: Stage, _ codes: [String]) {
    let missing = DossierChecklist.missing(
      .criminalDefence, stage: stage, track: .criminalApplied, Self.heard, given: Self.intake.union(["F13"]))
    #expect(missing.map(\.code) == codes)
  }

  /// A notified case has the organ's notice in the place of application and decision.
  @Test func aNotifiedCaseBeginsWithTheNotice() {
    let codes = DossierChecklist.missing(
      .criminalDefence, stage: .investigation, track: .criminalNotified, Self.heard, given: []
    ).map(\.code)
    #expect(codes == ["notice", "F11", "F13", "meeting", "opinion", "instrument", "F21"])
  }

  @Test func anArbitrationEndsInAnAward() {
    let missing = DossierChecklist.missing(
      .arbitrationAgency, stage: .arbitration, track: .labourArbitration, Self.heard, given: Self.intake)
    #expect(missing.map(\.code) == ["meeting", "opinion", "hearingNotes", "instrument", "F21"])
    #expect(missing.first { $0.code == "instrument" }?.name.en == "Award")
  }

  @Test(arguments: CaseForm.allCases, [nil] + Stage.allCases)
  func theApprovalVolumeComesBeforeTheHandlingVolume(_ form: CaseForm, _ stage: Stage?) {
    for track in CaseTrack.allCases {
      let items = DossierChecklist.items(form, stage: stage, track: track)
      #expect(Set(items.map(\.code)).count == items.count)
      let second = items.drop { $0.volume == .approval }
      #expect(!second.isEmpty && second.allSatisfy { $0.volume == .handling })
    }
    #expect(!DossierChecklist.isVerified)
  }

  @Test(arguments: CaseForm.allCases)
  func everyCodeStandsOnceAndFormsAreOurs(_ form: CaseForm) {
    let items = DossierChecklist.items(form)
    #expect(Set(items.map(\.code)).count == items.count)
    let ours = Set((IntakeForms.all + CasesForms.all).map(\.form))
    for case .form(let code) in items.map(\.source) { #expect(ours.contains(code)) }
  }

  @Test func retention() {
    #expect(RetentionClass.proposed(isLitigation: false, isGrave: true) == .permanent)
    #expect(RetentionClass.proposed(isLitigation: true, isGrave: false) == .years30)
    #expect(RetentionClass.proposed(isLitigation: false, isGrave: false) == .years10)
    #expect(!RetentionClass.isVerified)
  }
}
