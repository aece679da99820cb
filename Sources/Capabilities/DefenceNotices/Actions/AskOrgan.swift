import Cases
package import Intake
package import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 补充的内容 · What the organ said when asked; nil leaves what is known.
package struct NoticeSupplement: Sendable {
  package var charge: String?
  package var situations: Set<NoticeSituation>
  package var place: String?
  package var contact: OrganContact

  package init(
    charge: String? = nil, situations: Set<NoticeSituation> = [], place: String? = nil,
    contact: OrganContact = OrganContact()
  ) {
    self.charge = charge
    self.situations = situations
    self.place = place
    self.contact = contact
  }
}

/// 询问办案机关 · Records that the organ was asked what its notice lacks, whom one spoke with, and what it said. The time to
/// assign runs meanwhile (刑事规定 2013, 10, 12). Refuses a situation that the law of the notice's day does not know.
package struct AskOrgan: Action {
  package static let permission = Permission.registerNotices
  private let aidCase: CaseID
  private let spokeWith: String
  private let answer: String
  private let supplement: NoticeSupplement

  package init(_ aidCase: CaseID, spokeWith: String, answer: String, _ supplement: NoticeSupplement) {
    self.aidCase = aidCase
    self.spokeWith = spokeWith
    self.answer = answer
    self.supplement = supplement
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (notice, found) = try context.notice(of: aidCase)
    let day = notice.receivedAt.day
    for situation in supplement.situations where SituationRules.rule(situation, on: day) == nil {
      throw Refusal(
        "notice.situation",
        Text("当时的法律没有规定“\(situation.name.zh)”这一情形。", "The law of that day does not know “\(situation.name.en)”."),
        field: "situations")
    }
    let known = try notice.contact(context.keys)
    let contact = OrganContact(
      name: supplement.contact.name ?? known.name, phone: supplement.contact.phone ?? known.phone)
    let missing = notice.missing.filter { item in
      switch item {
      case .charge: supplement.charge == nil
      case .situation: supplement.situations.isEmpty
      case .whereabouts: supplement.place == nil
      case .contact: !contact.isWhole
      }
    }
    let step: DefenceNoticeStep = missing.isEmpty ? .complete : .ask
    let state = try DefenceNoticeLifecycle.table.next(step, from: notice.state, by: context.principal)
    try DefenceNoticeTable.log(notice.id, with: spokeWith, answer, in: context)
    try DefenceNoticeTable.update(
      notice.id,
      set: """
        state = \(state), missing = \(DefenceNoticeTable.stored(missing)),
        place = COALESCE(\(supplement.place), place), contact_sealed = \(contact.sealed(notice.id, context.keys))
        """, in: context)
    if let charge = supplement.charge { try context.setCause(charge, of: found) }
    if !supplement.situations.isEmpty {
      try context.setSituations(found.situations.union(supplement.situations), of: found)
    }
    context.record(
      "notice.asked", found.subject, rules: .inForce(on: context.today), basis: [.c13("10")],
      facts: ["missing": .list(missing.map { .text($0.rawValue) })])
    return Done()
  }
}
