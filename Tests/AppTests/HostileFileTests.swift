import App
import Kernel
import Storage
import TestSupport
import Testing

/// 恶意文件 · Hostile files: what an uploaded file would do when it is shown again; it is given out as what it begins as,
/// or not taken at all.
@Suite(.timeLimit(.minutes(5))) struct HostileFileTests {
  /// What is taken: by its first bytes a page or a picture, whatever else it is. Nil where it is refused.
  static let files: [(name: String, bytes: [UInt8], type: String?)] = [
    ("polyglot.pdf", Array("%PDF-1.4\n<html><script>x7q</script></html>".utf8), "application/pdf"),
    (
      "script.pdf", Array("%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(x7q)>>>>endobj".utf8), "application/pdf"
    ),
    ("encrypted.pdf", Array("%PDF-1.4\ntrailer<</Encrypt 1 0 R>>".utf8), "application/pdf"),
    ("picture.html", [0xFF, 0xD8, 0xFF, 0xFE, 0, 40] + Array("<script>x7q</script>".utf8), "image/jpeg"),
    ("page.pdf", Array("<!DOCTYPE html><script>x7q</script>%PDF-1.4".utf8), nil),
    ("picture.png", Array("<svg xmlns='http://www.w3.org/2000/svg' onload='x7q'/>".utf8), nil),
    ("bomb.pdf", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 1_000), nil),
    // An archive in an archive, under either name; and one behind the head of a page.
    ("archive.zip", stored("inner.zip", stored("a.txt", Array("x7q".utf8))), nil),
    ("archive.pdf", stored("inner.zip", stored("a.txt", Array("x7q".utf8))), nil),
    ("archive-behind.pdf", Array("%PDF-1.4\n".utf8) + stored("inner.zip", stored("a.txt", [])), "application/pdf"),
    ("program.jpg", Array("MZ\u{0}x7q".utf8), nil),
  ]

  /// An archive of one entry, as it is: local head, directory, end.
  private static func stored(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    func number(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(value >> (8 * $0) & 0xFF) } }
    let sum = bytes.reduce(0xFFFF_FFFF as UInt32) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { one, _ in one & 1 == 1 ? one >> 1 ^ 0xEDB8_8320 : one >> 1 }
    }
    let common =
      number(20, 2) + number(0, 8) + number(Int(~sum), 4) + number(bytes.count, 4) + number(bytes.count, 4)
      + number(name.utf8.count, 2) + number(0, 2)
    let local = [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
    let entry = [0x50, 0x4B, 1, 2, 20, 0] + common + number(0, 14) + Array(name.utf8)
    return local + entry + [0x50, 0x4B, 5, 6] + number(0, 4) + number(1, 2) + number(1, 2) + number(entry.count, 4)
      + number(local.count, 4) + number(0, 2)
  }

  @Test func areGivenOutAsWhatTheyBeginAsOrRefused() async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.browse { open in
      let desks = Desks(office, open)
      var walk = Walk(desks)
      try await walk.go(to: .hear)
      for (name, bytes, type) in Self.files {
        let before = try await office.value("SELECT COUNT(*) FROM attachment", as: Int.self) ?? 0
        let form = try await desks.page("\(walk.aidCase)/files", for: "lawyer").form().fill(["item": "opinion"])
        let answer = try await form.attach(PageForm.File("file", name, bytes)).submit()
        let after = try await office.value("SELECT COUNT(*) FROM attachment", as: Int.self) ?? 0
        #expect(answer.status == (type == nil ? 422 : 200), "\(name): \(answer.status)")
        #expect(after - before == (type == nil ? 0 : 1), "\(name)")
        guard let type else {
          #expect(try !answer.error(at: "file").isEmpty, "\(name): nothing is said at the field")
          continue
        }
        let id = try await office.text("SELECT id FROM attachment ORDER BY last_event DESC, id DESC LIMIT 1")
        let file = try await desks.page("/attachments/\(id)", for: "lawyer", isFile: true)
        #expect(file.status == 200 && file.bytes == bytes, "\(name): \(file.status)")
        #expect(file.header("Content-Type") == type, "\(name)")
        #expect(file.header("X-Content-Type-Options") == "nosniff", "\(name)")
        #expect(file.header("Content-Security-Policy")?.contains("default-src") == true, "\(name)")
      }
    }
  }
}
