package import Kernel
import Localization

extension Permission {
  package static let recordConsultation = Permission(
    "consultation.record", Text("登记和答复咨询", "Record and answer consultations"), [.stationClerk, .receptionist])
  package static let viewConsultation = Permission(
    "consultation.view", Text("查看咨询", "View consultations"), [.stationClerk, .receptionist, .reviewer, .director])
}

/// 咨询编号 · Number kind of consultations; the kind word is ours.
extension NumberKind {
  package static let consultation = NumberKind("consultation", Text("咨询编号", "Consultation number"), word: "咨")
}

extension Subject {
  package static func consultation(_ id: ConsultationID) -> Subject { Subject("consultation", id.uuid) }
}
