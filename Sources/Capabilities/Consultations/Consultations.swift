package import Kernel
import Localization
package import Web

/// 法律咨询 · Consultations: what people ask at the window, by phone or by letter, and the documents drafted for them.
package enum Consultations {
  package static let capability = Capability(
    key: "consultations", name: Text("法律咨询", "Consultations"), planItems: [3, 9, 10],
    migrations: ConsultationsMigration.all, permissions: [.recordConsultation, .viewConsultation],
    lifecycles: [ConsultationLifecycle.table.table], rules: ConsultationAnswer.entries + ConsultationLimits.entries,
    limits: ConsultationLimits.all, forms: ConsultationForms.all, workItems: ConsultationWork.sources,
    numbers: [.consultation], search: [ConsultationSearch.source],
    personalData: [ConsultationData.source], events: events)

  /// `panels`: what other capabilities show on a consultation's page, and of a person who is known.
  package static func routes(panels: [PanelSource] = []) -> [Route] {
    ConsultationRoutes.all(panels.filter { ["consultation", "person"].contains($0.on) })
  }

  static let events: [String: Text] = [
    "consultation.recorded": Text("登记咨询", "Consultation recorded"),
    "consultation.appointed": Text("预约", "Appointment made"),
    "consultation.answered": Text("答复咨询", "Consultation answered"),
    "consultation.closed": Text("咨询办结", "Consultation closed"),
    "consultation.drafted": Text("代拟法律文书", "Drafting of a legal document"),
  ]
}
