/// 表目录 · Catalogue: a table as the engine itself tells of it, so that no list of tables can forget one. Indexes and
/// the shadow tables of a search index are no tables here: they follow from these.
package struct TableShape: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    package let name: String
    /// Its place in the primary key, from 1; 0 outside it.
    let keyPlace: Int
    /// Whether the engine has a type of its own for identifiers, and this column is of it.
    let isIdentifier: Bool
  }

  package let name: String
  package let columns: [Column]

  /// By the primary key; a table without one by everything it holds.
  var order: SQL {
    let key = columns.filter { $0.keyPlace > 0 }.sorted { $0.keyPlace < $1.keyPlace }
    return (key.isEmpty ? columns : key).map { "\(raw: $0.name)" as SQL }.joined(", ")
  }

  var columnList: SQL { columns.map { "\(raw: $0.name)" as SQL }.joined(", ") }
}

extension Reader {
  /// Every table of this database, in order of their names. The list of migrations is the migrator's own.
  package func tables() throws -> [TableShape] {
    var shapes: [(name: String, columns: [TableShape.Column])] = []
    for row in try rows(dialect.catalogue) {
      let name: String = try row.get("table_name")
      if shapes.last?.name != name { shapes.append((name, [])) }
      shapes[shapes.count - 1].columns.append(
        TableShape.Column(
          name: try row.get("column_name"), keyPlace: try row.get("key_place"),
          isIdentifier: try row.get("is_identifier")))
    }
    return shapes.filter { $0.name != Migrator.table }.map { TableShape(name: $0.name, columns: $0.columns) }
  }

  /// The migrations this database has seen, in order of their ids.
  package func appliedMigrations() throws -> [String] {
    try rows("SELECT id FROM schema_migration ORDER BY id").map { try $0.get("id") }
  }

  package func isEmpty(_ table: TableShape) throws -> Bool {
    try row("SELECT 1 AS one FROM \(raw: table.name) LIMIT 1") == nil
  }
}

extension Dialect {
  /// One line for each column of each table: `table_name`, `column_name`, `key_place`, `is_identifier`.
  fileprivate var catalogue: SQL {
    switch self {
    case .sqlite:
      """
      SELECT t.name AS table_name, c.name AS column_name, c.pk AS key_place, 0 AS is_identifier
      FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c
      WHERE t.schema = 'main' AND t.type = 'table' AND substr(t.name, 1, 7) <> 'sqlite_' AND c.hidden = 0
      ORDER BY t.name, c.cid
      """
    case .postgres:
      """
      SELECT t.relname AS table_name, c.attname AS column_name,
        COALESCE((SELECT k.place FROM pg_index AS i
          CROSS JOIN LATERAL unnest(CAST(i.indkey AS smallint[])) WITH ORDINALITY AS k (number, place)
          WHERE i.indrelid = t.oid AND i.indisprimary AND k.number = c.attnum), 0) AS key_place,
        CASE WHEN c.atttypid = CAST('uuid' AS regtype) THEN 1 ELSE 0 END AS is_identifier
      FROM pg_class AS t JOIN pg_attribute AS c ON c.attrelid = t.oid
      WHERE t.relkind = 'r' AND t.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
        AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = ''
      ORDER BY t.relname, c.attnum
      """
    }
  }
}
