package import Kernel
import Storage

/// 标为已读 · Notes up to which event somebody has read the notices. What came after the page was made stays new.
package struct MarkNoticesRead: Action {
  package static let permission = Permission.signedIn
  package let number: Int

  package init(upTo number: Int) { self.number = number }

  package func perform(in context: ActionContext) throws -> Done {
    let read = min(max(number, 0), context.eventNumber)
    try context.tx.run(
      """
      INSERT INTO notice_reading (county, user_account, event_number, last_event)
      VALUES (\(context.county), \(context.principal.user), \(read), \(context.eventNumber))
      ON CONFLICT (county, user_account) DO UPDATE SET event_number = excluded.event_number,
        last_event = excluded.last_event
      """)
    context.record("notices.read", .county(context.county), facts: ["upTo": .number(Int64(read))])
    return Done()
  }
}
