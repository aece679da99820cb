package import Kernel
import Registry
import Storage

/// 解除封存 · Lets a matter be found again by whoever may see it; every ground goes, with a reason.
package struct LiftConcealment: Action {
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
    for ground in grounds { try ConcealmentTable.delete(ground, matter, in: context) }
    context.record(
      "matter.concealmentLifted", .matter(matter), basis: grounds.map(\.basis),
      facts: ["grounds": .list(grounds.map { .text($0.rawValue) }), "reason": .text(reason)])
    return Done()
  }
}
