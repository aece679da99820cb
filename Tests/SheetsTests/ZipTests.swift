import Sheets
import Testing

@Suite struct ZipTests {
  /// 2016-03-07 15:04:06 in China.
  private let modified: Int64 = 1_457_334_246

  @Test func pythonFindsEveryEntryWhole() throws {
    let scratch = try Scratch()
    let file = try scratch.write(Array("判决书".utf8), "原件")
    let zip = try ZipWriter(path: scratch.path("a.zip"))
    try zip.add("卷宗/决定书（𠮷）.pdf", bytes: Array("甲".utf8), modified: modified)
    try zip.add("papers/b.txt", file: file, modified: modified)
    try zip.add("empty", bytes: [], modified: modified)
    #expect(!scratch.exists("a.zip"), "nothing before finish")
    try zip.finish()
    let script = """
      import json, sys, zipfile
      z = zipfile.ZipFile(sys.argv[1])
      assert z.testzip() is None
      print(json.dumps([[i.filename, z.read(i).decode(), str(i.date_time), oct(i.external_attr >> 16), str(i.flag_bits >> 11 & 1)]
                        for i in z.infolist()]))
      """
    let time = "(2016, 3, 7, 15, 4, 6)"
    #expect(
      try Python.run(script, [scratch.path("a.zip")], as: [[String]].self) == [
        ["卷宗/决定书（𠮷）.pdf", "甲", time, "0o100644", "1"], ["papers/b.txt", "判决书", time, "0o100644", "0"],
        ["empty", "", time, "0o100644", "0"],
      ])
    let reader = try ZipReader(try scratch.bytes("a.zip"))
    #expect(reader.entries.map(\.name) == ["卷宗/决定书（𠮷）.pdf", "papers/b.txt", "empty"])
    #expect(try reader.read("papers/b.txt") == Array("判决书".utf8))
    #expect(try reader.read("none") == nil)
  }

  @Test func equalEntriesGiveEqualBytes() throws {
    let scratch = try Scratch()
    for name in ["a.zip", "b.zip"] {
      let zip = try ZipWriter(path: scratch.path(name))
      try zip.add("x", file: try scratch.write([1, 2, 3], "x-\(name)"), modified: modified)
      try zip.add("y", bytes: [UInt8](repeating: 7, count: 100_000), modified: modified)
      try zip.finish()
    }
    #expect(try scratch.bytes("a.zip") == scratch.bytes("b.zip"))
  }

  @Test(arguments: ["", "/a", "a/../b", "..", "a\\b", "a\0b", "a//b", "a/", "./a", "../\u{200D}a", "b/../\u{301}a"])
  func anUnsafeNameIsRefused(_ name: String) throws {
    let zip = try ZipWriter(path: try Scratch().path("a.zip"))
    #expect(throws: SheetError.self) { try zip.add(name, bytes: [1], modified: modified) }
  }

  @Test func aNameTwiceAMissingFileAndNothingAreRefused() throws {
    let scratch = try Scratch()
    let zip = try ZipWriter(path: scratch.path("a.zip"))
    #expect(throws: SheetError.self) { try zip.finish() }
    try zip.add("a", bytes: [1], modified: modified)
    #expect(throws: SheetError.self) { try zip.add("a", bytes: [2], modified: modified) }
    #expect(throws: SheetError.self) { try zip.add("b", file: scratch.path("none"), modified: modified) }
  }

  @Test func anArchiveGivenUpLeavesNothing() throws {
    let scratch = try Scratch()
    do {
      let zip = try ZipWriter(path: scratch.path("a.zip"))
      try zip.add("a", bytes: [1], modified: modified)
    }
    #expect(!scratch.exists("a.zip"))
  }
}
