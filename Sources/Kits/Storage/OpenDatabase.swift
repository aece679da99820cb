import Foundation

/// Opens `sqlite:PATH` or `postgresql://…`. Any other address is unavailable, and so is a server that cannot be
/// reached.
///
/// - Parameter create: makes a missing SQLite file; otherwise a missing file is unavailable.
package func openDatabase(url: String, create: Bool = true) async throws -> any Database {
  if url.hasPrefix("sqlite:") {
    let path = String(url.dropFirst("sqlite:".count))
    guard !path.isEmpty else { throw StorageError.unavailable("sqlite: needs a path") }
    guard create || FileManager.default.fileExists(atPath: path) else {
      throw StorageError.unavailable("no database at \(path)")
    }
    return try SQLiteDatabase(path: path)
  }
  if url.hasPrefix("postgresql://") || url.hasPrefix("postgres://") {
    let database = PostgresDatabase(url: url)
    try await database.check()
    return database
  }
  throw StorageError.unavailable("a database address begins with sqlite: or postgresql://")
}
