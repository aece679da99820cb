import Kernel
import Web

/// 案件地址 · The addresses of a case's pages; routes and links are made from the same values.
struct CasePaths: Sendable, Hashable {
  let pattern: PathPattern

  static let list: PathPattern = "/cases"
  static let mine: PathPattern = "/my-cases"
  static let ageing: PathPattern = "/cases/ageing"
  static let page = CasePaths("")
  static let assignment = CasePaths("/assignment")
  static let undertaker = CasePaths("/undertaker")
  static let majorCase = CasePaths("/major-case")
  static let majorCaseAnswer = CasePaths("/major-case-answer")
  static let coUndertaker = CasePaths("/second-undertaker")
  static let assignmentReturn = CasePaths("/assignment-return")
  static let replacement = CasePaths("/replacement")
  static let replacementReview = CasePaths("/replacement-review")
  static let replacementDecision = CasePaths("/replacement-decision")
  static let handover = CasePaths("/handover")
  static let termination = CasePaths("/termination")
  static let terminationDecision = CasePaths("/termination-decision")
  static let terminationReceipt = CasePaths("/termination-receipt")
  static let agreement = CasePaths("/agreement")
  static let engagement = CasePaths("/engagement")
  static let records = CasePaths("/records")
  static let hearings = CasePaths("/hearings")
  static let hearingChange = CasePaths("/hearing-change")
  static let keyDates = CasePaths("/key-dates")
  static let files = CasePaths("/files")
  static let closing = CasePaths("/closing")
  static let dossier = CasePaths("/dossier")
  static let dossierCheck = CasePaths("/dossier-check")
  static let archive = CasePaths("/archive")
  static let dossierPDF = CasePaths("/dossier.pdf")
  static let dossierZIP = CasePaths("/dossier.zip")
  static let loan = CasePaths("/loan")
  static let loanDecision = CasePaths("/loan-decision")
  static let loanReturn = CasePaths("/loan-return")
  static let loanCopy = CasePaths("/loan-copy.pdf")
  static let hearingHeld: PathPattern = "/cases/{id}/hearings/{hearing}/held"
  static let hearingObserved: PathPattern = "/cases/{id}/hearings/{hearing}/observed"

  private init(_ rest: String) { pattern = PathPattern("/cases/{id}\(rest)") }

  func path(_ id: CaseID) -> String { pattern.path(id) }

  /// Where a step is taken.
  static func of(_ step: CaseStep) -> CasePaths {
    switch step {
    case .assignToUnit, .assignToPerson: assignment
    case .nameUndertaker: undertaker
    case .returnAssignment: assignmentReturn
    case .engage: engagement
    case .record: records
    case .addHearing: hearings
    case .close: closing
    case .replace, .reassign, .notifiedAnew: replacementDecision
    case .terminate, .resume: terminationDecision
    case .submitDossier: dossier
    case .returnDossier, .acceptDossier: dossierCheck
    case .archive: archive
    }
  }
}
