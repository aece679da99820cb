package import Kernel
import Localization
import Storage
package import WorkCalendar

/// 登记会见 · Records that the duty lawyer met the person. Refuses a time before he was sent, or later than now.
package struct MeetPerson: Action {
  package static let permission = Permission.giveHelp
  private let id: LegalHelpID
  /// Nil: now.
  private let metAt: Instant?

  package init(_ id: LegalHelpID, at metAt: Instant? = nil) {
    self.id = id
    self.metAt = metAt
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try context.legalHelp(id, own: true)
    let state = try LegalHelpLifecycle.table.next(.meet, from: found.state, by: context.principal)
    let metAt = metAt ?? context.now
    guard metAt <= context.now, metAt >= found.receivedAt else {
      throw Refusal(
        "help.metAt",
        Text("会见时间应在收到请求之后、现在之前，请核对。", "The meeting lies between the request and now: check the time."),
        field: "metAt")
    }
    try LegalHelpTable.update(id, set: "state = \(state), met_at = \(metAt)", in: context)
    context.record("help.met", .legalHelp(id), rules: found.rules, facts: ["metAt": .text(metAt.description)])
    return Done()
  }
}
