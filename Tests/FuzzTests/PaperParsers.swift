import CPangoCairo
import Foundation

@testable import Paper

extension Parser {
  static let papers: [Parser] = [
    Parser("picture", pictures, words: ["Exif\u{0}\u{0}", "MM", "II", "IHDR"]) { bytes in
      guard let picture = try? Picture(bytes) else { return nil }
      guard picture.width * picture.height <= 60_000_000 else { return "\(picture.width) × \(picture.height)" }
      // What is small is unpacked, too.
      if picture.width * picture.height < 10_000, let surface = try? picture.surface() {
        cairo_surface_destroy(surface)
      }
      return nil
    },
    Parser(
      "PDF", pdfs,
      words: ["obj", "endobj", "<<", ">>", "[", "]", "/Kids", "/Parent", " 0 R", "/Encrypt", "stream\n"]
    ) {
      bytes in
      do {
        let document = try PDFDocument(bytes)
        let volume = try PDFDocument()
        try volume.append(document)
        _ = try volume.write()
      } catch is PaperError {}
      return nil
    },
  ]

  private static let pictures: [[UInt8]] =
    [
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR4nGNsYAAAAQYAgiXEWDgAAAAASUVORK5CYII="
    ].compactMap { Data(base64Encoded: $0).map { [UInt8]($0) } } + [
      [0xFF, 0xD8, 0xFF, 0xE1, 0, 34] + Array("Exif\u{0}\u{0}MM".utf8)
        + [0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
        + [
          0xFF, 0xC0, 0, 17, 8, 0, 16, 0, 16, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xDA, 0, 0, 0, 0, 0, 0,
          0, 0,
        ]
    ]

  /// Without a table of where its objects stand, which is then built anew; what is changed within is so always read.
  private static let pdfs: [[UInt8]] = [
    """
    %PDF-1.4
    1 0 obj <</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>> endobj
    2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>> endobj
    3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<<>>>>/AA<</O 1 0 R>>>> endobj
    4 0 obj <</Length 8>> stream
    0 0 m f
    endstream endobj
    trailer <</Root 1 0 R/Size 5>>
    %%EOF
    """,
    "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj trailer<</Root 1 0 R>>",
  ].map { Array($0.utf8) }
}
