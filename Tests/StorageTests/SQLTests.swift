import Storage
import Testing

@Suite("Statements", .timeLimit(.minutes(2)))
struct SQLTests {
  @Test("A value is bound and never becomes part of the text", arguments: Engine.allCases)
  func injection(engine: Engine) async throws {
    let hostile = ["'; DROP TABLE note; --", "\" OR 1=1 --", "?", "$1", "\\'", "农民工'🙂", ""]
    try await engine.withDatabase { db in
      try await db.prepare { ["CREATE TABLE note (text \($0.text) NOT NULL) \($0.tableSuffix)"] }
      try await db.write(serial: nil) { tx in
        for text in hostile { try tx.run("INSERT INTO note (text) VALUES (\(text))") }
      }
      for text in hostile {
        let found = try await db.read { try $0.rows("SELECT text FROM note WHERE text = \(text)") }
        #expect(try found.map { try $0.get("text", as: String.self) } == [text])
      }
      #expect(try await db.read { try $0.value("SELECT count(*) FROM note", as: Int.self) } == hostile.count)
    }
  }

  @Test("Pieces compose, and their values stay in order", arguments: Engine.allCases)
  func composition(engine: Engine) async throws {
    try await engine.withDatabase { db in
      let numbers = try await db.read { tx in
        let conditions: [SQL] = ["n > \(2)", "n IN \(list: [1, 3, 4, 9])", "n <> \(9)"]
        let from: SQL = "(SELECT 1 AS n UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 9) AS t"
        let column = "n"
        return try tx.rows("SELECT \(raw: column) FROM \(from) WHERE \(conditions.joined(" AND ")) ORDER BY n")
          .map { try $0.get("n", as: Int.self) }
      }
      #expect(numbers == [3, 4])
      let none = try await db.read { try $0.rows("SELECT 1 AS n WHERE 1 IN \(list: [Int]())") }
      #expect(none.isEmpty)
    }
  }

  @Test("A NUL character is refused alike", arguments: Engine.allCases)
  func nul(engine: Engine) async throws {
    try await engine.withDatabase { db in
      await #expect(throws: StorageError.invalidText) {
        try await db.read { _ = try $0.rows("SELECT \("a\0b") AS text") }
      }
    }
  }

  @Test("Only an identifier is taken as text")
  func identifiers() async {
    await #expect(processExitsWith: .failure) { _ = "SELECT \(raw: "x; DROP TABLE note")" as SQL }
  }
}
