package import Markup
import Paper

/// 二维码图形 · A QR code as a drawing: black on white in the dark too, for a camera needs the contrast.
package enum QRDrawing {
  package static func html(_ text: String, description: String) throws -> HTML {
    let code = try QRCode(text)
    let (quiet, side) = (4, code.side + 8)
    let path = code.darkRuns.map { "M\($0.x + quiet) \($0.y + quiet)h\($0.length)v1h-\($0.length)z" }.joined()
    return SVG.svg(
      .svgNamespace, .class("qr"), .role(.img), .viewBox("0 0 \(side) \(side)"), .width(.pixels(220)),
      .height(.pixels(220)), .focusable(false)
    ) {
      SVG.title { description }
      SVG.rect(
        .x(.pixels(0)), .y(.pixels(0)), .width(.pixels(Double(side))), .height(.pixels(Double(side))),
        .fill("#ffffff"))
      SVG.path(.d(path), .fill("#000000"))
    }
  }
}
