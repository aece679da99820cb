import Intake
import Kernel
import Papers
import Registry
import Storage
import Web
import WorkCalendar

/// 法律帮助页内容 · One help with everything its pages show.
struct HelpView: Sendable {
  let it: LegalHelp
  let who: Person
  let principal: Principal
  let papers: [PaperRecord]
  let files: [AttachmentRecord]
  let events: [Event]
  let steps: [LegalHelpStep]
  /// Who serves at the place now.
  let serving: DutyShift?
  let isApplicationSeen: Bool

  static func load(_ request: WebRequest) async throws -> HelpView {
    let (id, principal): (LegalHelpID, Principal) = (try request.id(), try request.requirePrincipal())
    let (keys, now) = (request.services.keys, request.services.clock.now())
    return try await request.services.database.read { reader in
      let it = try LegalHelpTable.one(id, for: principal, reader)
      let subject = Subject.legalHelp(id)
      return HelpView(
        it: it, who: try PersonTable.of(it.person, in: it.county, keys, reader).seen(by: principal),
        principal: principal, papers: try PaperTable.of([subject], reader),
        files: try AttachmentTable.of([subject], reader),
        events: try LegalHelpTable.events(of: id, in: it.county, reader), steps: it.steps(principal),
        serving: try DutyShiftTable.serving(at: it.place, now, in: it.county, reader),
        isApplicationSeen: try it.application.map {
          try principal.holds(.viewApplication) && ApplicationTable.isSeen($0, by: principal, reader)
        } ?? false)
    }
  }
}
