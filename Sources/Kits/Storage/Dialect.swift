/// 方言 · Dialect: everything in which the two engines differ, in this one file; what a copy
/// of whole tables asks of their catalogues stands beside it in `Backup/`.
///
/// What needs no entry here, because house rules make it alike: days are TEXT `YYYY-MM-DD`, instants and money (fen)
/// are integers, flags are 0 and 1, every ORDER BY says NULLS and ends in the id.
package enum Dialect: Sendable, Hashable, CaseIterable {
  case sqlite, postgres

  // MARK: Placeholders

  /// The text and the values in the order of their placeholders. Refuses text with a NUL character.
  func render(_ sql: SQL) throws -> (text: String, values: [SQLValue]) {
    var text = ""
    var values: [SQLValue] = []
    for part in sql.parts {
      switch part {
      case .text(let literal): text += literal
      case .value(let value):
        if case .text(let bound) = value, bound.utf8.contains(0) { throw StorageError.invalidText }
        values.append(value)
        text += self == .sqlite ? "?" : "$\(values.count)"
      }
    }
    return (text, values)
  }

  // MARK: Column types

  /// The definition of an identifier column that must be filled: `"\(dialect.id("county")) REFERENCES county"`,
  /// `"\(dialect.id("id")) PRIMARY KEY"`.
  package func id(_ column: String) -> String {
    switch self {
    case .sqlite: "\(column) BLOB NOT NULL CHECK (length(\(column)) = 16)"
    case .postgres: "\(column) uuid NOT NULL"
    }
  }

  /// The definition of an identifier column that may be empty.
  package func optionalID(_ column: String) -> String {
    switch self {
    case .sqlite: "\(column) BLOB CHECK (length(\(column)) = 16)"
    case .postgres: "\(column) uuid"
    }
  }

  package var text: String { "TEXT" }
  package var integer: String { self == .sqlite ? "INTEGER" : "bigint" }
  package var blob: String { self == .sqlite ? "BLOB" : "bytea" }

  /// What follows the closing parenthesis of `CREATE TABLE`.
  package var tableSuffix: String { self == .sqlite ? "STRICT" : "" }

  /// Run first in every migration: building an index may take as long as it takes.
  var beforeMigration: [String] {
    self == .sqlite ? [] : ["SET LOCAL statement_timeout = 0", "SET LOCAL idle_in_transaction_session_timeout = 0"]
  }

  // MARK: Tables that only grow

  /// The statements after which the database itself refuses to change or delete a row of the table.
  package func forbidChange(table: String) -> [String] {
    switch self {
    case .sqlite:
      ["UPDATE", "DELETE"].map {
        """
        CREATE TRIGGER \(table)_no_\($0.lowercased()) BEFORE \($0) ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(Self.appendOnlyMark)\(table)'); END
        """
      }
    case .postgres:
      [
        """
        CREATE OR REPLACE FUNCTION forbid_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '\(Self.appendOnlyMark)%', TG_TABLE_NAME; END $$
        """,
        """
        CREATE TRIGGER \(table)_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON \(table)
        FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()
        """,
      ]
    }
  }

  private static let appendOnlyMark = "append-only: "

  /// The error of a trigger made by `forbidChange(table:)`, known by its message.
  static func appendOnly(message: String?) -> StorageError? {
    guard let message, message.hasPrefix(appendOnlyMark) else { return nil }
    return .appendOnly(table: String(message.dropFirst(appendOnlyMark.count)))
  }

  // MARK: Search

  /// A table to search in: the given columns, and `terms` as `SearchTerms.make(from:)` gives them, joined by spaces.
  /// Its rows are written like those of any table; the index follows by itself.
  package func searchTable(_ table: String, columns: [String]) -> [String] {
    switch self {
    case .sqlite:
      let add = "INSERT INTO \(table)_index (rowid, terms) VALUES (new.number, new.terms)"
      let remove =
        "INSERT INTO \(table)_index (\(table)_index, rowid, terms) VALUES ('delete', old.number, old.terms)"
      let definitions = ["number INTEGER PRIMARY KEY"] + columns + ["terms TEXT NOT NULL"]
      return [
        "CREATE TABLE \(table) (\(definitions.joined(separator: ", "))) STRICT",
        """
        CREATE VIRTUAL TABLE \(table)_index USING fts5(
          terms, content='\(table)', content_rowid='number', tokenize='unicode61')
        """,
        "CREATE TRIGGER \(table)_added AFTER INSERT ON \(table) BEGIN \(add); END",
        "CREATE TRIGGER \(table)_removed AFTER DELETE ON \(table) BEGIN \(remove); END",
        "CREATE TRIGGER \(table)_changed AFTER UPDATE ON \(table) BEGIN \(remove); \(add); END",
      ]
    case .postgres:
      let number = "number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
      let definitions = [number] + columns + ["terms text NOT NULL"]
      return [
        "CREATE TABLE \(table) (\(definitions.joined(separator: ", ")))",
        "CREATE INDEX \(table)_index ON \(table) USING gin (array_to_tsvector(string_to_array(terms, ' ')))",
      ]
    }
  }

  /// The table as a search reads it. SQLite has to be told: rare words lead to their rows; of `common` ones the newest
  /// rows hold enough, and are read in the order of that index. PostgreSQL knows by itself.
  package func searched(_ table: String, common index: String?) -> SQL {
    guard self == .sqlite else { return "\(raw: table)" }
    return index.map { "\(raw: table) INDEXED BY \(raw: $0)" } ?? "\(raw: table) NOT INDEXED"
  }

  /// Counts the rows of a search table that hold all the terms, no further than `most`; nil where nobody needs to know.
  package func matchCount(_ table: String, _ query: [SearchTerms.Wanted], most: Int) -> SQL? {
    guard self == .sqlite, !query.isEmpty else { return nil }
    return """
      SELECT COUNT(*) FROM (SELECT rowid FROM \(raw: table)_index WHERE terms MATCH \(Self.expression(query))
        LIMIT \(most))
      """
  }

  /// A condition on the rows of a search table that hold all the terms: candidates, to be confirmed against the text
  /// by `SearchTerms.confirms`. Of no terms it holds nowhere.
  package func matches(_ table: String, _ query: [SearchTerms.Wanted]) -> SQL {
    if query.isEmpty { return "1 = 0" }
    switch self {
    case .sqlite:
      return
        "\(raw: table).number IN (SELECT rowid FROM \(raw: table)_index WHERE terms MATCH \(Self.expression(query)))"
    case .postgres:
      let expression = query.map { "'\($0.term)'" + ($0.isPrefix ? ":*" : "") }.joined(separator: " & ")
      return "array_to_tsvector(string_to_array(\(raw: table).terms, ' ')) @@ CAST(\(expression) AS tsquery)"
    }
  }

  /// The same asked of the row itself, for words so common that listing all rows which hold them costs more than looking
  /// at the few that are read anyway.
  package func holds(_ table: String, _ query: [SearchTerms.Wanted]) -> SQL {
    guard self == .sqlite, !query.isEmpty else { return matches(table, query) }
    let conditions = query.map { wanted -> SQL in
      let term = " " + wanted.term + (wanted.isPrefix ? "" : " ")
      return "instr(' ' || \(raw: table).terms || ' ', \(term)) > 0"
    }
    return "(\(conditions.joined(" AND ")))"
  }

  private static func expression(_ query: [SearchTerms.Wanted]) -> String {
    query.map { "\"\($0.term)\"" + ($0.isPrefix ? "*" : "") }.joined(separator: " AND ")
  }
}
