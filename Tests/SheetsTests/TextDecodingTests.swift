import Sheets
import Testing

@Suite struct TextDecodingTests {
  private let text = "龑䶮𠮷，姓名：赵春兰；〔2016〕"

  private func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
    let script = "import sys; print(list(sys.argv[1].encode(sys.argv[2])))"
    return try Python.run(script, [text, encoding])
  }

  @Test func whatIsNotUTF8IsGB18030() throws {
    let found = try TextDecoding.decode(try encoded(text, "gb18030"))
    #expect(found.text == text)
    #expect(found.encoding == .gb18030)
  }

  @Test(arguments: ["utf-8", "utf-8-sig"]) func validUTF8IsUTF8(_ encoding: String) throws {
    let found = try TextDecoding.decode(try encoded(text + "😀👨‍👩‍👧", encoding))
    #expect(found.text == text + "😀👨‍👩‍👧")
    #expect(found.encoding == .utf8)
  }

  @Test(arguments: [
    ([0xFF, 0xFE], "utf-16-le", TextEncoding.utf16LittleEndian), ([0xFE, 0xFF], "utf-16-be", .utf16BigEndian),
  ])
  func aUTF16MarkDecides(_ mark: [UInt8], _ name: String, _ encoding: TextEncoding) throws {
    let found = try TextDecoding.decode(mark + (try encoded(text, name)))
    #expect(found.text == text)
    #expect(found.encoding == encoding)
  }

  @Test func theGivenEncodingWins() throws {
    // The GBK bytes of this text are the UTF-8 bytes of another.
    let bytes = try encoded("浣犲ソ", "gb18030")
    #expect(try TextDecoding.decode(bytes).text == "你好")
    let encoding = try #require(TextEncoding(name: "GBK"))
    #expect(try TextDecoding.decode(bytes, as: encoding).text == "浣犲ソ")
  }

  @Test func everyScalarOfTheFirstPlanesAgreesWithPython() throws {
    let scratch = try Scratch()
    let script = """
      import sys
      skip = set(range(0xD800, 0xF900)) | set(range(0xFE10, 0xFE20)) | set(range(0x9FB4, 0x9FBC))
      # What the standards of 2000, 2005 and 2022 place differently is left out.
      skip |= {0x1E3F, 0x20087, 0x20089, 0x200CC, 0x215D7, 0x2298F, 0x241FE}
      text = "".join(chr(c) for c in range(0x80, 0x30000) if c not in skip)
      for encoding in ["gb18030", "utf-8"]: open(sys.argv[1] + encoding, "wb").write(text.encode(encoding))
      print(0)
      """
    _ = try Python.run(script, [scratch.path("") + "/"], as: Int.self)
    let text = try TextDecoding.decode(try scratch.bytes("gb18030"), as: .gb18030).text
    #expect(try Array(text.utf8) == scratch.bytes("utf-8"))
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], nil, 1), ([0x61, 0x62, 0x81], nil, 2), ([0xE4, 0xBD, 0xA0, 0xE4, 0xBD], .utf8, 3),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], nil, 4), ([0xFF, 0xFE, 0x61, 0x00, 0x62], nil, 4),
      ([0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00], nil, 2),
    ] as [([UInt8], TextEncoding?, Int)])
  func undecodableBytesAreNamed(_ bytes: [UInt8], _ encoding: TextEncoding?, _ offset: Int) throws {
    let error = #expect(throws: SheetError.self) { try TextDecoding.decode(bytes, as: encoding) }
    #expect(error?.place == .byte(offset))
  }
}
