import Kernel
import Papers
import Storage
import Web
import WorkCalendar

/// 咨询页内容 · Consultation view: one consultation with everything its pages show.
struct ConsultationView: Sendable {
  let it: Consultation
  let who: Consulter
  let drafts: [Drafting]
  let papers: [PaperRecord]
  let events: [Event]
  let deadlines: [Deadline]
  let steps: [ConsultationStep]
  let mayRecord: Bool
  let known: KnownPerson
  let panels: [Panel]

  static func load(_ request: WebRequest, _ panels: [PanelSource]) async throws -> ConsultationView {
    let (id, principal): (ConsultationID, Principal) = (try request.id(), try request.requirePrincipal())
    let keys = request.services.keys
    return try await request.services.database.read { reader in
      let it = try ConsultationTable.one(id, for: principal, reader)
      let (who, subject) = (try it.consulter(keys), Subject.consultation(id))
      return ConsultationView(
        it: it, who: try it.consulter(keys, for: principal), drafts: try DraftingTable.of(id, reader),
        papers: try PaperTable.of([subject], reader),
        events: try ConsultationTable.events(of: id, in: it.county, reader),
        deadlines: try Deadline.open(subject, reader),
        steps: ConsultationLifecycle.table.allowed(from: it.state, by: principal),
        mayRecord: principal.holds(.recordConsultation),
        known: try KnownPerson.find(
          who.identityNumber ?? "", who.phone ?? "", but: id, principal, keys, panels, reader),
        panels: try panels.filter { $0.on == "consultation" && principal.holds($0.permission) }.compactMap {
          try $0.load(reader, principal, subject)
        })
    }
  }
}
