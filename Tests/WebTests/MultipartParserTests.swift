import Testing

@testable import Web

@Suite struct MultipartParserTests {
  @Test func tellsFieldsAndFiles() throws {
    let told = try tell(
      """
      --b\r
      Content-Disposition: form-data; name="name"\r
      \r
      赵春兰\r
      --b\r
      Content-Disposition: form-data; name="scan"; filename="身份证.pdf"\r
      Content-Type: application/pdf\r
      \r
      %PDF-1.4\r
      \r
      --b--\r
      epilogue
      """)
    #expect(told == [Told("name", nil, "赵春兰"), Told("scan", "身份证.pdf", "%PDF-1.4\r\n")])
  }

  /// Every place where a chunk may end, among them inside of delimiters and line ends.
  @Test func findsTheSameInChunksOfAnySize() throws {
    let body = Array(
      "preamble\r\n--b \t\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--\r\n--c\r\n--b\r\ncontent-disposition:form-data;name=\"e\"\r\n\r\n\r\n--b--"
        .utf8)
    let whole = try tell(body, chunk: body.count)
    #expect(whole == [Told("a", nil, "x\r\n--\r\n--c"), Told("e", nil, "")])
    for size in 1..<body.count { #expect(try tell(body, chunk: size) == whole, "chunks of \(size)") }
  }

  @Test func keepsBytesThatAreNoText() throws {
    let bytes = (0...255).map { UInt8($0) } + Array("\r\n-\r\r\n--".utf8) + [0]
    let head = Array("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n".utf8)
    let body = head + bytes + Array("\r\n--b--\r\n".utf8)
    for size in [1, 7, 64, body.count] { #expect(try tell(body, chunk: size).first?.bytes == bytes) }
  }

  @Test(arguments: [
    ("", MultipartParser.Problem.truncated),
    ("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx", .truncated),
    ("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--b\r\n", .truncated),
    ("--b\r\n\r\nx\r\n--b--", .head),
    ("--b\r\nX: form-data; name=a\r\n\r\nx\r\n--b--", .head),
    ("--b\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--b--", .head),
    ("--bogus\r\n\r\nx\r\n--b--", .delimiter),
    ("--b-\r\nx", .delimiter),
  ])
  func refusesWhatIsBroken(_ body: String, _ problem: MultipartParser.Problem) {
    #expect(throws: problem) { try tell(body) }
  }

  @Test func refusesAHeadThatNeverEnds() {
    let head = "--b\r\n" + String(repeating: "X-Padding: 0123456789\r\n", count: 2_000)
    #expect(throws: MultipartParser.Problem.head) { try tell(Array(head.utf8), chunk: 1_000) }
  }

  @Test func refusesPartsWithoutEnd() {
    let part = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n"
    #expect(throws: MultipartParser.Problem.tooManyParts) {
      try tell(Array(String(repeating: part, count: 3_000).utf8), chunk: 8_192)
    }
  }

  @Test(arguments: ["", " ", "x ", String(repeating: "x", count: 71), "中", "a\u{0}b"])
  func refusesABoundaryThatIsNone(_ boundary: String) {
    #expect(throws: MultipartParser.Problem.boundary) { try MultipartParser(boundary: boundary) }
  }

  @Test(arguments: [
    (#"form-data; name="a"; filename="C:\报告\证据.PDF""#, "证据.PDF"),
    (#"form-data; name="a"; filename="a\"b;c.pdf""#, #"a"b;c.pdf"#),
    (#"form-data; name="a"; filename="a%22b.pdf""#, #"a"b.pdf"#),
    (#"form-data; name="a"; filename="x.pdf"; filename*=UTF-8''%E6%A1%88%E5%8D%B7+1.pdf"#, "案卷+1.pdf"),
    (#"form-data; name="a"; filename*=utf-8'zh'%E6%A1%88.pdf"#, "案.pdf"),
    (#"form-data; name="a"; filename="../../etc/passwd""#, "passwd"),
    (#"form-data; name="a"; filename="..""#, "file"),
    (#"form-data; name="a"; filename="""#, ""),
    (#"form-data; name="a"; filename="100%.txt""#, "100%.txt"),
  ])
  func readsFileNames(_ disposition: String, _ name: String) {
    #expect(PartHead(Array("Content-Disposition: \(disposition)".utf8))?.fileName == name)
  }

  @Test func readsANameInAnotherEncodingAsFarAsItGoes() throws {
    let gb18030: [UInt8] = [0xB0, 0xB8, 0xBE, 0xED]
    let head = Array("Content-Disposition: form-data; name=a; filename=\"".utf8) + gb18030 + Array(".pdf\"".utf8)
    #expect(try #require(PartHead(head)?.fileName).hasSuffix(".pdf"))
  }

  private struct Told: Equatable {
    let name: String
    let fileName: String?
    var bytes: [UInt8]

    init(_ name: String, _ fileName: String?, _ text: String) {
      self.name = name
      self.fileName = fileName
      bytes = Array(text.utf8)
    }
  }

  private func tell(_ body: String) throws -> [Told] { try tell(Array(body.utf8), chunk: 5) }

  private func tell(_ body: [UInt8], chunk: Int) throws -> [Told] {
    var parser = try MultipartParser(boundary: "b")
    var told: [Told] = []
    for start in stride(from: 0, to: body.count, by: chunk) {
      try parser.feed(Array(body[start..<min(start + chunk, body.count)])) { event in
        switch event {
        case .begin(let head): told.append(Told(String(decoding: head.name, as: UTF8.self), head.fileName, ""))
        case .data(let bytes): told[told.count - 1].bytes += bytes
        case .end: break
        }
      }
    }
    try parser.finish()
    return told
  }
}
