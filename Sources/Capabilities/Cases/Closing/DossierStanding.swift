import Intake
package import Kernel
import Papers
package import Storage

/// 卷宗现状 · Dossier standing: what the checklist asks of a case, what is there, and what is missing.
package struct DossierStanding: Sendable {
  package let items: [DossierItem]
  package let given: Set<String>
  package let missing: [DossierItem]

  /// Less what closing itself brings: the instrument or the settlement, and the closing report.
  var missingBesideClosing: [DossierItem] {
    missing.filter { !["instrument", "settlement", "F21"].contains($0.code) }
  }

  /// `closing`: the basis the case is about to be closed by, where it is not closed yet.
  package static func of(
    _ aidCase: AidCase, closing: ClosingBasis? = nil, _ services: Services, _ reader: any Reader
  ) throws -> DossierStanding {
    let application = try aidCase.application.map { try ApplicationTable.one($0, in: aidCase.county, reader) }
    let facts = DossierChecklist.Facts(
      isHeard: try HearingTable.of(aidCase.id, reader).contains(where: \.isHeld),
      isExempt: try application?.verdict(services.keys)[.hardship]?.result == .exempt,
      closedBy: aidCase.basisOfDossier ?? closing ?? .judgment)
    let papers = DossierItem.codes(of: try PaperTable.of(aidCase.subjects, reader), in: aidCase.checklist)
    let files = try AttachmentTable.of(aidCase.subjects, reader).map(\.kind)
    let materials = try application.map { try MaterialTable.of($0.id, reader).map(\.code) } ?? []
    let given = papers.union(files + materials)
    return DossierStanding(
      items: aidCase.checklist.filter { $0.isRequired(facts) || given.contains($0.code) },
      given: given,
      missing: DossierChecklist.missing(
        aidCase.form, stage: aidCase.stage, track: aidCase.track, facts, given: given))
  }
}
