package import Kernel
import Localization

/// 咨询流程 · Consultation lifecycle: answered at once or by appointment, then closed (条例 25).
package enum ConsultationLifecycle {
  package static let table = Lifecycle<ConsultationState, ConsultationStep>(
    "consultation", Text("法律咨询", "Consultation"), state: \.name, step: \.name,
    [
      .init([.opened, .appointment], .answer, .answered, .recordConsultation, [.answerAtOnce, .remindOfAid]),
      .init([.opened], .appoint, .appointment, .recordConsultation, [.answerAtOnce]),
      .init([.appointment, .answered], .close, .closed, .recordConsultation),
    ])
}
