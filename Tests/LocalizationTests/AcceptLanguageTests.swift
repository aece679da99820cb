import Localization
import Testing

@Suite("Accept-Language")
struct AcceptLanguageTests {
  @Test(
    "The most wanted language wins",
    arguments: [
      ("zh-CN,zh;q=0.9,en;q=0.8", Language.zh),
      ("en-GB,en;q=0.9,zh-CN;q=0.8", .en),
      ("en;q=0.5, zh;q=0.7", .zh),
      ("fr, en;q=0.1", .en),
      ("EN-us", .en),
      ("zh-Hant-TW", .zh),
      ("*", .zh),
      ("*;q=0.5, zh;q=0", .en),
    ] as [(String, Language)])
  func wanted(header: String, language: Language) {
    #expect(AcceptLanguage(header).language == language)
  }

  @Test(
    "What asks for neither, or cannot be read, decides nothing",
    arguments: [
      "", "fr-FR", "en;q=0", "zh;q=2", "zh;q=x", ";;;", ",,,", "中文", "en;level=1",
    ])
  func undecided(header: String) {
    #expect(AcceptLanguage(header).language == nil)
  }

  @Test func equalWeightsKeepTheirOrder() {
    #expect(AcceptLanguage("en, zh").ranges == ["en", "zh"])
  }

  @Test func findsOverlayLanguages() {
    #expect(AcceptLanguage("ug-CN, zh;q=0.5").best(of: ["zh-Hans", "en", "bo", "ug"]) == "ug")
    #expect(AcceptLanguage("mn-Mong").best(of: ["mn-Cyrl", "mn-Mong"]) == "mn-Mong")
  }

  @Test func hostileLengthIsCut() {
    #expect(AcceptLanguage(String(repeating: "xx,", count: 100_000) + "en").ranges.count == 16)
  }
}
