import Testing

/// A file is read in one go: most fit a screen or two.
@Suite struct SizeTests {
  static let sizes = SourceTree.sources.map(\.lineCount).sorted()

  @Test func noFileIsOver400Lines() {
    let long = (SourceTree.sources + SourceTree.tests).filter { $0.lineCount > 400 }
    #expect(long.map { "\($0.path): \($0.lineCount)" } == [])
  }

  @Test(arguments: [(share: 50, most: 90), (share: 90, most: 220)])
  func percentile(share: Int, most: Int) throws {
    try #require(!Self.sizes.isEmpty)
    #expect(Self.sizes[(Self.sizes.count - 1) * share / 100] <= most)
  }
}
