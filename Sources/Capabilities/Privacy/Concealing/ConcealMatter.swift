package import Kernel
import Localization
package import Registry
import Storage

/// 封存、限制处理 · Conceals a matter: from now on nobody finds its application, case, papers and files in ordinary work.
/// Refuses a ground on which it is concealed already.
package struct ConcealMatter: Action {
  package static let permission = Permission.concealRecords
  package let matter: MatterID
  package let ground: ConcealmentGround
  package let reason: String

  package init(matter: MatterID, ground: ConcealmentGround, reason: String) {
    self.matter = matter
    self.ground = ground
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    try MatterScope.require(matter, context.principal, context.tx)
    let known = try ConcealmentTable.of(matter, in: context.county, context.tx)
    guard !known.contains(where: { $0.ground == ground }) else {
      throw Refusal(
        "concealment.known", Text("已经按这个依据封存，不必重复办理。", "It is concealed on this ground already."), field: "ground")
    }
    try ConcealmentTable.insert(ground, matter, reason: reason, in: context)
    context.record(
      "matter.concealed", .matter(matter), basis: [ground.basis],
      facts: ["ground": .text(ground.rawValue), "reason": .text(reason)])
    return Done()
  }
}
