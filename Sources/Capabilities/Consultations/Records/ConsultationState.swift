package import Localization
import Storage

/// 咨询状态 · Consultation state: where a consultation stands.
package enum ConsultationState: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case opened, appointment, answered, closed

  package var name: Text {
    switch self {
    case .opened: Text("待答复", "To be answered")
    case .appointment: Text("已预约", "Appointment made")
    case .answered: Text("已答复", "Answered")
    case .closed: Text("已办结", "Closed")
    }
  }
}

/// 咨询步骤 · Consultation step: what may be done with a consultation.
package enum ConsultationStep: String, Sendable, Hashable, CaseIterable {
  case answer, appoint, close

  package var name: Text {
    switch self {
    case .answer: Text("答复", "Answer")
    case .appoint: Text("预约", "Make an appointment")
    case .close: Text("办结", "Close")
    }
  }
}
