import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 咨询待办 · Work items of consultations: letters and questions to answer, appointments to keep; one query.
enum ConsultationWork {
  static let sources = [
    WorkItemSource(key: "consultations.open", permission: .recordConsultation) { reader, principal, _ in
      try reader.rows(
        """
        SELECT c.id, c.number, c.state, c.channel, c.cause, c.appointed_at, d.due_on FROM consultation c
        LEFT JOIN deadline d ON d.subject_kind = 'consultation' AND d.subject_id = c.id AND d.done_on IS NULL
          AND d.rule_key = \(ConsultationLimits.letter.key)
        WHERE \(principal.scope("c"))
          AND c.state IN \(list: [ConsultationState.opened, ConsultationState.appointment])
        ORDER BY d.due_on NULLS LAST, c.served_at, c.id LIMIT \(WorkItemSource.most)
        """
      ).map(item)
    }
  ]

  private static func item(_ row: Row) throws -> WorkItem {
    let (channel, cause): (ServiceChannel, String) = (try row.get("channel"), try row.get("cause"))
    let appointedAt: Instant? = try row.get("appointed_at")
    let dueOn: Day? = try row.get("due_on")
    return WorkItem(
      title: Text("答复咨询", "Answer a consultation"), about: cause,
      detail: appointedAt.map {
        Text("预约在\(Format.instant($0, .zh))", "Appointment at \(Format.instant($0, .en))")
      } ?? channel.name, number: try row.get("number"), dueOn: dueOn ?? appointedAt?.day,
      limitKey: dueOn == nil ? nil : ConsultationLimits.letter.key,
      path: ConsultationPaths.handling(try row.get("id")))
  }
}
