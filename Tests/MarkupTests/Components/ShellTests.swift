import Localization
import Markup
import Testing
import Web

@Suite("页框 · Shell")
struct ShellTests {
  static func frame(_ language: Language, path: String = "/cases/12") -> Frame {
    var frame = Frame(
      language: language, brand: Text("青禾县法律援助中心", "Qinghe Legal Aid Centre"), homePath: "/work", currentPath: path,
      languageSwitchPath: "/language")
    frame.navigation = [
      NavGroup(
        Text("办理", "Work"),
        [
          NavItem(Text("待办", "Work list"), path: "/work", waiting: Waiting(9, overdue: 2)),
          NavItem(Text("案件", "Cases"), path: "/cases", waiting: Waiting(0)),
          NavItem(Text("案件统计", "Case statistics"), path: "/cases-statistics"),
        ]),
      NavGroup(Text("空组", "Empty group"), []),
    ]
    frame.person = .init(
      name: "<周敏>", role: Text("指派岗", "Assigner"), path: "/me", signOutPath: "/session/end",
      tokens: FormTokens(csrf: "c", token: "t"))
    frame.searchPath = "/search"
    return frame
  }

  @Test(
    "A whole page is well-formed in both languages, with unique ids, one h1 and one main",
    arguments: Language.allCases)
  func wellFormed(language: Language) throws {
    let page = shell(Self.frame(language), title: "<案件>") { pageHead("案件") }
    let parsed = try #require(Parsed(page.document()))
    let names = parsed.nodes.map(\.name)
    #expect(parsed.nodes.first?.attributes["lang"] == language.tag)
    #expect(names.count { $0 == "h1" } == 1 && names.count { $0 == "main" } == 1)
    let ids = parsed.nodes.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(parsed.text.contains("<案件>") && parsed.text.contains("<周敏>"))
    #expect(parsed.text.contains("空组") == false && parsed.text.contains("Empty group") == false)
  }

  @Test("Nothing on the page is a style or a handler, and scripts come from a file only")
  func strictPolicy() throws {
    let parsed = try #require(Parsed(shell(Self.frame(.zh), title: "x") {}.document()))
    let attributes = parsed.nodes.flatMap(\.attributes.keys)
    #expect(attributes.filter { $0 == "style" || $0.hasPrefix("on") }.isEmpty)
    #expect(parsed.nodes.filter { $0.name == "script" }.allSatisfy { $0.attributes["src"] != nil })
    #expect(!parsed.nodes.contains { $0.name == "style" })
  }

  @Test(
    "The menu marks the page one is on or under, and no other",
    arguments: [
      ("/work", "/work"), ("/cases/12", "/cases"), ("/cases", "/cases"), ("/cases-statistics", "/cases-statistics"),
      ("/me", nil),
    ])
  func current(path: String, marked: String?) throws {
    let parsed = try #require(Parsed(shell(Self.frame(.zh, path: path), title: "x") {}.document()))
    let current = parsed.nodes.filter { $0.attributes["aria-current"] == "page" }.map { $0.attributes["href"] }
    // Once in the menu beside the page, once in the menu of a phone.
    #expect(current == (marked.map { [$0, $0] } ?? []))
  }

  @Test(
    "What waits is said in words, what is overdue too; where nothing waits nothing is said",
    arguments: [(Language.zh, "9项，2项超期", "超期2"), (.en, "9 waiting, 2 overdue", "2 late")])
  func waiting(language: Language, words: String, seen: String) throws {
    let parsed = try #require(Parsed(shell(Self.frame(language), title: "x") {}.document()))
    #expect(parsed.text.contains(words) && parsed.text.contains(seen))
    #expect(Waiting(3).words == Text("3项", "3 waiting"))
    // Once in the menu beside the page, once in the menu of a phone.
    #expect(parsed.nodes.filter { $0.attributes["class"] == "count" }.count == 2)
  }

  @Test("The other language is offered in its own words")
  func otherLanguage() throws {
    for (language, words) in [(Language.zh, "English"), (.en, "中文")] {
      let parsed = try #require(Parsed(publicShell(Self.frame(language), title: "x") {}.document()))
      #expect(parsed.text.contains(words))
      #expect(
        parsed.nodes.contains { $0.attributes["href"] == "/language" && $0.attributes["lang"] != language.tag })
    }
  }

  @Test("Large type is a class of the page")
  func largeType() throws {
    var frame = Self.frame(.zh)
    frame.isLargeType = true
    frame.largeTypeSwitchPath = "/large-type"
    let parsed = try #require(Parsed(publicShell(frame, title: "x") {}.document()))
    #expect(parsed.nodes.first?.attributes["class"] == "large-type")
    #expect(parsed.text.contains("标准字号"))
  }
}
