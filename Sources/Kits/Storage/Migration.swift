/// 迁移 · Migration: one step of the schema, known by its id (`registry.001`) and never changed once released.
package struct Migration: Sendable {
  package let id: String
  package let statements: @Sendable (Dialect) -> [String]

  package init(id: String, _ statements: @escaping @Sendable (Dialect) -> [String]) {
    self.id = id
    self.statements = statements
  }
}
