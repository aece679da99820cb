import Cases
import Kernel
import Registry
import Storage
import TestSupport
import Testing

/// Every state, step and role against a table written out by hand.
@Suite struct CaseLifecycleTests {
  private static let grid: [CaseState: [CaseStep: CaseState]] = [
    .opened: [.assignToUnit: .assignedToUnit, .assignToPerson: .assignedToPerson],
    .assignedToUnit: [.nameUndertaker: .assignedToPerson],
    .assignedToPerson: [.engage: .engaged],
    .engaged: [.record: .inProgress, .addHearing: .inProgress],
    .inProgress: [.record: .inProgress, .addHearing: .inProgress, .close: .closed],
    .closed: [.submitDossier: .dossierSubmitted],
    .dossierSubmitted: [.returnDossier: .dossierReturned, .acceptDossier: .dossierAccepted],
    .dossierReturned: [.submitDossier: .dossierSubmitted],
    .dossierAccepted: [.archive: .archived],
    .archived: [:], .terminated: [:],
  ]

  private static let roles: [CaseStep: Set<Role>] = [
    .assignToUnit: [.assigner], .assignToPerson: [.assigner], .nameUndertaker: [.firmManager],
    .engage: [.undertaker, .firmManager], .record: [.undertaker, .firmManager],
    .addHearing: [.undertaker, .firmManager], .close: [.undertaker, .firmManager],
    .submitDossier: [.undertaker, .firmManager], .returnDossier: [.qualitySupervisor],
    .acceptDossier: [.qualitySupervisor], .archive: [.archivist],
  ]

  @Test(arguments: CaseState.allCases, CaseStep.allCases)
  func theGrid(_ state: CaseState, _ step: CaseStep) throws {
    for role in Role.allCases {
      let expected = Self.roles[step]?.contains(role) == true ? Self.grid[state]?[step] : nil
      let next = try? CaseLifecycle.table.next(step, from: state, by: principal(role))
      #expect(next == expected, "\(state) \(step) \(role)")
      #expect(CaseLifecycle.table.allowed(from: state, by: principal(role)).contains(step) == (expected != nil))
    }
  }

  private func principal(_ role: Role) -> Principal {
    let (user, agency) = (UserID(), AgencyID())
    return Principal(
      user: user, name: "某某", county: CountyID(), agency: agency, agencyKind: .centre, agencyName: "中心",
      roles: [role], agencies: [agency])
  }
}
