import Testing

/// What has one home, and what has none.
@Suite struct HouseRuleTests {
  @Test func nothingIsPublic() {
    #expect(lines(with: /\bpublic\b|\bopen (class|func|var)\b/) == [])
  }

  @Test func nothingIsForced() {
    #expect(lines(with: /\b(try|as)!/) == [])
  }

  /// A program in charge of people's papers does not end at a surprise; a broken invariant of our own may end it.
  @Test func theProgramHardlyEverStopsItself() {
    #expect(lines(with: /\b(fatalError|preconditionFailure)\(/).count <= 10)
  }

  @Test func settingsComeFromOnePlace() {
    let readers = lines(with: /\bgetenv\(|\bProcessInfo\.processInfo\.environment\b/)
    let mayRead = ["Sources/App/Settings.swift:", "Sources/TestSupport/"]
    #expect(readers.filter { reader in !mayRead.contains { reader.hasPrefix($0) } } == [])
  }

  /// Rules and actions get the time; only these ask for it.
  @Test func theClockIsReadInFewPlaces() {
    let mayAsk = [
      "Sources/Kits/WorkCalendar/WallClock.swift:",  // the clock that everything else is given
      "Sources/Kits/Storage/UUIDv7.swift:",  // ids grow with time
      "Sources/Kits/Storage/Migrator.swift:",  // when a migration ran
    ]
    let askers = lines(with: /\bDate(\.init)?\(\)|\bDate\.now\b|\bDate\(timeIntervalSinceNow:/)
    #expect(askers.filter { asker in !mayAsk.contains { asker.hasPrefix($0) } } == [])
  }

  /// LIKE folds case differently on the two engines, and no index serves it for Chinese.
  @Test func searchDoesNotUseLIKE() {
    #expect(literals(with: /\bI?LIKE\b/) == [])
  }

  /// The content security policy refuses them, so they would be silently lost.
  @Test func pagesHaveNoInlineStyleOrHandler() {
    let onPages = SourceTree.sources.filter { $0.target != "Paper" && $0.target != "Sheets" }
    #expect(
      onPages.flatMap { $0.literals(with: /<style|<script>|\bstyle\s*=|javascript:|\bon[a-z]+\s*=\s*\\?["']/) }
        == [])
    #expect(onPages.flatMap { $0.lines(with: /\.style\(|\bonclick\b|\bonchange\b|\bonsubmit\b/) } == [])
  }

  @Test func capabilitiesExplainThemselves() throws {
    let folders = Set(SourceTree.sources.filter { $0.path.hasPrefix("Sources/Capabilities/") }.map(\.target))
    try #require(!folders.isEmpty)
    for capability in folders.sorted() {
      let folder = "Sources/Capabilities/\(capability)"
      #expect(SourceTree.exists("\(folder)/\(capability).swift"), "\(capability) has no manifest")
      let readme = try? SourceTree.text("\(folder)/README.md")
      #expect((readme?.count ?? 0) > 200, "\(capability) has no README worth reading")
    }
  }

  @Test func testsDoNotSleep() {
    #expect(SourceTree.tests.flatMap { $0.lines(with: /\b(Task\.sleep|Thread\.sleep|usleep|sleep)\(/) } == [])
  }

  @Test func nothingIsPutOff() throws {
    let all = SourceTree.paths(under: "Sources") { $0.hasSuffix(".swift") }
    let marks = try all.filter { try SourceTree.text($0).contains(/\b(TODO|FIXME|XXX)\b/) }
    #expect(marks == [])
  }

  private func lines(with pattern: some RegexComponent) -> [String] {
    SourceTree.sources.flatMap { $0.lines(with: pattern) }
  }

  private func literals(with pattern: some RegexComponent) -> [String] {
    SourceTree.sources.flatMap { $0.literals(with: pattern) }
  }
}
