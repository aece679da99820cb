import App
import Foundation
import TestSupport
import Testing

/// 生成的文档 · What the code says of itself is what `docs/` says.
@Suite struct GeneratedDocsTests {
  @Test func areUpToDate() throws {
    for page in try GeneratedDocs.pages() {
      let file = Checkout.root.appending(path: "docs/\(page.path)")
      let written = try? String(contentsOf: file, encoding: .utf8)
      #expect(written == page.text, "docs/\(page.path) is not what the code says: run `legalaid docs`")
    }
  }
}
