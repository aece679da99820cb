package import Kernel
import Localization
import Registry

/// 调整人才库 · Takes somebody out of a pool with the reason, or puts him back; the records alone bring somebody in. Refuses
/// what stands already. The hard rules of assignment are not touched by it.
package struct NarrowPool: Action {
  package static let permission = Permission.narrowPools
  private let pool: String
  private let person: LegalAidPersonID
  private let leaves: Bool
  private let reason: String

  package init(_ pool: String, _ person: LegalAidPersonID, leaves: Bool, reason: String = "") {
    self.pool = pool
    self.person = person
    self.leaves = leaves
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let one = try LegalAidPersonTable.one(person, in: context.county, context.tx)
    if leaves {
      guard !reason.isEmpty else { throw Self.reasonNeeded }
      let stands = try PoolLeaveTable.all(context.county, context.tx)
      guard !stands.contains(where: { $0.pool == pool && $0.person == person }) else { throw Self.outAlready }
      try PoolLeaveTable.insert(pool, person, because: reason, in: context)
    } else {
      guard try PoolLeaveTable.end(pool, person, in: context) > 0 else { throw Self.notOut }
    }
    context.record(
      leaves ? "pool.left" : "pool.returned", .agency(one.unit),
      facts: ["pool": .text(pool), "person": .id(person)])
    return Done()
  }

  private static let reasonNeeded = Refusal(
    "pool.reason", Text("移出人才库必须写明理由。", "Give the reason for taking somebody out of a pool."), field: "reason")
  private static let outAlready = Refusal(
    "pool.outAlready", Text("此人已经移出这个人才库。", "He is out of this pool already."), field: "decision")
  private static let notOut = Refusal(
    "pool.notOut",
    Text(
      "此人没有被移出这个人才库；不符合条件的，请先更正其档案。",
      "He was not taken out of this pool; where the records keep him out, correct these."),
    field: "decision")
}
