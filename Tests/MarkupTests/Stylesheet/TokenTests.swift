import Testing

@Suite("样式表 · Stylesheet")
struct TokenTests {
  @Test("Every token used is defined, every colour is a token")
  func tokens() {
    #expect(Stylesheet.tokens.count > 40)
    #expect(Stylesheet.uses.subtracting(Stylesheet.tokens).isEmpty)
    #expect(Stylesheet.tokens.subtracting(Stylesheet.uses).subtracting(["--seal"]).isEmpty)
    let rest = Stylesheet.text.replacing(Stylesheet.block("\n:root {"), with: "")
      .replacing(Stylesheet.block("(prefers-color-scheme: dark) {\n  :root:not(.light) {"), with: "")
      .replacing(Stylesheet.block("\n  :root.dark {"), with: "")
    #expect(rest.firstMatch(of: /#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(/) == nil)
  }

  @Test("The dark scheme has its own of every light colour")
  func schemes() throws {
    let dark = Stylesheet.block("(prefers-color-scheme: dark) {\n  :root:not(.light) {")
    let names = try #require(Stylesheet.colours[.light]).keys
    #expect(names.allSatisfy { dark.contains("--\($0):") })
    #expect(Stylesheet.block("\n  :root.dark {").hasSuffix(dark), "chosen by hand, dark is the same dark")
  }

  @Test("Nothing is fetched from elsewhere")
  func selfContained() {
    #expect(!Stylesheet.text.contains("@import"))
    #expect(!Stylesheet.text.contains("url("))
    #expect(Stylesheet.text.matches(of: /src:\s*([a-z]+)\(/).allSatisfy { $0.output.1 == "local" })
  }

  @Test("Large type is at least 20 pixels, small print included")
  func largeType() throws {
    let block = Stylesheet.block("\n.large-type {")
    let root = try #require(block.firstMatch(of: /font-size: ([0-9.]+)%/)).output.1
    for step in ["--step--1", "--step-0"] {
      let size = try #require(
        block.firstMatch(of: try Regex("\(step): ([0-9.]+)rem", as: (Substring, Substring).self)))
      let pixels = 16 * (Double(root) ?? 0) / 100 * (Double("0\(size.output.1)") ?? 0)
      #expect(pixels >= 20)
    }
    #expect(block.contains("--two-thirds: minmax(0, 1fr)"))
  }

  @Test("Braces balance")
  func braces() {
    #expect(Stylesheet.text.count { $0 == "{" } == Stylesheet.text.count { $0 == "}" })
  }
}
