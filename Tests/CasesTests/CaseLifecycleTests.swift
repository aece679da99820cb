import Cases
import Kernel
import Registry
import Storage
import TestSupport
import Testing

/// Every state, step and role against a table written out by hand.
@Suite struct CaseLifecycleTests {
  private static let grid: [CaseState: [CaseStep: CaseState]] = [
    .opened: [
      .assignToUnit: .assignedToUnit, .assignToPerson: .assignedToPerson, .notifiedAnew: .opened,
      .terminate: .terminated,
    ],
    .assignedToUnit: [
      .nameUndertaker: .assignedToPerson, .returnAssignment: .opened, .notifiedAnew: .opened,
      .terminate: .terminated,
    ],
    .assignedToPerson: [
      .engage: .engaged, .returnAssignment: .opened, .replace: .replacing, .reassign: .opened,
      .notifiedAnew: .opened, .terminate: .terminated,
    ],
    .engaged: [
      .record: .inProgress, .addHearing: .inProgress, .replace: .replacing, .reassign: .opened,
      .notifiedAnew: .opened, .terminate: .terminated,
    ],
    .inProgress: [
      .record: .inProgress, .addHearing: .inProgress, .close: .closed, .replace: .replacing, .reassign: .opened,
      .notifiedAnew: .opened, .terminate: .terminated,
    ],
    .replacing: [.nameUndertaker: .assignedToPerson, .notifiedAnew: .opened, .terminate: .terminated],
    .closed: [.submitDossier: .dossierSubmitted],
    .dossierSubmitted: [.returnDossier: .dossierReturned, .acceptDossier: .dossierAccepted],
    .dossierReturned: [.submitDossier: .dossierSubmitted],
    .dossierAccepted: [.archive: .archived],
    .archived: [:], .terminated: [.submitDossier: .dossierSubmitted, .resume: .opened],
  ]

  private static let roles: [CaseStep: Set<Role>] = [
    .assignToUnit: [.assigner], .assignToPerson: [.assigner], .nameUndertaker: [.firmManager],
    .returnAssignment: [.firmManager], .replace: [.director], .reassign: [.director], .terminate: [.director],
    .engage: [.undertaker, .firmManager], .record: [.undertaker, .firmManager],
    .addHearing: [.undertaker, .firmManager], .close: [.undertaker, .firmManager],
    .submitDossier: [.undertaker, .firmManager], .returnDossier: [.qualitySupervisor],
    .acceptDossier: [.qualitySupervisor], .archive: [.archivist], .notifiedAnew: [.receptionist, .assigner],
    .resume: [.objectionReviewer],
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

  @Test(arguments: ReplacementState.allCases, ReplacementStep.allCases)
  func theGridOfAReplacement(_ state: ReplacementState, _ step: ReplacementStep) throws {
    let grid: [ReplacementState: [ReplacementStep: (ReplacementState, Set<Role>)]] = [
      .requested: [.review: (.reviewed, [.reviewer]), .lapse: (.lapsed, [.director])],
      .reviewed: [
        .grant: (.granted, [.director]), .refuse: (.refused, [.director]), .lapse: (.lapsed, [.director]),
      ],
      .granted: [.handOver: (.handedOver, [.undertaker, .firmManager])],
    ]
    for role in Role.allCases {
      let expected = grid[state]?[step].flatMap { $0.1.contains(role) ? $0.0 : nil }
      let next = try? ReplacementLifecycle.table.next(step, from: state, by: principal(role))
      #expect(next == expected, "\(state) \(step) \(role)")
    }
  }

  @Test(arguments: TerminationState.allCases, TerminationStep.allCases)
  func theGridOfATermination(_ state: TerminationState, _ step: TerminationStep) throws {
    let grid: [TerminationState: [TerminationStep: (TerminationState, Set<Role>)]] = [
      .proposed: [.decide: (.decided, [.director]), .refuse: (.refused, [.director])],
      .decided: [
        .receive: (.received, [.undertaker, .firmManager, .assigner]), .revoke: (.revoked, [.objectionReviewer]),
      ],
      .received: [.revoke: (.revoked, [.objectionReviewer])],
    ]
    for role in Role.allCases {
      let expected = grid[state]?[step].flatMap { $0.1.contains(role) ? $0.0 : nil }
      let next = try? TerminationLifecycle.table.next(step, from: state, by: principal(role))
      #expect(next == expected, "\(state) \(step) \(role)")
    }
  }

  private func principal(_ role: Role) -> Principal {
    let (user, agency) = (UserID(), AgencyID())
    return Principal(
      user: user, name: "某某", county: CountyID(), agency: agency, agencyKind: .centre, agencyName: "中心",
      roles: [role], agencies: [agency])
  }
}
