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
    let found = try of([aidCase], closing: closing, in: aidCase.county, services, reader)
    guard let standing = found[aidCase.id] else { throw Refusal.notFound }
    return standing
  }

  /// Of several cases in five queries, whatever their number.
  static func of(
    _ cases: [AidCase], closing: ClosingBasis? = nil, in county: CountyID, _ services: Services,
    _ reader: any Reader
  ) throws -> [CaseID: DossierStanding] {
    let (ids, subjects) = (cases.compactMap(\.application), cases.flatMap(\.subjects))
    let applications = try Dictionary(
      ApplicationTable.all(ids, in: county, reader).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let hearings = try HearingTable.of(cases.map(\.id), reader)
    let papers = try PaperTable.of(subjects, reader)
    let files = try AttachmentTable.of(subjects, reader)
    let materials = try MaterialTable.codes(of: ids, reader)
    var standings: [CaseID: DossierStanding] = [:]
    for one in cases {
      let own = Set(one.subjects)
      let application = one.application.flatMap { applications[$0] }
      standings[one.id] = DossierStanding(
        one,
        facts: DossierChecklist.Facts(
          isHeard: hearings[one.id]?.contains(where: \.isHeld) == true,
          isExempt: try application?.verdict(services.keys)[.hardship]?.result == .exempt,
          closedBy: one.basisOfDossier ?? closing ?? .judgment),
        given: DossierItem.codes(of: papers.filter { own.contains($0.subject) }, in: one.checklist)
          .union(files.filter { own.contains($0.subject) }.map(\.kind))
          .union(one.application.flatMap { materials[$0] } ?? []))
    }
    return standings
  }

  private init(_ aidCase: AidCase, facts: DossierChecklist.Facts, given: Set<String>) {
    items = aidCase.checklist.filter { $0.isRequired(facts) || given.contains($0.code) }
    self.given = given
    missing = DossierChecklist.missing(
      aidCase.form, stage: aidCase.stage, track: aidCase.track, facts, given: given)
  }
}
