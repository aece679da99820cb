/// 版面 · Lays a paper's content out from head to closing as strips, after the conventions for official papers
/// (公文格式).
struct PaperLayout {
  let typesetter: Typesetter
  let pitch: Double

  func strips(for content: PaperContent) -> [Strip] {
    var strips = head(content) + body(content)
    if let closing = content.closing {
      strips.keepLastLines(2)
      strips.append(ClosingLayout(typesetter: typesetter, pitch: pitch, closing: closing).strip())
    }
    return strips
  }

  // MARK: Head

  private func head(_ content: PaperContent) -> [Strip] {
    let title = centred(content.title, TextStyle(size: Sheet.titleSize, isBold: true, spacing: 1))
    switch content.head {
    case .red(let agency):
      return redHead(agency) + numberLine(content.number) + [.space(18)] + title + [.space(16)]
    case .black(let agency):
      let name = centred(agency, TextStyle(size: Sheet.titleSize, isBold: true, spacing: 1))
      return name + title + [.space(10)] + numberLine(content.number) + [.space(8)]
    case .none:
      return title + [.space(10)] + numberLine(content.number) + [.space(8)]
    }
  }

  /// The agency's name fills the line; below it a heavy and a fine red rule.
  private func redHead(_ agency: String) -> [Strip] {
    let size = 34.0
    let count = Double(max(agency.count, 1))
    let spacing = max(0, min(14, (Sheet.bodyWidth - size * count) / count))
    let fitting = min(size, Sheet.bodyWidth / count)
    let style = TextStyle(size: fitting, isBold: true, spacing: spacing)
    let name = typesetter.set(agency, style, width: Sheet.bodyWidth, alignment: .centre)
    let rules = Strip(height: 20) { canvas, y in
      canvas.rule(from: Sheet.left, to: Sheet.right, y: y + 8, width: 2.4, colour: .seal)
      canvas.rule(from: Sheet.left, to: Sheet.right, y: y + 11.2, width: 0.8, colour: .seal)
    }
    return Strip.lines(name, pitch: 48, staysWithNext: true, colour: .seal) + [rules]
  }

  private func numberLine(_ number: String?) -> [Strip] {
    guard let number else { return [] }
    return text(number, alignment: .end)
  }

  private func centred(_ string: String, _ style: TextStyle) -> [Strip] {
    let lines = typesetter.set(string, style, width: Sheet.bodyWidth, alignment: .centre)
    return Strip.lines(lines, pitch: Sheet.titlePitch, staysWithNext: true)
  }

  // MARK: Body

  private func body(_ content: PaperContent) -> [Strip] {
    let addressee = content.addressee.map { text("\($0)：", staysWithNext: true) } ?? []
    return addressee + content.blocks.flatMap(strips)
  }

  private func strips(for block: Block) -> [Strip] {
    switch block {
    case .paragraph(let string): text(string, indent: 2 * Sheet.bodySize)
    case .line(let string, let alignment): text(string, alignment: alignment)
    case .heading(let string): text(string, isBold: true, indent: 2 * Sheet.bodySize, staysWithNext: true)
    case .list(let items):
      items.enumerated().flatMap { text("\($0.offset + 1)．\($0.element)", indent: 2 * Sheet.bodySize) }
    case .table(let table):
      [.space(8)] + TableLayout(typesetter: typesetter, table: table).strips() + [.space(10)]
    case .note(let string):
      Strip.lines(
        typesetter.set(string, TextStyle(size: Sheet.noteSize), width: Sheet.bodyWidth), pitch: Sheet.notePitch)
    case .signatures(let lines):
      [.space(12)] + lines.flatMap { SignatureLayout(typesetter: typesetter, line: $0).strips() }
    }
  }

  private func text(
    _ string: String, isBold: Bool = false, indent: Double = 0, alignment: Alignment = .start,
    staysWithNext: Bool = false
  ) -> [Strip] {
    let style = TextStyle(size: Sheet.bodySize, isBold: isBold)
    let lines = typesetter.set(string, style, width: Sheet.bodyWidth, indent: indent, alignment: alignment)
    return Strip.lines(lines, pitch: pitch, staysWithNext: staysWithNext)
  }
}

extension [Strip] {
  /// The closing never stands on a page of its own: the last lines of the body go with it.
  fileprivate mutating func keepLastLines(_ count: Int) {
    for index in indices.suffix(count) { self[index].staysWithNext = true }
  }
}
