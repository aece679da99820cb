import Localization
import Testing

@testable import Web

@Suite struct RequestPartsTests {
  @Test func readsURLEncodedText() throws {
    let fields = try URLEncoded.parse(Array("a=1&b=%E8%B5%B5+x&a=2&c&=d&e=%zz%4&f=a%3Db%26c".utf8))
    #expect(fields.values("a") == ["1", "2"])
    #expect(fields["b"] == "赵 x")
    #expect(fields["c"].isEmpty && fields.names.contains("c"))
    #expect(fields["e"] == "%zz%4")
    #expect(fields["f"] == "a=b&c")
    #expect(fields["missing"].isEmpty)
  }

  @Test func refusesEndlessFields() {
    let many = Array(String(repeating: "a=1&", count: 5_000).utf8)
    #expect(throws: BodyProblem.tooManyFields) { try URLEncoded.parse(many) }
  }

  @Test(arguments: ["赵 春兰", "a=b&c", "😀%", "+", "", "/路径?#"])
  func whatItWritesItReads(_ text: String) throws {
    #expect(try URLEncoded.parse(Array(URLEncoded.query(["q": text]).utf8))["q"] == text)
  }

  @Test(arguments: ["/work", "/cases/1?page=2", "/a#b"])
  func pathsOfThisSiteAreSafe(_ path: String) { #expect(LocalPath.checked(path) == path) }

  @Test(arguments: [
    "", "work", "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/a b",
    "/a\r\nSet-Cookie: x=1", "/路", "\u{0}/",
  ])
  func otherPathsAreNot(_ path: String) { #expect(LocalPath.checked(path) == nil) }

  @Test func readsCookies() {
    let cookies = Cookie.parse(#"session=abc; preferences=en.large ;x; session=evil; y="1;2""#)
    #expect(cookies["session"] == "abc")
    #expect(cookies["preferences"] == "en.large")
  }

  @Test func bindsSecureCookiesToTheHost() {
    let cookie = Cookie(name: "session", value: "v", maxAge: nil)
    #expect(Cookie.header(cookie, isSecure: true) == "__Host-session=v; Path=/; HttpOnly; SameSite=Lax; Secure")
    #expect(Cookie.header(cookie, isSecure: false) == "session=v; Path=/; HttpOnly; SameSite=Lax")
  }

  @Test(
    arguments: [
      (nil, "", Language.zh, false), (nil, "en-GB,en;q=0.9,zh;q=0.1", .en, false), (nil, "fr", .zh, false),
      ("zh", "en", .zh, false), ("en.large", "zh", .en, true), ("<script>", "en", .en, false),
    ] as [(String?, String, Language, Bool)])
  func preferencesComeFromTheCookieThenTheBrowser(
    _ cookie: String?, _ header: String, _ language: Language, _ isLarge: Bool
  ) {
    let preferences = Preferences(cookie: cookie, acceptLanguage: header)
    #expect(preferences.language == language)
    #expect(preferences.isLargeType == isLarge)
  }

  @Test func readsBoundaries() {
    #expect(MediaType("multipart/form-data; boundary=abc").boundary == "abc")
    #expect(MediaType("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"").boundary == "a b")
    #expect(MediaType("multipart/form-data").boundary == nil)
    #expect(MediaType("").type.isEmpty)
  }

  /// What is saved opens as what it is: a picture that is a page as well stays a picture.
  @Test(arguments: [
    ("x.html", "image/jpeg", "x.html.jpg"), ("x.JPEG", "image/jpeg", "x.JPEG"),
    ("证.png.svg", "image/png", "证.png.svg.png"),
    ("pdf", "application/pdf", "pdf.pdf"), ("a.pdf", "application/pdf", "a.pdf"),
    ("录音.hta", "application/octet-stream", "录音.hta.bin"), ("录音.m4a", "application/octet-stream", "录音.m4a"),
    ("表.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "表.xlsx"),
  ])
  func theEndingFitsTheContent(_ name: String, _ type: String, _ given: String) {
    let headers = WebResponse.file([], name: name, type: type).headers
    #expect(headers["Content-Disposition"] == FileName.disposition(given))
  }

  @Test func cleansFileNames() {
    #expect(FileName.clean("身份证（正面）.jpg") == "身份证（正面）.jpg")
    #expect(FileName.clean("证据\u{202E}fdp.exe") == "证据fdp.exe")
    #expect(FileName.clean("a\u{0}b\n.pdf") == "ab.pdf")
    #expect(FileName.clean("../\u{200D}x.pdf") == "x.pdf")
    #expect(FileName.clean("../\u{301}x.pdf").utf8.contains(UInt8(ascii: "/")) == false)
    let long = FileName.clean(String(repeating: "长", count: 500) + ".pdf")
    #expect(long.hasSuffix(".pdf") && long.count <= 120 && long.utf8.count <= 240)
    #expect(
      FileName.disposition("案卷 1.pdf")
        == "attachment; filename=\"__ 1.pdf\"; filename*=UTF-8''%E6%A1%88%E5%8D%B7%201.pdf")
  }

  @Test(
    arguments: [
      (Array("%PDF-1.4".utf8), FileType.pdf), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
      ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg), (Array("RIFF....WEBP".utf8), .webp), (Array("....ftypheic".utf8), .heic),
      ([0x49, 0x49, 0x2A, 0x00], .tiff), ([0x50, 0x4B, 0x03, 0x04], .zip), (Array("....ftypisom".utf8), .video),
      (Array("#!AMR\n".utf8), .audio), (Array("MZ\u{0}\u{3}".utf8), .unknown), ([], .unknown),
      (Array("<html><script>".utf8), .text), (Array("证据".utf8), .text),
    ] as [([UInt8], FileType)])
  func knowsFilesByTheirContent(_ head: [UInt8], _ type: FileType) { #expect(FileType(content: head) == type) }

  @Test func comparesTokens() {
    #expect(Token.equal("abc", "abc"))
    #expect(!Token.equal("abc", "abd") && !Token.equal("abc", "ab") && !Token.equal("", "a"))
    #expect(Token.isWellFormed(Token.random()) && Token.random() != Token.random())
    #expect(!Token.isWellFormed(String(repeating: "g", count: 64)))
  }
}
