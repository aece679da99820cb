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

  /// Moves every row and remembers which; answers how many.
  static func move(
    _ from: Person, to kept: Person, _ link: PersonLink, _ merge: UUIDv7, in context: ActionContext
  ) throws -> Int {
    let ids = try rows(of: from.id, link, context)
    for id in ids {
      try context.tx.run(
        """
        INSERT INTO person_move (county, merge_id, moved_table, row_id)
        VALUES (\(context.county), \(merge), \(link.table), \(id))
        """)
    }
    try point(ids, at: kept, link, in: context)
    return ids.count
  }

  /// Moves those rows back.
  static func moveBack(_ from: Person, _ link: PersonLink, _ merge: UUIDv7, in context: ActionContext) throws -> Int
  {
    let ids: [UUIDv7] = try context.tx.rows(
      "SELECT row_id FROM person_move WHERE merge_id = \(merge) AND moved_table = \(link.table) ORDER BY row_id"
    ).map { try $0.get("row_id") }
    try point(ids, at: from, link, in: context)
    return ids.count
  }

  private static func point(
    _ ids: [UUIDv7], at person: Person, _ link: PersonLink, in context: ActionContext
  ) throws {
    let name: SQL = link.name.map { ", \(raw: $0) = \(person.name)" } ?? ""
    for id in ids {
      try context.tx.run(
        "UPDATE \(raw: link.table) SET \(raw: link.column) = \(person.id)\(name) WHERE id = \(id)")
    }
    if let kind = link.kind { context.touched += ids.map { Subject(kind, $0) } }
  }
}
