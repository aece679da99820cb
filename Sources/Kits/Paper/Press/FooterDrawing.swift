import CPangoCairo

/// 页脚 · The foot of every page: QR code, form and version, short code and address at the left; page numbers at
/// the right.
struct FooterDrawing {
  let typesetter: Typesetter
  let footer: Footer
  private let code: QRCode?

  init(typesetter: Typesetter, footer: Footer) throws {
    self.typesetter = typesetter
    self.footer = footer
    code = try footer.verification.map { try QRCode($0.url) }
  }

  func draw(on canvas: Canvas, page: Int, of count: Int) {
    let side = 17 * Sheet.millimetre
    let pitch = 13.0
    let top = Sheet.bottom + 5 * Sheet.millimetre
    if let code { draw(code, on: canvas, side: side, y: top) }
    let x = Sheet.left + (code == nil ? 0 : side + 7)
    for (index, line) in lines.enumerated() {
      let text = typesetter.set(line, TextStyle(size: Sheet.footerSize))
      text.draw(0, on: canvas, x: x, y: top + 4 + Double(index) * pitch, pitch: pitch, colour: .grey)
    }
    let number = typesetter.set("第\(page)页 共\(count)页", TextStyle(size: Sheet.noteSize))
    number.draw(0, on: canvas, x: Sheet.right - number.width, y: top + 4 + 2 * pitch, pitch: pitch)
  }

  private var lines: [String] {
    let form = "\(footer.form)（\(footer.formSet)）"
    guard let verification = footer.verification else { return [form] }
    return [form, "扫码验证真伪　验证码：\(verification.code)", verification.url]
  }

  private func draw(_ code: QRCode, on canvas: Canvas, side: Double, y: Double) {
    let module = side / Double(code.side)
    canvas.setColour(.black)
    cairo_new_path(canvas.context)
    for run in code.darkRuns {
      cairo_rectangle(
        canvas.context, Sheet.left + Double(run.x) * module, y + Double(run.y) * module,
        Double(run.length) * module, module)
    }
    cairo_fill(canvas.context)
  }
}
