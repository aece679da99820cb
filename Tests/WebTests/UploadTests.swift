import Crypto
import Foundation
import HummingbirdTesting
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct UploadTests {
  private static let pdf = Array("%PDF-1.4\n".utf8)

  @Test(arguments: ["身份证（正面）.pdf", "证据 1.pdf", "ᠮᠣᠩᠭᠣᠯ.pdf", "👨‍👩‍👧.pdf", "a;b=c.pdf"])
  func aFileOfAnyNameArrivesWhole(_ name: String) async throws {
    try await TestSite.run { site, client in
      let bytes = Self.pdf + (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) } + Array("\r\n--".utf8)
      let page = try await Self.send(client, .init("scan", name, bytes))
      #expect(page.status == 200)
      let hash = Token.hex(SHA256.hash(data: bytes))
      #expect(try page.root().first("code")?.text == "\(name) \(bytes.count) \(hash)")
      #expect(try site.spooled.isEmpty)
    }
  }

  @Test func aFileTooLargeIsSaidAtItsField() async throws {
    try await TestSite.run {
      $0.limits.file = 1 << 20
    } test: { site, client in
      let page = try await Self.send(
        client, .init("scan", "大.pdf", Self.pdf + [UInt8](repeating: 0, count: 2 << 20)))
      #expect(page.status == 422)
      #expect(try page.error(at: "scan") == "文件“大.pdf”太大，每个文件不能超过1MB，请压缩或者分开上传。")
      #expect(try page.form().value("name") == "赵春兰")
      #expect(try site.spooled.isEmpty)
    }
  }

  @Test func aFileOfTheWrongKindIsKnownByItsContent() async throws {
    try await TestSite.run { site, client in
      let page = try await Self.send(client, .init("scan", "invoice.pdf", Array("MZ\u{0}".utf8)))
      #expect(try page.error(at: "scan") == "扫描件的文件类型不能接收，可以上传：PDF文件。")
      #expect(try site.spooled.isEmpty)
    }
  }

  @Test func noFileIsNoError() async throws {
    try await TestSite.run { _, client in
      let page = try await Self.send(client, .init("scan", "", []))
      #expect(page.status == 200)
    }
  }

  @Test func aRequestTooLargeIsRefusedWhole() async throws {
    try await TestSite.run {
      $0.limits.request = 1 << 20
    } test: { site, client in
      let page = try await Self.send(client, .init("scan", "a.pdf", [UInt8](repeating: 1, count: 2 << 20)))
      #expect(page.status == 413)
      #expect(try page.words().contains("一次最多可以发送1MB"))
      #expect(try site.spooled.isEmpty)
    }
  }

  @Test(arguments: [
    ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=name\r\n\r\nunfinished", 400),
    ("multipart/form-data; boundary=x", "", 400), ("multipart/form-data", "--x--", 400),
    ("multipart/form-data; boundary=x", "--x\r\n\r\n\r\n--x--", 400), ("text/plain", "name=a", 415),
    ("application/json", "{}", 415),
  ])
  func whatIsNoFormIsRefused(_ type: String, _ body: String, _ status: Int) async throws {
    try await TestSite.run { site, client in
      let browser = Browser(client)
      _ = try await browser.enter("clerk")
      let page = try await browser.send("POST", "/notes/new", body: Array(body.utf8), type: type)
      #expect(page.status == status)
      #expect(try page.root().first("h1") != nil)
      #expect(try site.spooled.isEmpty)
    }
  }

  /// Nobody fills the disk without having signed in.
  @Test func nothingIsReadBeforeSigningIn() async throws {
    try await TestSite.run { site, client in
      let body = FormEncoding.multipart([("name", "x")], [.init("scan", "a.pdf", Self.pdf)])
      let page = try await Browser(client).send("POST", "/notes/new", body: body, type: FormEncoding.multipartType)
      #expect(page.status == 401)
      #expect(try site.spooled.isEmpty)
    }
  }

  @Test func streamsThroughARealConnection() async throws {
    try await TestSite.run(live: true) { _, client in
      let bytes = Self.pdf + [UInt8](repeating: 7, count: 5 << 20)
      let page = try await Self.send(client, .init("scan", "大.pdf", bytes))
      #expect(try page.root().first("code")?.text.contains("大.pdf \(bytes.count) ") == true)
      let export = try await page.browser.get("/export")
      #expect(export.text == "1\n2\n3\n")
      #expect(export.header("Content-Disposition")?.contains("filename*=UTF-8''%E5%A4%A7.csv") == true)
    }
  }

  /// Two servers over one data directory: the one that starts leaves alone what the other is receiving.
  @Test func aServerThatStartsRemovesOnlyWhatTheGoneLeftBehind() throws {
    let parent = URL(filePath: NSTemporaryDirectory() + "spool-\(UUIDv7())", directoryHint: .isDirectory)
    let first = try Spool(in: parent)
    var file = try first.create(for: "one")
    try file.write(Self.pdf[...], limit: 1 << 20)
    var gone: Spool? = try Spool(in: parent)
    let left = try #require(gone?.directory)
    gone = nil
    #expect(!FileManager.default.fileExists(atPath: left.path()))
    // As one leaves it that was killed.
    try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
    #expect(FileManager.default.createFile(atPath: left.path() + "lock", contents: nil))
    let second = try Spool(in: parent)
    #expect(!FileManager.default.fileExists(atPath: left.path()))
    #expect(FileManager.default.fileExists(atPath: file.path))
    #expect(FileManager.default.fileExists(atPath: second.directory.path()))
    try FileManager.default.removeItem(at: parent)
  }

  private static func send(_ client: any TestClientProtocol, _ file: PageForm.File) async throws -> Page {
    let browser = Browser(client)
    _ = try await browser.enter("clerk")
    let form = try await browser.get("/notes/new").form().fill(["name": "赵春兰", "heldOn": "2016-03-07"])
    return try await form.attach(file).submit()
  }
}
