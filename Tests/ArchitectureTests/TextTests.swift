import Localization
import Testing

/// What people read: both languages, and correct Chinese typography.
@Suite struct TextTests {
  @Test func bothHalvesSaySomething() {
    #expect(!TextPair.all.isEmpty)
    #expect(places { $0.zh.isEmpty || $0.en.isEmpty } == [])
  }

  @Test func chinesePunctuationIsFullWidth() {
    let faults = TextPair.all.flatMap { pair in Typography.faults(in: pair.zh).map { "\(pair.place): \($0)" } }
    #expect(faults == [])
  }

  @Test func englishHasNoFullWidthPunctuation() {
    #expect(places { $0.en.contains(/[，；：？！（）。、]/) && !$0.en.contains(/\p{Script=Han}/) } == [])
  }

  /// One Chinese term, one English word, wherever a term stands by itself: a label, a heading, a state. A sentence may
  /// leave out what its English need not repeat.
  @Test func glossaryTermsAgree() {
    let terms = Set(Glossary.terms.map(\.zh))
    let faults = TextPair.all.filter { terms.contains($0.zh) }.flatMap { pair in
      Glossary.faults(in: Text(pair.zh, pair.en)).map { "\(pair.place): \($0)" }
    }
    #expect(faults == [])
  }

  private func places(_ isWrong: (TextPair) -> Bool) -> [String] {
    TextPair.all.filter(isWrong).map { "\($0.place): \($0.zh) = \($0.en)" }
  }
}
