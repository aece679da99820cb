import Localization
import Testing

@Suite("Text")
struct TextTests {
  @Test func subscriptChoosesTheLanguage() {
    let text = Text("投诉台账", "Complaint ledger")
    #expect(text[.zh] == "投诉台账")
    #expect(text[.en] == "Complaint ledger")
  }

  @Test func countsInflectInEnglish() {
    #expect(Text.count(1, "件", "case", "cases") == Text("1件", "1 case"))
    #expect(Text.count(1215, "件", "case", "cases") == Text("1,215件", "1,215 cases"))
    #expect(Text.count(0, "件", "case", "cases").en == "0 cases")
  }

  @Test func listsJoin() {
    let items = [Text("妇女", "woman"), Text("农民工", "migrant worker")]
    #expect(Text.list(items) == Text("妇女、农民工", "woman, migrant worker"))
    #expect(Text.list([]) == Text("", ""))
  }

  @Test func languageTags() {
    #expect(Language.allCases.map(\.tag) == ["zh-Hans", "en"])
  }
}
