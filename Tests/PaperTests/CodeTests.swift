import Foundation
import Paper
import Testing

@Suite struct CodeTests {
  @Test func `a short code is read back as it may be typed`() throws {
    let code = try #require(ShortCode(random: [255, 1, 2, 3, 4, 5]))
    #expect(code.characters.count == ShortCode.length)
    for typed in [
      code.description, code.description.lowercased(),
      " \(code.characters.prefix(4)) \(code.characters.dropFirst(4))",
    ] {
      #expect(ShortCode(typed) == code)
    }
    let digits = try #require(ShortCode(random: [0, 0, 0, 0, 0, 0]))
    #expect(ShortCode("OOOOO-OOOOO") == digits)
  }

  @Test func `a short code notices every wrong character and every exchange`() throws {
    let code = try #require(ShortCode(random: [9, 88, 7, 66, 5, 44]))
    let characters = Array(code.characters)
    for index in characters.indices {
      for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where other != characters[index] {
        var wrong = characters
        wrong[index] = other
        #expect(ShortCode(String(wrong)) == nil)
      }
      for other in characters.indices where characters[other] != characters[index] {
        var wrong = characters
        wrong.swapAt(index, other)
        #expect(ShortCode(String(wrong)) == nil)
      }
    }
  }

  @Test(arguments: ["", "0", "7K3MV-9QXP", "7K3MV-9QXPDD", "UUUUU-UUUUU", "验证码验证码验证码验"])
  func `what is no short code is refused`(typed: String) {
    #expect(ShortCode(typed) == nil)
  }

  @Test func `a short code needs six random bytes and differs with each`() throws {
    #expect(ShortCode(random: [1, 2, 3, 4, 5]) == nil)
    var codes: Set<String> = []
    for bit in 0..<48 {
      var random = [UInt8](repeating: 0, count: 6)
      random[bit / 8] = 1 << UInt8(bit % 8)
      codes.insert(try #require(ShortCode(random: random)).characters)
    }
    // 45 of the 48 bits count; the other three all give the code of zeros.
    #expect(codes.count == 46)
  }

  @Test func `a short code survives being stored`() throws {
    let code = try #require(ShortCode(random: [1, 2, 3, 4, 5, 6]))
    let data = try JSONEncoder().encode([code])
    #expect(try JSONDecoder().decode([ShortCode].self, from: data) == [code])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([ShortCode].self, from: Data(#"["0000000001"]"#.utf8))
    }
  }

  @Test func `the QR code on the page leads to the address`() async throws {
    let folder = try TemporaryFolder()
    let content = try Sample.decision()
    let url = try #require(content.footer.verification).url
    let pdf = try await folder.write(PaperPress().render(content), "paper.pdf")
    try Tool.run("pdftoppm", "-r", "150", "-png", "-singlefile", pdf, folder.path("page"))
    let answer = try Tool.run("zbarimg", "-q", "--raw", folder.path("page.png"))
    #expect(answer.text.contains(url))
  }

  @Test func `a QR code refuses what it cannot hold`() throws {
    #expect(try QRCode("https://example.gov.cn/v/7K3MV9QXPD").side == 29)
    #expect(throws: PaperError.self) { try QRCode("") }
    #expect(throws: PaperError.self) { try QRCode(String(repeating: "x", count: 3000)) }
  }
}
