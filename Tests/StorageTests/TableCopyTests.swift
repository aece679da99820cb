import Testing

@testable import Storage

/// 表的复制 · Copies of whole tables: what the engine tells of them, and rows as lines.
@Suite struct TableCopyTests {
  @Test(arguments: Engine.allCases)
  func theEngineTellsEveryTableAndNothingElse(_ engine: Engine) async throws {
    try await engine.withDatabase { database in
      try await Migrator([Self.schema]).migrate(database)
      let told = try await database.read { try $0.tables() }
      #expect(told.map(\.name) == ["found", "node"])
      #expect(
        told.map { $0.columns.map(\.name) } == [["number", "about", "terms"], ["county", "id", "parent", "said"]])
      #expect(told[1].columns.map(\.keyPlace) == [0, 1, 0, 0])
    }
  }

  @Test(arguments: Engine.allCases)
  func rowsComeBackAsTheyWereWhateverTheirOrder(_ engine: Engine) async throws {
    let (parent, child) = (UUIDv7(), UUIDv7())
    // The child comes before the parent it names.
    let nodes: [[SQLValue]] = [
      [.integer(.min), .uuid(child), .uuid(parent), .text("甲\t乙\n丙\\丁\r")],
      [.integer(.max), .uuid(parent), .null, .null],
    ]
    try await engine.withDatabase { database in
      try await Migrator([Self.schema]).migrate(database)
      try await database.write(serial: nil) { tx in
        let tables = try tx.tables()
        try tx.fill {
          for row in nodes { try tx.insert(row, tables[1].columns, into: tables[1]) }
          try tx.insert([.integer(7), .text("x"), .text("甲")], tables[0].columns, into: tables[0])
        }
      }
      let lines = try await database.read { reader in
        var lines: [String] = []
        try reader.eachRow(of: try reader.tables()[1]) { lines.append(RowLine.write($0)) }
        return lines
      }
      #expect(lines == nodes.reversed().map(RowLine.write))
      // The server goes on numbering after what was copied, and checks references at once again.
      try await database.write(serial: nil) { tx in
        try tx.run("INSERT INTO found (about, terms) VALUES ('y', '乙')")
        #expect(try tx.value("SELECT MAX(number) FROM found", as: Int.self) == 8)
      }
      await #expect(throws: StorageError.foreignKey) {
        try await database.write(serial: nil) { tx in
          try tx.run("INSERT INTO node (county, id, parent) VALUES (1, \(UUIDv7()), \(UUIDv7()))")
        }
      }
    }
  }

  @Test(arguments: [
    [SQLValue.null], [.integer(0), .integer(-5)], [.text("")], [.text("-")], [.blob([])], [.blob([0, 9, 10, 255])],
    [.text("a\\tb\t"), .null, .text("\\")],
  ])
  func aLineReadsBack(_ values: [SQLValue]) {
    let line = RowLine.write(values)
    #expect(!line.contains("\n"))
    #expect(RowLine.read(line) == values)
  }

  @Test(arguments: ["x1", "i", "i1.5", "t\\q", "b?", "-x", "t\\"])
  func whatIsNoLineIsNotRead(_ line: String) { #expect(RowLine.read(line) == nil) }

  private static let schema = Migration(id: "test.001") { d in
    [
      """
      CREATE TABLE node (
        county \(d.integer) NOT NULL, \(d.id("id")) PRIMARY KEY, \(d.optionalID("parent")) REFERENCES node,
        said \(d.text)
      ) \(d.tableSuffix)
      """
    ] + d.searchTable("found", columns: ["about TEXT NOT NULL"])
  }
}
