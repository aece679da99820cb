package import Kernel
import Registry
import Storage

/// 查阅封存记录 · Lets the director find a concealed matter until the end of the day, for a reason the law knows; the
/// looking itself is the event.
package struct OpenConcealed: Action {
  package static let permission = Permission.openConcealed
  package let matter: MatterID
  package let reason: String

  package init(matter: MatterID, reason: String) {
    self.matter = matter
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    try MatterScope.requireConcealed(matter, context.principal, context.tx)
    let grounds = try ConcealmentTable.of(matter, in: context.county, context.tx).map(\.ground)
    try ConcealmentTable.open(matter, in: context)
    context.record(
      "matter.opened", .matter(matter), basis: grounds.map(\.basis), facts: ["reason": .text(reason)])
    return Done()
  }
}
