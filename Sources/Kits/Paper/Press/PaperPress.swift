/// 印制 · The press: makes a paper's content into the bytes of a PDF 1.4 file. The same content gives the same
/// bytes.
///
/// Pango's font maps must not be shared between threads, so a press is an actor with its own; several presses
/// work side by side. Making one scans the fonts (130 ms in a new process): do it at start-up and keep it.
package actor PaperPress {
  let typesetter: Typesetter

  /// Refuses to start where `Noto Serif CJK SC` is not installed, rather than print another country's forms.
  package init() throws {
    typesetter = try Typesetter()
  }

  /// Prints one page, so that the first real paper need not wait for the fonts to be read.
  package func warmUp() throws {
    let closing = Closing(agency: "法律援助中心", date: "2016年3月7日", seal: Seal(agency: "法律援助中心"))
    _ = try render(
      PaperContent(
        head: .none, title: "预热", blocks: [.paragraph("预热")], closing: closing,
        footer: Footer(form: "", formSet: ""), createdAt: 0))
  }

  package func render(_ content: PaperContent) throws -> [UInt8] {
    let canvas = try Canvas()
    canvas.describe(title: content.fileTitle, author: content.closing?.agency ?? "", createdAt: content.createdAt)
    let footer = try FooterDrawing(typesetter: typesetter, footer: content.footer)
    let pages = pages(of: content)
    for (index, page) in pages.enumerated() {
      page.draw(on: canvas, from: Sheet.top)
      footer.draw(on: canvas, page: index + 1, of: pages.count)
      canvas.endPage()
    }
    return try canvas.finish()
  }

  /// The widest pitch that needs no more pages than the narrowest.
  private func pages(of content: PaperContent) -> [[Strip]] {
    var best: [[Strip]] = []
    for pitch in Sheet.bodyPitches {
      let strips = PaperLayout(typesetter: typesetter, pitch: pitch).strips(for: content)
      let pages = strips.paginated(room: Sheet.bottom - Sheet.top)
      if best.isEmpty || pages.count < best.count { best = pages }
      if best.count == 1 { break }
    }
    return best
  }
}

extension PaperContent {
  fileprivate var fileTitle: String { [title, number].compactMap(\.self).joined(separator: " ") }
}
