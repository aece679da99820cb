package import Kernel
package import Storage
package import WorkCalendar

/// 规则变动的影响 · What a change of rules does to the applications that a review will still ask anew. What waits for its
/// approval rests on its review, and what was decided stays.
package struct RuleEffect: Sendable {
  package let application: Application
  package let before: VerdictRecord
  package let after: VerdictRecord

  package static func of(
    _ change: Supposition, for principal: Principal, _ keys: KeyRing, _ reader: any Reader
  ) throws -> [RuleEffect] {
    let known = try AdoptedPackTable.all(principal.county, reader)
    return try ApplicationTable.unreviewed(for: principal, reader).compactMap { one in
      let now = try one.yardstick(known, reader)
      let then = try change.applied(to: now, on: one.receivedOn, known)
      guard now != then else { return nil }
      let before = VerdictRecord(try one.judge(keys, by: now))
      let after = VerdictRecord(try one.judge(keys, by: then))
      let effect = RuleEffect(application: one, before: before, after: after)
      return effect.changed.isEmpty && before.ruleSet == after.ruleSet ? nil : effect
    }
  }

  /// What the change makes of the tests, with the reasons. Where a test says the same on the same ground, other figures in
  /// its reason change nothing.
  package var changed: [VerdictRecord.Test] {
    after.tests.filter { test in
      before[test.aspect].map { $0.result != test.result || $0.key != test.key || $0.basis != test.basis } ?? true
    }
  }
}

/// 假设 · Supposition: a change of rules that is asked about before it is so.
package enum Supposition: Sendable {
  case adopting(LocalRulePack)
  case ending(UUIDv7, after: Day)
  /// 经济困难标准 · A hardship line set, from its own first day on.
  case line(HardshipLine)
  /// 规则集 · A rule set for what came in from a day on.
  case rules(RuleSet, from: Day)

  /// What an application that came in on a day would be judged by.
  func applied(to yardstick: Yardstick, on day: Day, _ known: [AdoptedPack]) throws -> Yardstick {
    var then = yardstick
    switch self {
    case .adopting(let pack): then.packs = try known.inForce(on: day, adopting: pack)
    case .ending(let id, let lastDay): then.packs = try known.inForce(on: day, ending: id, after: lastDay)
    case .line(let line):
      let isLatest = yardstick.own.map { ($0.from ?? .earliest) <= (line.from ?? .earliest) } ?? true
      if line.isInForce(on: day), isLatest { then.own = line }
    case .rules(let rules, let from): if from <= day { then.rules = rules }
    }
    return then
  }
}

extension [AdoptedPack] {
  /// The packs in force on a day once another is adopted.
  func inForce(on day: Day, adopting pack: LocalRulePack) throws -> [LocalRulePack] {
    let ended = Set(AdoptRulePack.superseded(by: pack, self).map(\.id))
    let kept = filter { !ended.contains($0.id) || day < pack.from }
    return [pack.standing(on: day)].compactMap(\.self) + (try kept.inForce(on: day))
  }

  /// The packs in force on a day once one of them holds until `lastDay`.
  func inForce(on day: Day, ending id: UUIDv7, after lastDay: Day) throws -> [LocalRulePack] {
    try filter { $0.id != id || day <= lastDay }.inForce(on: day)
  }
}
