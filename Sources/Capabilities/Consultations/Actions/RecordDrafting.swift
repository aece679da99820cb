package import Kernel
import Localization
package import Papers
import Storage
package import WorkCalendar

/// 登记代拟文书 · Records a document drafted for somebody who asked, with its file where there is one. Refuses a day after
/// today.
package struct RecordDrafting: Action {
  package static let permission = Permission.recordConsultation
  private let id: ConsultationID
  private let kind: DraftKind
  private let title: String
  private let draftedOn: Day
  private let file: StoredUpload?

  package init(_ id: ConsultationID, _ kind: DraftKind, title: String, on day: Day, file: StoredUpload? = nil) {
    self.id = id
    self.kind = kind
    self.title = title
    self.draftedOn = day
    self.file = file
  }

  package func perform(in context: ActionContext) throws -> Done {
    let it = try ConsultationTable.one(id, for: context.principal, context.tx)
    guard draftedOn <= context.today else { throw Self.draftedLater }
    let attachment = try file.map { try context.attach($0, kind: "drafting", about: .consultation(id)) }
    try context.tx.run(
      """
      INSERT INTO drafting (id, county, consultation, kind, title, drafter, drafted_on, attachment, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(id), \(kind), \(title), \(context.principal.name), \(draftedOn),
        \(attachment), \(context.eventNumber))
      """)
    context.record(
      "consultation.drafted", .consultation(id), rules: it.rules,
      facts: ["kind": .text(kind.rawValue), "draftedOn": .text(draftedOn.description)])
    return Done()
  }

  private static let draftedLater = Refusal(
    "drafting.later", Text("日期不能晚于今天，请核对。", "The day must not be after today: check it."), field: "draftedOn")
}
