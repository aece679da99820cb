import Testing

@testable import Storage

@Suite("Values", .timeLimit(.minutes(2)))
struct ValueTests {
  enum Colour: String, SQLConvertible { case red, green }

  @Test("Every type comes back as it was stored", arguments: Engine.allCases)
  func types(engine: Engine) async throws {
    let id = UUIDv7()
    let blob: [UInt8] = [0, 1, 255]
    try await engine.withDatabase { db in
      try await db.prepare { d in
        [
          """
          CREATE TABLE thing (\(d.id("id")) PRIMARY KEY, \(d.optionalID("parent")), number \(d.integer),
            name \(d.text), body \(d.blob), flag \(d.integer), colour \(d.text)) \(d.tableSuffix)
          """
        ]
      }
      try await db.write(serial: nil) { tx in
        try tx.run(
          """
          INSERT INTO thing VALUES (\(id), \(id), \(Int64.min), \("张三🙂"), \(blob), \(true), \(Colour.green))
          """)
        try tx.run(
          """
          INSERT INTO thing VALUES (\(UUIDv7()), \(nil as UUIDv7?), \(nil as Int?), \(nil as String?),
            \([UInt8]()), \(nil as Bool?), \(nil as Colour?))
          """)
      }
      let rows = try await db.read { try $0.rows("SELECT * FROM thing ORDER BY id") }
      let (full, empty) = (try #require(rows.first), try #require(rows.last))
      #expect(full.columns == ["id", "parent", "number", "name", "body", "flag", "colour"])
      #expect(try full.get("id") == id && full.get("parent", as: UUIDv7?.self) == id)
      #expect(try full.get("number") == Int64.min)
      #expect(try full.get("name") == "张三🙂")
      #expect(try full.get("body") == blob)
      #expect(try full.get("flag") == true)
      #expect(try full.get("colour") == Colour.green)
      #expect(try empty.get("parent", as: UUIDv7?.self) == nil)
      #expect(try empty.get("number", as: Int?.self) == nil)
      #expect(try empty.get("name", as: String?.self) == nil)
      #expect(try empty.get("body") == [UInt8]())
      #expect(try empty.get("colour", as: Colour?.self) == nil)
    }
  }

  @Test("Sums are integers, nothing is nil", arguments: Engine.allCases)
  func aggregates(engine: Engine) async throws {
    try await engine.withDatabase { db in
      try await db.prepare { ["CREATE TABLE payment (fen \($0.integer) NOT NULL) \($0.tableSuffix)"] }
      #expect(try await db.read { try $0.value("SELECT sum(fen) FROM payment", as: Int64.self) } == nil)
      for fen in [-120_000_000_000, 7, 10_000, 99_999_999] as [Int64] {
        try await db.write(serial: nil) { _ = try $0.run("INSERT INTO payment VALUES (\(fen))") }
        let least = try await db.read {
          try $0.value("SELECT sum(fen) FROM payment WHERE fen = \(fen)", as: Int64.self)
        }
        #expect(least == fen)
      }
      let sum = try await db.read { try $0.value("SELECT sum(fen) FROM payment", as: Int64.self) }
      #expect(sum == -119_899_989_994)
      #expect(try await db.read { try $0.value("SELECT sum(fen) - sum(fen) FROM payment", as: Int.self) } == 0)
    }
  }

  @Test("A value of another type names its column, not itself", arguments: Engine.allCases)
  func mismatch(engine: Engine) async throws {
    try await engine.withDatabase { db in
      let row = try #require(try await db.read { try $0.row("SELECT 'blue' AS colour, 2 AS flag") })
      #expect(throws: StorageError.mismatch(column: "colour", expected: "Colour", found: "text")) {
        try row.get("colour", as: Colour.self)
      }
      #expect(throws: StorageError.mismatch(column: "flag", expected: "Bool", found: "integer")) {
        try row.get("flag", as: Bool.self)
      }
      #expect(throws: StorageError.self) { try row.get("shape", as: String.self) }
    }
  }

  @Test("Rows come one by one, and the body may ask more", arguments: Engine.allCases)
  func each(engine: Engine) async throws {
    try await engine.withDatabase { db in
      try await db.prepare { ["CREATE TABLE number (n \($0.integer) NOT NULL) \($0.tableSuffix)"] }
      try await db.write(serial: nil) { tx in for n in 0..<600 { try tx.run("INSERT INTO number VALUES (\(n))") } }
      let seen = try await db.read { tx in
        var seen: [Int] = []
        try tx.each("SELECT n FROM number WHERE n >= \(100) ORDER BY n") { row in
          let n = try row.get("n", as: Int.self)
          try tx.each("SELECT n FROM number WHERE n = \(n)") { seen.append(try $0.get("n")) }
        }
        return seen
      }
      #expect(seen == Array(100..<600))
    }
  }
}
