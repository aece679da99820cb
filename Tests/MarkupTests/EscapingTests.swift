import Markup
import Testing

@Suite("转义 · Escaping")
struct EscapingTests {
  static let hostile = [
    "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onfocus='x", "</td><td>", "]]>", "&amp;&lt;&#x3c;",
    "<!--", "--!>", "<?xml?>", "赵春兰 & 〔2016〕", "𠮷👨‍👩‍👧", "a\tb\nc\rd", "", "<svg/onload=alert(1)>", "\u{202E}abc",
  ]

  @Test("What a person typed comes back letter for letter, as text", arguments: hostile)
  func textSurvives(typed: String) throws {
    let parsed = try #require(Parsed(p { typed }))
    #expect(parsed.text == typed)
    #expect(parsed.nodes.map(\.name) == ["p"])
  }

  @Test("And as an attribute", arguments: hostile)
  func attributeSurvives(typed: String) throws {
    let parsed = try #require(Parsed(input(.value(typed))))
    #expect(parsed.nodes == [Parsed.Node(name: "input", attributes: ["value": typed])])
  }

  @Test(
    "Characters that XML forbids become U+FFFD",
    arguments: ["\u{0}", "\u{1}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
  func forbiddenCharacters(character: String) throws {
    let parsed = try #require(Parsed(p(.title("a\(character)b")) { "a\(character)b" }))
    #expect(parsed.text == "a\u{FFFD}b")
    #expect(parsed.nodes.first?.attributes["title"] == "a\u{FFFD}b")
  }

  @Test("A private-use character beside them stays")
  func neighboursStay() throws {
    #expect(try #require(Parsed(p { "\u{FFFD}\u{F000}\u{FF0C}" })).text == "\u{FFFD}\u{F000}，")
  }

  @Test(
    "An address that would run a script leads nowhere",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
      "\u{1}javascript:alert(1)", "vbscript:x", "data:text/html,<script>", "blob:x", "file:///etc/passwd",
    ])
  func scriptAddresses(address: String) {
    #expect(a(.href(address)) { "x" }.rendered() == "<a href=\"#\">x</a>")
    #expect(form(.action(address)) {}.rendered() == "<form action=\"#\"></form>")
  }

  @Test(
    "Ordinary addresses stay",
    arguments: [
      "/work/cases?state=open&page=2", "#identity", "?page=2", "https://example.org/a:b", "mailto:a@example.org",
      "tel:12348", "/a:b", "case/1", "/案件/〔2016〕",
    ])
  func ordinaryAddresses(address: String) throws {
    let parsed = try #require(Parsed(a(.href(address)) { "x" }))
    #expect(parsed.nodes.first?.attributes["href"] == address)
  }
}
