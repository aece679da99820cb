package import Foundation
import Kernel
package import Storage

/// 全库检查 · Everything that the office keeps, table by table and file by file, as somebody with the disk would read it.
extension TestOffice {
  package struct Stored: Sendable {
    package let table: String
    package let column: String
    package let text: String
  }

  /// Every value of every table: texts as they are, bytes as if they were text.
  package func everyText() async throws -> [Stored] {
    try await services.database.read { reader in
      try Self.tables(reader).flatMap { table in
        try reader.rows("SELECT * FROM \(raw: table)").flatMap { row in
          zip(row.columns, row.values).compactMap { column, value in
            switch value {
            case .text(let text): Stored(table: table, column: column, text: text)
            case .blob(let bytes):
              Stored(table: table, column: column, text: String(decoding: bytes, as: UTF8.self))
            default: nil
            }
          }
        }
      }
    }
  }

  package static func tables(_ reader: any Reader) throws -> [String] {
    let names: SQL =
      reader.dialect == .sqlite
      ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
      : """
      SELECT tablename AS name FROM pg_tables WHERE schemaname = ANY (current_schemas(false)) ORDER BY tablename
      """
    return try reader.rows(names).map { try $0.get("name") }
  }

  /// The files of the database, its log of writes among them, and of the data directory.
  package func files() throws -> [URL] {
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    return (walk?.allObjects as? [URL] ?? []).filter {
      (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
    }
  }
}
