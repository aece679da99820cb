package import Kernel
import Localization
import Papers
import Registry
import Storage
import WorkCalendar

/// 答复咨询 · Answers a consultation that was left open or had an appointment, or makes the appointment. An answer stops the
/// clock of a letter and makes the form F01. Refuses an appointment in the past, and an answer that leaves out what the law
/// wants said.
package struct HandleConsultation: Action {
  package static let permission = Permission.recordConsultation
  private let id: ConsultationID
  private let outcome: ConsultationOutcome

  package init(_ id: ConsultationID, _ outcome: ConsultationOutcome) {
    self.id = id
    self.outcome = outcome
  }

  package func perform(in context: ActionContext) throws -> Done {
    let it = try context.consultation(id)
    let state = try outcome.state(from: it.state, by: context.principal)
    try Refusals.check(outcome.refusals(about: it.topic, it.rules, context.now))
    if let answer = outcome.answer {
      try save(answer, state, context)
      try context.stopAll(on: .consultation(id))
      try context.decideConsultationForm(ConsultationTable.one(id, in: context.county, context.tx))
    } else {
      try context.tx.run(
        """
        UPDATE consultation SET state = \(state), appointed_at = \(outcome.appointment), version = version + 1,
          last_event = \(context.eventNumber) WHERE id = \(id)
        """)
    }
    context.record(
      outcome.answer == nil ? "consultation.appointed" : "consultation.answered", .consultation(id),
      rules: it.rules,
      facts: outcome.answer.map {
        ["handling": .text($0.handling.rawValue), "reminded": .flag($0.isReminded)]
      } ?? ["appointedAt": .text(outcome.appointment?.description ?? "")])
    return Done()
  }

  private func save(
    _ answer: ConsultationAnswer, _ state: ConsultationState, _ context: ActionContext
  ) throws {
    try context.tx.run(
      """
      UPDATE consultation SET state = \(state), answer = \(answer.text), handling = \(answer.handling),
        department = \(answer.department), is_reminded = \(answer.isReminded), answered_on = \(context.today),
        answerer = \(context.principal.name), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(id)
      """)
  }
}

extension ActionContext {
  /// F01 as it was told and answered, for both to sign.
  func decideConsultationForm(_ it: Consultation) throws {
    guard let answer = it.answer else { return }
    let who = try it.consulter(keys)
    let untold = who.declinesIdentity ? "本人不愿提供" : "未填写"
    let reminder = answer.isReminded ? "；已告知有权申请法律援助及条件和程序" : ""
    try decide(
      ConsultationForms.form(it.rules.formSet), number: it.number,
      fields: [
        "name": who.name ?? untold, "identityNumber": who.identityNumber ?? untold, "phone": who.phone ?? untold,
        "address": who.address ?? untold,
        "groups": who.groups.isEmpty ? "未填写" : who.groups.map(\.name.zh).joined(separator: "、"),
        "companions": who.companions ?? "无", "channel": it.channel.name.zh,
        "servedAt": Format.instant(it.servedAt, .zh), "topic": "\(it.topic.name.zh)：\(it.cause)",
        "content": it.content, "answer": answer.text,
        "handling": [answer.handling.name.zh, answer.department].compactMap(\.self).joined(separator: "：")
          + reminder,
        "recorder": it.recorder,
      ], about: .consultation(it.id), issuer: it.owner, rules: it.rules)
  }
}
