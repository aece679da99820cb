import App
import Cases
import Consultations
import Cooperations
import DefenceNotices
import DutyLawyers
import Foundation
import GovernmentDocuments
import Intake
import Kernel
import Objections
import Privacy
import TestSupport
import Testing

/// 全部流程 · Every state, step and role of every lifecycle, against a grid written by hand after docs/law/steps. A lifecycle
/// that is not tried here fails the test.
@Suite struct LifecycleGridTests {
  @Test func everyStateStepAndRole() throws {
    var tried: Set<String> = []
    func expect<State, Step>(_ lifecycle: Lifecycle<State, Step>) throws {
      let lines = try #require(Self.grids[lifecycle.key], "\(lifecycle.key) has no grid")
      try LifecycleGrid(lines).expect(lifecycle)
      tried.insert(lifecycle.key)
    }
    try expect(ApplicationLifecycle.table)
    try expect(ConsultationLifecycle.table)
    try expect(CaseLifecycle.table)
    try expect(ReplacementLifecycle.table)
    try expect(TerminationLifecycle.table)
    try expect(LoanLifecycle.table)
    try expect(AppraisalLifecycle.table)
    try expect(DefenceNoticeLifecycle.table)
    try expect(LegalHelpLifecycle.table)
    try expect(ObjectionLifecycle.table)
    try expect(CooperationLifecycle.table)
    try expect(PersonalRequestLifecycle.table)
    try expect(TaskLifecycle.table)
    #expect(Set(Catalogue.lifecycles.map(\.key)).subtracting(tried) == [], "try it above, and write its grid below")
  }

  /// What a source declares stands in its capability's manifest, so that nothing escapes the test above.
  @Test func everyLifecycleIsInTheCatalogue() throws {
    let folder = Checkout.root.appending(path: "Sources/Capabilities")
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    let declared = try files.filter { $0.pathExtension == "swift" }.reduce(0) { sum, file in
      sum + (try String(contentsOf: file, encoding: .utf8).ranges(of: "= Lifecycle<").count)
    }
    #expect(declared > 0 && declared == Catalogue.lifecycles.count)
  }

