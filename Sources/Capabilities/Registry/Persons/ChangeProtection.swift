package import Kernel
import Localization
import Storage

/// 变更保护标记 · Sets and lifts the flags of a person to exactly these, with a reason. Refuses a change of nothing.
package struct ChangeProtection: Action {
  package static let permission = Permission.protectPersons
  package let person: PersonID
  package let flags: Set<ProtectionFlag>
  package let reason: String

  package init(person: PersonID, flags: Set<ProtectionFlag>, reason: String) {
    self.person = person
    self.flags = flags
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    try PersonScope.require(person, context.principal, context.tx)
    let known = try PersonTable.of(person, in: context.county, context.keys, context.tx)
    try context.requireVersion(known.version)
    let before = known.protection.flags
    guard before != flags else {
      throw Refusal(
        "protection.unchanged",
        Text("保护标记没有变化，请先勾选或者取消要变更的标记。", "No flag changes: tick or untick what should change."), field: "flags")
    }
    try PersonTable.protect(person, Protection(flags), in: context)
    context.record(
      "person.protectionChanged", .person(person),
      basis: flags.subtracting(before).map(\.basis).sorted {
        $0.law.key < $1.law.key
      },
      facts: [
        "set": .list(Self.codes(flags.subtracting(before))), "lifted": .list(Self.codes(before.subtracting(flags))),
        "reason": .text(reason),
      ])
    return Done()
  }

  private static func codes(_ flags: Set<ProtectionFlag>) -> [EventValue] {
    ProtectionFlag.allCases.filter(flags.contains).map { .text($0.rawValue) }
  }
}
