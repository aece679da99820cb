package import Kernel
package import Storage
package import WorkCalendar

/// 规则包的影响 · What adopting or ending a pack does to the applications that a review will still ask anew. What waits for
/// its approval rests on its review, and what was decided stays.
package struct RulePackEffect: Sendable {
  package let application: Application
  package let before: VerdictRecord
  package let after: VerdictRecord

  /// `changed`: the packs in force on a day afterwards.
  package static func of(
    _ known: [AdoptedPack], for principal: Principal, _ keys: KeyRing, _ reader: any Reader,
    _ changed: (Day) throws -> [LocalRulePack]
  ) throws -> [RulePackEffect] {
    try ApplicationTable.unreviewed(for: principal, reader).compactMap { one in
      let packs = (try known.inForce(on: one.receivedOn), try changed(one.receivedOn))
      guard packs.0 != packs.1 else { return nil }
      let before = VerdictRecord(try one.judge(keys, reader, packs: packs.0))
      let after = VerdictRecord(try one.judge(keys, reader, packs: packs.1))
      return before == after ? nil : RulePackEffect(application: one, before: before, after: after)
    }
  }
}

extension [AdoptedPack] {
  /// The packs in force on a day once another is adopted.
  package func inForce(on day: Day, adopting pack: LocalRulePack) throws -> [LocalRulePack] {
    let ended = Set(AdoptRulePack.superseded(by: pack, self).map(\.id))
    let kept = filter { !ended.contains($0.id) || day < pack.from }
    return (pack.isInForce(on: day) ? [pack] : []) + (try kept.inForce(on: day))
  }

  /// The packs in force on a day once one of them holds until `lastDay`.
  package func inForce(on day: Day, ending id: UUIDv7, after lastDay: Day) throws -> [LocalRulePack] {
    try filter { $0.id != id || day <= lastDay }.inForce(on: day)
  }
}
