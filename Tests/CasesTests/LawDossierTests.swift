import Cases
import Intake
import Kernel
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
