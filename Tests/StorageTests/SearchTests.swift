import Storage
import Testing

@Suite("Search", .timeLimit(.minutes(2)))
struct SearchTests {
  private static let texts = [
    "张三丰诉河东镇农民工工资案", "张三", "李四 丰张", "三丰 张三", "(2016)青法援字第0012号", "ABC-2016 ａｂｃ", "𠮷野家", "〇二〇", "",
    "青援决字〔2016〕第1号", "青援决字〔2016〕第12号 青援收字〔2016〕第1号",
  ]

  /// Query, and the positions of the texts it finds.
  private static let queries: [(String, [Int])] = [
    ("张", [0, 1, 2, 3]), ("丰", [0, 2, 3]), ("案", [0]), ("张三", [0, 1, 3]), ("三丰", [0, 3]), ("张三丰", [0]),
    ("农民工工资", [0]), ("2016", [4, 5, 9, 10]), ("20", [4, 5, 9, 10]), ("0012", [4]), ("012", []),
    ("2016 青", [4, 9, 10]), ("abc", [5]),
    ("ＡＢ", [5]), ("张三 河东", [0]), ("𠮷", [6]), ("𠮷野", [6]), ("野家", [6]), ("〇二", [7]), ("王", []), ("王五", []),
    ("青援决字〔2016〕第1号", [9]), ("青援决字(2016)第1", [9, 10]), ("第1号", [9, 10]), ("第12号", [10]), ("收字2016第1号", [10]),
    ("1号", [9, 10]),
    ("决字第1号", []), ("张三、河东", [0]), ("张三 1号", []),
    ("'\"*)(", []), ("", []),
  ]

  @Test("Both engines find the same rows, of one, two and many characters", arguments: Engine.allCases)
  func sameRows(engine: Engine) async throws {
    try await Self.withIndex(engine) { db in
      for (query, expected) in Self.queries {
        let found = try await Self.find(query, in: db)
        #expect(found == expected, "\(query)")
      }
    }
  }

  @Test("The index follows changed and deleted rows", arguments: Engine.allCases)
  func follows(engine: Engine) async throws {
    try await Self.withIndex(engine) { db in
      try await db.write(serial: nil) { tx in
        let terms = SearchTerms.make(from: "王五").joined(separator: " ")
        try tx.run("UPDATE name_search SET text = '王五', terms = \(terms) WHERE record = 1")
        try tx.run("DELETE FROM name_search WHERE record = 3")
      }
      #expect(try await Self.find("张三", in: db) == [0])
      #expect(try await Self.find("王", in: db) == [1])
    }
  }

  @Test("Terms are runs of letters and digits, pairs of characters, and the last character")
  func terms() {
    #expect(SearchTerms.make(from: "张三丰") == ["张三", "三丰", "丰"])
    #expect(SearchTerms.make(from: "丰，Case No.12／ＡB") == ["丰", "case", "no", "12", "ab"])
    #expect(SearchTerms.make(from: "🙂 -- é") == [])
    #expect(SearchTerms.query(from: "三").map(\.isPrefix) == [true])
    #expect(SearchTerms.query(from: "张三丰").map(\.term) == ["张三", "三丰"])
  }

  private static func withIndex(_ engine: Engine, _ body: (any Database) async throws -> Void) async throws {
    try await engine.withDatabase { db in
      try await db.prepare { d in
        d.searchTable("name_search", columns: ["record \(d.integer) NOT NULL", "text \(d.text) NOT NULL"])
      }
      try await db.write(serial: nil) { tx in
        for (record, text) in texts.enumerated() {
          let terms = SearchTerms.make(from: text).joined(separator: " ")
          try tx.run("INSERT INTO name_search (record, text, terms) VALUES (\(record), \(text), \(terms))")
        }
      }
      try await body(db)
    }
  }

  private static func find(_ query: String, in db: any Database) async throws -> [Int] {
    try await db.read { tx in
      let condition = tx.dialect.matches("name_search", SearchTerms.query(from: query))
      return try tx.rows("SELECT record, text FROM name_search WHERE \(condition) ORDER BY record")
        .filter { SearchTerms.confirms(query, in: try $0.get("text")) }
        .map { try $0.get("record") }
    }
  }
}
