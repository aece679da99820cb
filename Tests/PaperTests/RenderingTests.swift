import Foundation
import Paper
import Testing

@Suite struct RenderingTests {
  let folder = try? TemporaryFolder()

  private func file(_ content: PaperContent) async throws -> String {
    try #require(folder).write(await PaperPress().render(content), "paper.pdf")
  }

  private func text(_ path: String) throws -> String { try Tool.run("pdftotext", "-layout", path, "-").text }

  @Test func `every printed text can be read back`() async throws {
    let page = try text(await file(Sample.decision()))
    for expected in [
      "岚山县法律援助中心", "给予法律援助决定书", "岚援决字〔2016〕第12号", "王秀兰：", "劳动报酬纠纷", "2016年3月7日", "扫码验证真伪",
      "https://flyz.example.gov.cn/v/", "F09 给予法律援助决定书（FORM13）", "第1页 共1页",
    ] {
      #expect(page.contains(expected))
    }
  }

  @Test func `only simplified Chinese forms are embedded`() async throws {
    let fonts = try Tool.run("pdffonts", await file(Sample.decision())).text.split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts { #expect(font.contains("+NotoSerifCJKsc-")) }
  }

  /// With the whole typefaces the demonstration's decision weighed 171,000 bytes.
  @Test func `a paper carries its own characters and no more`() async throws {
    #expect(try await PaperPress().render(Sample.decision()).count < 80_000)
  }

  @Test func `a rare character comes from the same typeface as the others`() async throws {
    let path = try await file(Sample.decision([.paragraph("申请人王龘、赵䶮、钱𬭩，均住青禾县。")]))
    #expect(try text(path).contains("王龘、赵䶮、钱𬭩，均住青禾县"))
    let fonts = try Tool.run("pdffonts", path).text.split(separator: "\n").dropFirst(2)
    #expect(fonts.count == 3)
    for font in fonts { #expect(font.contains("+NotoSerifCJKsc-")) }
  }

  @Test func `the file is sound and PDF 1.4`() async throws {
    let check = try Tool.run("qpdf", "--check", await file(Sample.decision()))
    #expect(check.status == 0)
    #expect(check.text.contains("PDF Version: 1.4"))
    #expect(check.text.contains("No syntax or stream encoding errors"))
  }

  @Test func `the same content gives the same bytes on every press`() async throws {
    let first = try await PaperPress().render(Sample.decision())
    let press = try PaperPress()
    try await press.warmUp()
    #expect(try await press.render(Sample.decision()) == first)
  }

  @Test func `presses work side by side`() async throws {
    let expected = try await PaperPress().render(Sample.decision())
    try await withThrowingTaskGroup { group in
      for _ in 0..<4 { group.addTask { try await PaperPress().render(Sample.decision()) } }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }

  @Test(arguments: 0..<28) func `numbers and dates stay on one line`(offset: Int) async throws {
    let filler = String(repeating: "甲", count: offset)
    let content = try Sample.decision([.paragraph(filler + "，见岚援申字〔2016〕第15号，于2016年12月29日作出。")])
    let page = try text(await file(content))
    #expect(page.contains("岚援申字〔2016〕第15号"))
    #expect(page.contains("2016年12月29日"))
  }

  @Test func `a long table goes on over the page with its heading`() async throws {
    let rows = (1...60).map { ["\($0)", "材料\($0)"] }
    let table = FieldTable.list([("序号", 1, .centre), ("材料名称", 5, .start)], rows)
    let pages = try text(await file(Sample.decision([.table(table)]))).components(separatedBy: "\u{0C}")
    #expect(pages.count == 5)
    for page in pages where page.contains(/材料\d/) { #expect(page.contains("材料名称")) }
    for row in rows { #expect(pages.joined().contains(row[1])) }
  }

  @Test func `a long cell is divided and loses nothing`() async throws {
    let facts = (1...200).map { "第\($0)句事实陈述。" }
    let table = FieldTable.form([[("案情简介", facts.joined())]])
    let page = try text(await file(Sample.decision([.table(table)])))
      .components(separatedBy: .whitespacesAndNewlines).joined()
    #expect(page.count { $0 == "陈" } == 200)
    #expect(page.contains("第3页共3页"))
  }

  @Test(arguments: 8...24) func `the closing never stands on a page without text`(paragraphs: Int) async throws {
    let content = try Sample.decision((0..<paragraphs).map { _ in .paragraph("本中心决定给予法律援助。") })
    let pages = try text(await file(content)).components(separatedBy: "\u{0C}")
    let last = try #require(pages.last { $0.contains("页 共") })
    #expect(last.contains("2016年3月7日"))
    #expect(last.contains("本中心决定给予法律援助"))
  }

  @Test(arguments: ["", "\u{202E}倒写\u{0}\u{7}", "👩‍👩‍👧 𠮷野家", String(repeating: "A", count: 3000)])
  func `hostile text is printed and breaks nothing`(text: String) async throws {
    let cells: [[Cell]] = [[.label(text), .value(text)]]
    let content = try Sample.decision([
      .paragraph(text), .list([text]), .heading(text), .note(text), .signatures(["人"]),
      .table(FieldTable(columns: [1, 1], rows: cells)),
    ])
    let path = try await file(content)
    #expect(try Tool.run("qpdf", "--check", path).status == 0)
    #expect(try !self.text(path).contains("\u{202E}"))
  }
}
