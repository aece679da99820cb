/// 扫描件 · Scan: a file that a person holds in hand: one blank page, different by its title.
enum Scan {
  static func pdf(_ title: String) -> [UInt8] {
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>",
    ]
    var text = "%PDF-1.4\n% \(title)\n"
    var table = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + "\(offset) 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n\(table)trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\n"
    return Array((text + "startxref\n\(start)\n%%EOF\n").utf8)
  }
}
