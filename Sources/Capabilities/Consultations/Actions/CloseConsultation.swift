package import Kernel
import Storage
import WorkCalendar

/// 办结咨询 · Closes a consultation: it was answered, or nobody came to the appointment.
package struct CloseConsultation: Action {
  package static let permission = Permission.recordConsultation
  private let id: ConsultationID

  package init(_ id: ConsultationID) { self.id = id }

  package func perform(in context: ActionContext) throws -> Done {
    let it = try context.consultation(id)
    let state = try ConsultationLifecycle.table.next(.close, from: it.state, by: context.principal)
    try context.tx.run(
      """
      UPDATE consultation SET state = \(state), closed_on = \(context.today), version = version + 1,
        last_event = \(context.eventNumber) WHERE id = \(id)
      """)
    try context.stopAll(on: .consultation(id))
    context.record(
      "consultation.closed", .consultation(id), rules: it.rules, facts: ["from": .text(it.state.rawValue)])
    return Done()
  }
}