  private static let grids: [String: String] = [
    "application": """
    check: received > received; stationClerk receptionist
    accept: received > accepted; receptionist
    pointElsewhere: received > notAccepted; receptionist
    forward: received > received; stationClerk receptionist
    requestSupplement: received accepted underReview > needsSupplement; receptionist reviewer
    supply: needsSupplement > received; stationClerk receptionist
    resumeReview: needsSupplement > underReview; stationClerk receptionist
    deemWithdrawn: needsSupplement > deemedWithdrawn; receptionist reviewer
    review: accepted underReview > pendingApproval; reviewer
    verify: accepted underReview verifying > verifying; reviewer
    recordAnswer: verifying > verifying; reviewer
    endVerification: verifying > underReview; reviewer
    extendReview: verifying > verifying; director
    sendBack: pendingApproval > underReview; director
    approve: pendingApproval > granted; director
    refuse: pendingApproval > refused; director
    orderCorrection: refused > pendingApproval; objectionReviewer
    withdraw: received needsSupplement accepted > withdrawn; stationClerk receptionist
    withdraw: underReview verifying pendingApproval > withdrawn; stationClerk receptionist
    """,
    "consultation": """
    answer: opened appointment > answered; stationClerk receptionist
    appoint: opened > appointment; stationClerk receptionist
    close: appointment answered > closed; stationClerk receptionist
    """,
    "case": """
    assignToUnit: opened > assignedToUnit; assigner
    assignToPerson: opened > assignedToPerson; assigner
    nameUndertaker: assignedToUnit replacing > assignedToPerson; firmManager
    returnAssignment: assignedToUnit assignedToPerson > opened; firmManager
    engage: assignedToPerson > engaged; undertaker firmManager
    record: engaged inProgress > inProgress; undertaker firmManager
    addHearing: engaged inProgress > inProgress; undertaker firmManager
    close: inProgress > closed; undertaker firmManager
    replace: assignedToPerson engaged inProgress > replacing; director
    reassign: assignedToPerson engaged inProgress > opened; director
    notifiedAnew: opened assignedToUnit assignedToPerson > opened; receptionist assigner
    notifiedAnew: engaged inProgress replacing > opened; receptionist assigner
    terminate: opened assignedToUnit assignedToPerson engaged inProgress replacing > terminated; director
    resume: terminated > opened; objectionReviewer
    submitDossier: closed terminated dossierReturned > dossierSubmitted; undertaker firmManager
    returnDossier: dossierSubmitted > dossierReturned; qualitySupervisor
    acceptDossier: dossierSubmitted > dossierAccepted; qualitySupervisor
    archive: dossierAccepted > archived; archivist
    """,
    "replacement": """
    review: requested > reviewed; reviewer
    grant: reviewed > granted; director
    refuse: reviewed > refused; director
    handOver: granted > handedOver; undertaker firmManager
    lapse: requested reviewed > lapsed; director
    """,
    "termination": """
    decide: proposed > decided; director
    refuse: proposed > refused; director
    receive: decided > received; undertaker firmManager assigner
    revoke: decided received > revoked; objectionReviewer
    """,
    "loan": """
    approve: requested > lent; director qualitySupervisor
    refuse: requested > refused; director qualitySupervisor
    takeBack: lent > returned; archivist
    """,
    "appraisal": """
    approve: proposed > approvedOnce; director bureauLeader
    approve: approvedOnce > approved; director bureauLeader
    reject: proposed approvedOnce > rejected; director bureauLeader
    carryOut: approved > carriedOut; archivist
    """,
    "defenceNotice": """
    ask: noticeIncomplete > noticeIncomplete; receptionist assigner
    complete: noticeIncomplete > noticeReceived; receptionist assigner
    reportRefusal: assigned consented > refusedByPerson; undertaker firmManager
    permit: refusedByPerson > handedBack; receptionist assigner
    goOn: refusedByPerson > assigned; receptionist assigner
    renew: handedBack > noticeReceived; receptionist assigner
    """,
    "legalHelp": """
    dispatch: requested dispatched > dispatched; stationClerk receptionist assigner
    meet: dispatched > met; undertaker receptionist
    takeApplication: met > met; undertaker receptionist
    takeApplication: helped > helped; undertaker receptionist
    forward: met helped > forwardedApplication; undertaker receptionist
    help: met forwardedApplication > helped; undertaker receptionist
    record: helped forwardedApplication > recorded; stationClerk receptionist assigner
    """,
    "implementationTask": """
    report: open > reported; stationClerk receptionist reviewer director assigner firmManager undertaker \
    sealKeeper qualitySupervisor archivist objectionReviewer bureauLeader
    confirm: reported > done; director bureauLeader
    sendBack: reported > open; director bureauLeader
    change: open > open; director bureauLeader
    cancel: open reported > cancelled; director bureauLeader
    reopen: done cancelled > open; director bureauLeader
    """,
    "objection": """
    uphold: received > upheld; objectionReviewer
    correct: received > corrected; objectionReviewer
    withdraw: received > withdrawn; stationClerk receptionist objectionReviewer
    contest: upheld > contested; stationClerk receptionist objectionReviewer
    stand: contested > upheld; stationClerk receptionist objectionReviewer
    reopen: contested > received; stationClerk receptionist objectionReviewer
    """,
    "cooperation": """
    send: drafted > sent; receptionist assigner
    handle: acknowledged > inProgress; receptionist assigner
    answer: sent inProgress > replied; receptionist assigner
    decline: sent acknowledged inProgress > declinedWithReason; receptionist assigner
    close: drafted replied declinedWithReason > closed; receptionist assigner
    """,
    "personalRequest": """
    grant: received > granted; director
    restrict: received > restricted; director
    refuse: received > refused; director
    handOver: granted handedOver > handedOver; stationClerk receptionist reviewer director
    withdraw: received > withdrawn; stationClerk receptionist reviewer director
    """,
  ]
}
