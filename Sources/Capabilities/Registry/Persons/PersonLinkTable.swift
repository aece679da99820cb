import Kernel
import Storage

/// 人员引用（数据） · The statements over whatever table names a person; the names of tables and columns come from the
/// manifests alone.
enum PersonLinkTable {
  static func rename(_ person: PersonID, to name: String, _ link: PersonLink, in context: ActionContext) throws {
    if let column = link.name {
      try context.tx.run(
        """
        UPDATE \(raw: link.table) SET \(raw: column) = \(name)
        WHERE county = \(context.county) AND \(raw: link.column) = \(person)
        """)
    }
    guard let kind = link.kind else { return }
    context.touched += try rows(of: person, link, context).map { Subject(kind, $0) }
  }

  static func rows(of person: PersonID, _ link: PersonLink, _ context: ActionContext) throws -> [UUIDv7] {
    try context.tx.rows(
      """
      SELECT id FROM \(raw: link.table) WHERE county = \(context.county) AND \(raw: link.column) = \(person)
      ORDER BY id
      """
    ).map { try $0.get("id") }
  }
}
