import Testing

@Suite("对比度 · Contrast (WCAG 2.2, 1.4.3 and 1.4.11)")
struct ContrastTests {
  static let grounds = ["paper", "wash", "wash-2"]
  static let washes = ["late-wash", "soon-wash", "good-wash", "action-wash"]

  static let words: [(String, [String])] = [
    ("ink", grounds + washes), ("ink-soft", grounds + washes), ("action", grounds + ["action-wash"]),
    ("action-strong", grounds + ["action-wash"]), ("action-ink", ["action", "action-strong"]),
    ("late", ["paper", "wash", "late-wash"]), ("soon", ["paper", "wash", "soon-wash"]),
    ("good", ["paper", "wash", "good-wash"]), ("bar-ink", ["bar"]), ("bar-soft", ["bar"]), ("seal", ["paper"]),
  ]

  static let shapes: [(String, [String])] = [
    ("line-strong", ["paper", "wash"]), ("focus", grounds + washes), ("series-1", ["paper"]),
    ("series-2", ["paper"]),
    ("series-3", ["paper"]), ("series-4", ["paper"]), ("forecast", ["paper"]), ("action", ["paper"]),
    ("late", ["wash-2"]), ("good", ["wash-2"]),
  ]

  @Test("Words stand out 4.5 to 1", arguments: Stylesheet.Scheme.allCases)
  func words(scheme: Stylesheet.Scheme) throws { try expect(Self.words, atLeast: 4.5, scheme) }

  @Test("Edges of controls, focus and charts stand out 3 to 1", arguments: Stylesheet.Scheme.allCases)
  func shapes(scheme: Stylesheet.Scheme) throws { try expect(Self.shapes, atLeast: 3, scheme) }

  @Test("The reckoning agrees with the standard's own ends")
  func reckoning() {
    #expect(abs(Colour(hex: "000000").contrast(with: Colour(hex: "ffffff")) - 21) < 0.001)
    #expect(abs(Colour(hex: "767676").contrast(with: Colour(hex: "ffffff")) - 4.54) < 0.01)
  }

  private func expect(_ pairs: [(String, [String])], atLeast: Double, _ scheme: Stylesheet.Scheme) throws {
    let colours = try #require(Stylesheet.colours[scheme])
    for (name, grounds) in pairs {
      for ground in grounds {
        let contrast = try #require(colours[name]).contrast(with: try #require(colours[ground]))
        #expect(contrast >= atLeast, "\(name) on \(ground), \(scheme.rawValue): \(contrast)")
      }
    }
  }
}
