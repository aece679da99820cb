import Foundation
import Paper
import Testing

/// 恶意PDF · Hostile PDFs: what announces more than it holds, nests without end or leads round in a circle is refused by its title
/// or bound as what it has, and never stops the program or keeps it busy.
@Suite(.timeLimit(.minutes(1))) struct HostilePDFTests {
  struct File: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    var testDescription: String { name }

    init(_ name: String, _ objects: String, root: String = "<</Root 1 0 R/Size 9>>") {
      self.name = name
      bytes = Array("%PDF-1.5\n\(objects)\ntrailer \(root)\n%%EOF\n".utf8)
    }
  }

  private static let catalogue = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
  private static let page =
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj "
  private static let pages = "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "

  static let files: [File] = [
    File(
      "arrays in arrays, a hundred thousand deep",
      catalogue + pages + page + "4 0 obj " + String(repeating: "[", count: 100_000) + "endobj"),
    File(
      "dictionaries in dictionaries, fifty thousand deep",
      catalogue + pages + page + "4 0 obj " + String(repeating: "<</A", count: 50_000) + "endobj"),
    File(
      "a page's resources a hundred thousand deep",
      catalogue + pages + "3 0 obj<</Type/Page/Parent 2 0 R/Resources"
        + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + ">>endobj"),
    File("pages that hold themselves", catalogue + "2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj"),
    File(
      "pages that hold each other",
      catalogue + "2 0 obj<</Type/Pages/Kids[3 0 R 3 0 R]/Count 9>>endobj "
        + "3 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj"
    ),
    File(
      "the same page a hundred thousand times",
      catalogue + "2 0 obj<</Type/Pages/Kids[" + String(repeating: "3 0 R ", count: 100_000)
        + "]/Count 100000>>endobj " + page),
    File("a page that is its own parent", catalogue + pages + "3 0 obj<</Type/Page/Parent 3 0 R>>endobj"),
    File(
      "an object that is its own reference",
      catalogue + pages + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox 4 0 R/Contents 4 0 R>>endobj "
        + "4 0 obj 4 0 R endobj"),
    File(
      "a billion objects announced", catalogue + pages + page, root: "<</Root 1 0 R/Size 1000000000>>"),
    File(
      "two billion pages announced", catalogue + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 2000000000>>endobj " + page
    ),
    File(
      "a stream of a billion bytes announced",
      catalogue + pages + page + "4 0 obj<</Length 1000000000>>stream\nx\nendstream endobj"),
    File(
      "a stream that says its length is itself",
      catalogue + pages + "3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj "
        + "4 0 obj<</Length 4 0 R>>stream\nx\nendstream endobj"
    ),
    File(
      "an object stream that holds itself, of a billion objects",
      catalogue + pages + page
        + "4 0 obj<</Type/ObjStm/N 1000000000/First 9/Extends 4 0 R/Length 5>>stream\n4 0 5\nendstream endobj"),
    File("tables of objects in a circle", catalogue + pages + page, root: "<</Root 1 0 R/Size 9/Prev 9>>"),
  ]

  @Test(arguments: files)
  func `is refused by its title or bound as what it has`(file: File) async throws {
    var cover = try Sample.decision()
    cover.title = "法律援助卷宗"
    let book = Book(cover: cover, parts: [BookPart(title: "附件", content: .pdf(file.bytes))])
    let began = ContinuousClock.now
    do {
      let bound = try await PaperPress().bind(book)
      #expect(bound.count < 100 << 20, "\(bound.count) bytes")
    } catch let error as PaperError {
      #expect("\(error)".contains("附件"), "\(error)")
    }
    let time = began.duration(to: .now)
    #expect(time < .seconds(20), "\(time)")
  }
}
