package import Kernel
import Localization
import Storage
package import WorkCalendar

extension Permission {
  package static let setLimits = Permission(
    "registry.limits", Text("设定期限", "Set time limits"), [.sysAdmin])
}

/// 设定期限 · Sets the length of a time limit whose source was not verified, from a day on, on a document of the office's
/// superiors. Refuses what the law was read to say, and a day that is past; clocks that run already keep their day.
package struct SetLimit: Action {
  package static let permission = Permission.setLimits
  let limit: LimitRule
  let rules: RuleSet
  let number: Int
  let from: Day
  let source: String

  package init(_ limit: LimitRule, under rules: RuleSet, number: Int, from: Day, source: String) {
    self.limit = limit
    self.rules = rules
    self.number = number
    self.from = from
    self.source = source
  }

  package func perform(in context: ActionContext) throws -> Done {
    guard limit.isSettable(rules) else {
      throw Refusal(
        "limit.fixed", Text("这项期限是法律规定的，已经核对，不能修改。", "This limit is the law's and was verified: it cannot be set."),
        basis: limit.variants[rules]?.basis ?? [])
    }
    let all = try LimitSettingTable.all(context.county, context.tx)
    let version = all.first { $0.key == limit.key && $0.rules == rules }?.version ?? 1
    try context.requireVersion(version)
    var refusals: [Refusal] = []
    if !(1...365).contains(number) {
      refusals.append(Refusal("limit.number", Text("请填写1到365的数。", "Type a number from 1 to 365."), field: "number"))
    }
    if from < context.today {
      refusals.append(
        Refusal(
          "limit.from", Text("启用日期不能早于今天，已经开始的期限不变。", "The day may not be past: clocks that run keep their day."),
          field: "from"))
    }
    try Refusals.check(refusals)
    try context.tx.run(
      """
      INSERT INTO limit_setting (county, limit_key, rule_set, version, id, number, from_on, source, changed_by,
        changed_at, last_event)
      VALUES (\(context.county), \(limit.key), \(rules), \(version + 1), \(context.eventID), \(number), \(from),
        \(source), \(context.principal.name), \(context.now), \(context.eventNumber))
      """)
    context.record(
      "limit.set", .county(context.county), rules: rules, basis: limit.variants[rules]?.basis ?? [],
      facts: [
        "limit": .text(limit.key), "number": .number(Int64(number)), "from": .day(from), "source": .text(source),
      ])
    return Done()
  }
}
