package import Kernel
package import Storage

/// 删除筛选 · Drops one of one's own saved filters. Refuses anybody else's as not found.
package struct DropFilter: Action {
  package static let permission = Permission.signedIn
  private let id: UUIDv7

  package init(_ id: UUIDv7) { self.id = id }

  package func perform(in context: ActionContext) throws -> Done {
    guard let user = context.principal.user,
      let own = try SavedFilterTable.of(user, in: context.county, context.keys, context.tx).first(where: {
        $0.id == id
      })
    else { throw Refusal.notFound }
    try context.tx.run("DELETE FROM saved_filter WHERE id = \(id)")
    context.record("filter.dropped", .user(user), facts: ["list": .text(own.list)])
    return Done()
  }
}
