package import Kernel
import Localization
package import Storage

/// 拟定地方规则包 · Keeps a pack that is being drawn up: a new one, or one kept before as it reads now. Nothing is judged by
/// it. Refuses a draft that somebody else changed, adopted or threw away meanwhile.
package struct DraftRulePack: Action {
  package static let permission = Permission.adoptRulePack
  private let pack: LocalRulePack
  private let draft: UUIDv7?

  package init(_ pack: LocalRulePack, over draft: UUIDv7? = nil) {
    self.pack = pack
    self.draft = draft
  }

  package func perform(in context: ActionContext) throws -> UUIDv7 {
    let known = try draft.map { try PackDraftTable.one($0, context.county, context.tx) }
    if let known { try context.requireVersion(known.version) }
    let id = known?.id ?? context.eventID
    try PackDraftTable.save(pack, as: id, version: (known?.version ?? 0) + 1, in: context)
    context.record(
      "rulePack.drafted", .county(context.county),
      facts: ["name": .text(pack.name), "entries": .list(pack.entries.map { .text($0.key) })])
    return id
  }
}

/// 删除草案 · Throws a draft away.
package struct DropRulePackDraft: Action {
  package static let permission = Permission.adoptRulePack
  private let draft: UUIDv7

  package init(_ draft: UUIDv7) { self.draft = draft }

  package func perform(in context: ActionContext) throws -> Done {
    let known = try PackDraftTable.one(draft, context.county, context.tx)
    try context.requireVersion(known.version)
    try PackDraftTable.delete(draft, in: context)
    context.record("rulePack.draftDropped", .county(context.county), facts: ["name": .text(known.pack.name)])
    return Done()
  }
}
