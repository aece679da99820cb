import App
import ArgumentParser
import Kernel
import Registry
import Storage

/// 乘倍 · copies: so many copies of the people, matters, parties, applications, cases and assignments of a filled office, in the
/// database itself, so that what the conflict check reads is as large as a million people's within minutes. Every copied
/// person keeps the name, so each name is borne as many times over: denser than people are. What else a case has (events,
/// deadlines, papers, totals, search words) is not copied, so nothing but the conflict check may be measured over it.
struct CopiesVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copies", abstract: "乘倍 · Copies a filled office's people and cases, for `conflicts` alone")
  @Option(help: "sqlite:PATH or postgresql://…") var database: String
  @Option(help: "Where files and keys lie; beside the SQLite file unless given.") var data: String?
  @Option(help: "How many copies.") var times = 50

  /// In the order in which they name each other: the columns that are copied ids, and the numbers no two may share.
  private static let tables: [(name: String, ids: Set<String>, unique: Set<String>)] = [
    ("person", ["id", "merged_into"], []), ("matter", ["id", "recipient"], []),
    ("party", ["id", "matter", "person"], []), ("aid_application", ["id", "applicant", "matter"], ["number"]),
    ("aid_case", ["id", "application", "matter", "recipient"], ["number"]), ("assignment", ["id", "aid_case"], []),
  ]

  func run() async throws {
    guard (1...65_000).contains(times) else { throw ValidationError("--times from 1 to 65000") }
    let office = try await Office.open(try Settings(Settings.Flags(database: database, data: data)))
    let database = office.services.database
    guard let county = try await database.read({ try CountyTable.all($0).first }) else { throw ExitCode(1) }
    for number in 1...times {
      for table in Self.tables {
        _ = try await database.write(serial: county.id.uuid) { tx in
          let columns = try Self.columns(of: table.name, tx)
          let copied = columns.map { Self.copied($0, table.ids, table.unique, number, tx.dialect) }

          try tx.run(
            SQL(
              unchecked: """
                INSERT INTO \(table.name) (\(columns.joined(separator: ", ")))
                SELECT \(copied.joined(separator: ", ")) FROM \(table.name) WHERE last_event > 0
                ON CONFLICT (id) DO NOTHING
                """))
        }
      }
      if number.isMultiple(of: 10) {
        tell("… \(number) of \(times)")
        try await database.refreshStatistics()
      }
    }
    try await office.finish()
  }

  private static func columns(of table: String, _ reader: any Reader) throws -> [String] {
    let query: SQL =
      reader.dialect == .sqlite
      ? "SELECT name FROM pragma_table_info(\(table)) ORDER BY cid"
      : """
      SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = \(table) ORDER BY ordinal_position
      """
    return try reader.rows(query).map { try $0.get("name") }
  }

  /// A copy stands in no event: that is how it is told from what was filled.
  private static func copied(
    _ column: String, _ ids: Set<String>, _ unique: Set<String>, _ number: Int, _ dialect: Dialect
  ) -> String {
    // Three bytes of which an id that happens to end in them already is its own copy, and is left as it is.
    let mark = "f7" + String(String(number + 65_536, radix: 16).suffix(4))
    if column == "last_event" { return "0" }
    // Sealed for their place, which a copy is not.
    if ["identity_sealed", "phone_sealed", "address_sealed"].contains(column) { return "NULL" }
    if unique.contains(column) { return "\(column) || '-\(number)'" }
    if column == "identity_hash" { return shifted(column, mark, dialect, bytes: true) }
    return ids.contains(column) ? shifted(column, mark, dialect) : column
  }

  private static func shifted(_ column: String, _ mark: String, _ dialect: Dialect, bytes: Bool = false) -> String {
    switch dialect {
    case .sqlite: "CAST(substr(\(column), 1, length(\(column)) - 3) || X'\(mark)' AS BLOB)"
    case .postgres where bytes: "substring(\(column), 1, length(\(column)) - 3) || '\\x\(mark)'::bytea"
    case .postgres: "CAST(overlay(CAST(\(column) AS text) PLACING '\(mark)' FROM 31) AS uuid)"
    }
  }
}
