/// 表的复制 · Table copy: whole tables out of one database and into another, whatever the engines.
extension Reader {
  /// Every row of a table, in the order of its key.
  package func eachRow(of table: TableShape, _ body: ([SQLValue]) throws -> Void) throws {
    try each("SELECT \(table.columnList) FROM \(raw: table.name) ORDER BY \(table.order)") { try body($0.values) }
  }
}

extension Writer {
  /// Writes rows into empty tables, in any order of the tables: a reference may come before what it refers to, and all
  /// are checked at the end. What a migration put there gives way to what is copied.
  package func fill(_ body: () throws -> Void) throws {
    for statement in dialect.beforeMigration { try run(SQL(unchecked: statement)) }
    let references = try rows(dialect.references).map { row -> SQL in
      "ALTER TABLE \(raw: try row.get("table_name")) ALTER CONSTRAINT \(raw: try row.get("name"))"
    }
    if dialect == .sqlite { try run("PRAGMA defer_foreign_keys = ON") }
    for reference in references { try run(reference + " DEFERRABLE INITIALLY DEFERRED") }
    try body()
    if !references.isEmpty { try run("SET CONSTRAINTS ALL IMMEDIATE") }
    for reference in references { try run(reference + " NOT DEFERRABLE") }
    for row in try rows(dialect.countedColumns) {
      let (table, column): (String, String) = (try row.get("table_name"), try row.get("column_name"))
      _ = try rows(
        """
        SELECT setval(pg_get_serial_sequence(\(table), \(column)), COALESCE(MAX(\(raw: column)), 0) + 1, false)
        FROM \(raw: table)
        """)
    }
  }

  /// Writes one row; `columns` are those of the values.
  package func insert(_ values: [SQLValue], _ columns: [TableShape.Column], into table: TableShape) throws {
    let names = columns.map { "\(raw: $0.name)" as SQL }.joined(", ")
    let bound = try zip(columns, values).map { "\(try $0.stored($1))" as SQL }.joined(", ")
    let override: SQL = dialect == .postgres ? " OVERRIDING SYSTEM VALUE" : .empty
    try run("INSERT INTO \(raw: table.name) (\(names))\(override) VALUES (\(bound))")
  }

  package func clear(_ table: TableShape) throws {
    if try !isEmpty(table) { try run("DELETE FROM \(raw: table.name)") }
  }
}

extension TableShape.Column {
  /// SQLite keeps identifiers as their sixteen bytes.
  fileprivate func stored(_ value: SQLValue) throws -> SQLValue {
    guard isIdentifier, !value.isNull else { return value }
    return .uuid(try UUIDv7.fromSQL(value))
  }
}

extension SQLValue: SQLConvertible {
  package var sqlValue: SQLValue { self }
  package static func fromSQL(_ value: SQLValue) throws -> SQLValue { value }
}

extension Dialect {
  /// The foreign keys that must wait while tables are filled; SQLite waits by a setting of the transaction.
  fileprivate var references: SQL {
    switch self {
    case .sqlite: "SELECT 1 AS none WHERE 1 = 0"
    case .postgres:
      """
      SELECT t.relname AS table_name, k.conname AS name FROM pg_constraint AS k JOIN pg_class AS t ON t.oid = k.conrelid
      WHERE k.contype = 'f' AND NOT k.condeferrable
        AND k.connamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
      ORDER BY t.relname, k.conname
      """
    }
  }

  /// Columns that the server numbers itself and must go on numbering after the largest.
  fileprivate var countedColumns: SQL {
    switch self {
    case .sqlite: "SELECT 1 AS none WHERE 1 = 0"
    case .postgres:
      """
      SELECT t.relname AS table_name, c.attname AS column_name
      FROM pg_class AS t JOIN pg_attribute AS c ON c.attrelid = t.oid
      WHERE t.relkind = 'r' AND c.attidentity <> '' AND NOT c.attisdropped
        AND t.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
      ORDER BY t.relname, c.attnum
      """
    }
  }
}
