import Foundation
import Paper
import Testing

@Suite struct BookTests {
  /// A grey PNG of two pixels.
  private static let png = Data(
    base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR4nGNsYAAAAQYAgiXEWDgAAAAASUVORK5CYII=")

  private static func book(_ parts: [BookPart]) throws -> Book {
    var cover = try Sample.decision()
    cover.title = "法律援助卷宗"
    return Book(cover: cover, parts: parts)
  }

  @Test func `a volume has its cover, an index with page numbers, and every part`() async throws {
    let folder = try TemporaryFolder()
    let press = try PaperPress()
    let long = try Sample.decision((0..<30).map { _ in .paragraph("本中心决定给予法律援助。") })
    let picture = try #require(Self.png)
    let bound = try await press.bind(
      Self.book([
        BookPart(title: "审查表", content: .paper(long)),
        BookPart(
          title: "给予法律援助决定书", number: "岚援决字〔2016〕第12号", date: "2016-03-07",
          content: .pdf(Sample.sealed().bytes)),
        BookPart(title: "照片", content: .image([UInt8](picture))),
      ]))
    let path = try folder.write(bound, "volume.pdf")
    #expect(try Tool.run("qpdf", "--check", path).status == 0)
    let pages = try Tool.run("pdftotext", "-layout", path, "-").text.components(separatedBy: "\u{0C}")
    #expect(pages.count == 7)
    #expect(pages[0].contains("法律援助卷宗"))
    #expect(pages[1].contains("卷内文件目录"))
    #expect(pages[1].contains(/审查表.*1－2/))
    #expect(pages[1].contains(/给予法律援助决定书.*岚援决字〔2016〕第12号.*3/))
    #expect(pages[1].contains(/照片.*4/))
    for (page, number) in zip(pages[2...5], 1...) {
      let first = page.split(separator: "\n").first?.trimmingCharacters(in: .whitespaces)
      #expect(first == "\(number)")
    }
  }

  @Test func `binding the same parts gives the same bytes`() async throws {
    let press = try PaperPress()
    let book = try Self.book([BookPart(title: "决定书", content: .paper(try Sample.decision()))])
    #expect(try await press.bind(book) == press.bind(book))
  }

  @Test func `a picture that would fill the memory is refused before it is unpacked`() async throws {
    var png = [UInt8](try #require(Self.png))
    for index in 16..<24 { png[index] = 0xFF }
    let book = try Self.book([BookPart(title: "照片", content: .image(png))])
    await #expect(throws: PaperError.unsupportedPDF("照片: a picture of 4294967295 by 4294967295")) {
      try await PaperPress().bind(book)
    }
  }

  @Test(arguments: ["", "%PDF-1.4", "<html></html>"])
  func `a part that cannot be read is refused by its title`(file: String) async throws {
    let press = try PaperPress()
    for content in [BookContent.pdf(Array(file.utf8)), .image(Array(file.utf8))] {
      let book = try Self.book([BookPart(title: "聊天记录", content: content)])
      await #expect {
        try await press.bind(book)
      } throws: { error in
        guard case PaperError.unsupportedPDF(let reason) = error else { return false }
        return reason.hasPrefix("聊天记录")
      }
    }
  }
}

@Suite struct WatermarkTests {
  @Test func `a lent copy says on every page to whom and when`() async throws {
    let folder = try TemporaryFolder()
    let press = try PaperPress()
    let file = try await press.render(try Sample.decision((0..<40).map { _ in .paragraph("本中心决定给予法律援助。") }))
    let copy = try await press.watermark(file, "仅供田野查阅 2016-09-01", createdAt: 0)
    let path = try folder.write(copy, "copy.pdf")
    #expect(try Tool.run("qpdf", "--check", path).status == 0)
    let pages = try Tool.run("pdftotext", path, "-").text.components(separatedBy: "\u{0C}").dropLast()
    #expect(pages.count >= 2)
    for page in pages {
      #expect(page.contains("本中心决定给予法律援助"))
      #expect(page.filter { "仅供田野查阅".contains($0) }.count >= 6)
    }
    #expect(try await press.watermark(file, "仅供田野查阅 2016-09-01", createdAt: 0) == copy)
  }
}
