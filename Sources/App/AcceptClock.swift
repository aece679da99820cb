package import Kernel
import Localization
import Registry
import WorkCalendar

/// 认可时钟 · Accepts the machine's clock although the newest record is later: after a time in which the clock stood far
/// ahead. What was recorded then keeps its dates; the chain says from which event on the dates are right again.
/// Refused where the clock is not behind.
package struct AcceptClock: Action {
  package static let permission = Permission.manageUsers
  package static let mayTurnBack = true

  package init() {}

  package func perform(in context: ActionContext) throws -> Done {
    guard let newest = try DoctorTable.newestEvent(of: context.county, context.tx), newest > context.now else {
      throw Refusal("clock-right", Text("时钟没有落后，不需要认可。", "The clock is not behind: nothing to accept."))
    }
    context.record(
      "clock.accepted", .county(context.county),
      facts: ["newest": .text(newest.description), "now": .text(context.now.description)])
    return Done()
  }
}
