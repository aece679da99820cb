package import Kernel
import Localization
package import Storage
package import WorkCalendar

/// 停用地方规则包 · Ends an adopted pack after a day. What was decided by it stays as it was decided. Refuses a pack that
/// was ended already, and a day outside those on which it holds.
package struct EndRulePack: Action {
  package static let permission = Permission.adoptRulePack
  private let id: UUIDv7
  private let lastDay: Day
  private let reason: String

  package init(_ id: UUIDv7, lastDay: Day, reason: String) {
    self.id = id
    self.lastDay = lastDay
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let pack = try AdoptedPackTable.all(context.county, context.tx).first { $0.id == id }
    guard let pack else { throw Refusal.notFound }
    try context.requireVersion(pack.version)
    guard pack.end == nil else {
      throw Refusal(
        "rulePack.ended", Text("规则包\(pack.name)已经停用。", "Rule pack \(pack.name) has been ended already."))
    }
    guard pack.from.adding(days: -1) <= lastDay, pack.to.map({ lastDay <= $0 }) ?? true else {
      throw Refusal(
        "rulePack.lastDay",
        Text(
          "最后施行日应当在\(pack.from)至\(pack.to?.description ?? "以后")之间；从未施行的，填起始日的前一天。",
          "The last day lies between \(pack.from) and \(pack.to?.description ?? "any later day"); for a pack that was never to hold, the day before its first."
        ), field: "lastDay")
    }
    try AdoptedPackTable.end(pack, lastDay: lastDay, reason: reason, in: context)
    context.record(
      "rulePack.ended", .county(context.county),
      facts: ["name": .text(pack.name), "lastDay": .day(lastDay), "reason": .text(reason)])
    return Done()
  }
}
