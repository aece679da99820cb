import Localization
import Markup
import Testing
import Web

@Suite("字段 · Fields")
struct FieldTests {
  static let phone = Field(
    "phone", Text("联系电话", "Phone"), .telephone, hint: Text("用于告知进度", "To tell you of progress"), required: false,
    autocomplete: "tel")

  @Test("A field with an error, whole", arguments: Language.allCases)
  func snapshot(language: Language) {
    let html = field(Self.phone, "<139>", errors: [Text("号码不对", "Not a number")], in: language).rendered()
    let words = [
      Language.zh: ("联系电话", "（选填）", "用于告知进度", "号码不对"),
      .en: ("Phone", " (optional)", "To tell you of progress", "Not a number"),
    ][language]
    let (label, optional, hint, why) = words ?? ("", "", "", "")
    #expect(
      html == """
        <div class="field wrong"><label for="phone">\(label)<span class="optional">\(optional)</span></label>\
        <div class="hint" id="phone-hint">\(hint)</div><div class="why" id="phone-error"><p>\(why)</p></div>\
        <input id="phone" name="phone" autocomplete="tel" aria-describedby="phone-hint phone-error" aria-invalid="true" \
        type="tel" value="&lt;139&gt;" class="medium"/></div>
        """)
  }

  static let kinds: [Field.Kind] = [
    .text(), .text(suggestions: ["\"甲\"", "<乙>"]), .number, .money, .telephone, .email, .identityNumber, .password,
    .date, .textarea(rows: 3), .file(accept: "image/*", multiple: true),
    .select([Choice("a", Text("甲", "A")), Choice("b", Text("乙", "B"), excludedBecause: Text("不可", "no"))]),
    .radios([Choice("a", Text("甲", "A"), hint: Text("注", "note")), Choice("b", Text("乙", "B"))]),
    .checkboxes([Choice("a", Text("甲", "A"))]),
  ]

  @Test("Every kind is labelled, described and well-formed", arguments: kinds.indices)
  func labelled(index: Int) throws {
    let question = Field("it", Text("问", "Question"), Self.kinds[index], hint: Text("注", "Hint"))
    let parsed = try #require(Parsed(field(question, "\"><script>", errors: [Text("错", "Wrong")], in: .en)))
    let ids = parsed.nodes.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains("it"))
    for control in parsed.nodes where ["input", "select", "textarea"].contains(control.name) {
      let id = try #require(control.attributes["id"])
      #expect(parsed.nodes.contains { $0.name == "label" && $0.attributes["for"] == id })
    }
    let described = parsed.nodes.compactMap { $0.attributes["aria-describedby"] }.flatMap {
      $0.split(separator: " ")
    }
    #expect(described.contains("it-hint") && described.contains("it-error"))
    #expect(described.allSatisfy { ids.contains(String($0)) })
    #expect(!parsed.nodes.contains { $0.name == "script" })
  }

  @Test(
    "What is no date comes back in a box that keeps it",
    arguments: [
      ("1970-02-18", "date"), ("", "date"), ("1970年2月", "text"), ("18/02/1970", "text"), ("1970-2-18", "text"),
      ("１９７０-０２-１８", "text"),
    ])
  func dates(typed: String, type: String) throws {
    let parsed = try #require(Parsed(field(Field("born", Text("生日", "Born"), .date), typed, in: .zh)))
    let box = try #require(parsed.nodes.first { $0.name == "input" })
    #expect(box.attributes["type"] == type)
    #expect(box.attributes["value"] == typed)
  }

  @Test("A password is never sent back")
  func password() {
    let html = field(Field("password", Text("密码", "Password"), .password), "secret-1", in: .en).rendered()
    #expect(!html.contains("secret-1"))
  }

  @Test("A first line break in a text area survives the browser, which drops one")
  func textareaNewline() {
    let question = Field("facts", Text("事实", "Facts"), .textarea(rows: 2))
    #expect(field(question, "\n一", in: .zh).rendered().contains(">\n\n一</textarea>"))
    #expect(field(question, "一\n", in: .zh).rendered().contains(">一\n</textarea>"))
  }

  @Test("What a rule excludes comes last, with its reason, and cannot be chosen")
  func excluded() throws {
    let choices = [
      Choice(
        "out", Text("李律师", "Li"), excludedBecause: Text("对方代理人（第20条）", "Acts for the other side (article 20)")),
      Choice("in", Text("张律师", "Zhang")),
    ]
    let parsed = try #require(
      Parsed(field(Field("who", Text("人选", "Who"), .radios(choices)), typed: ["out"], in: .en)))
    let inputs = parsed.nodes.filter { $0.name == "input" }
    #expect(inputs.map { $0.attributes["value"] } == ["in", "out"])
    #expect(inputs[1].attributes["disabled"] != nil && inputs[1].attributes["checked"] == nil)
    #expect(inputs[0].attributes["id"] == "who")
    #expect(parsed.text.contains("Acts for the other side (article 20)"))
  }

  @Test("The summary counts the errors and links each to its field; without errors there is none")
  func summary() throws {
    let errors = [FormError(Text("甲", "A"), field: "name"), FormError(Text("乙", "B"))]
    let parsed = try #require(Parsed(errorSummary(errors, in: .en)))
    #expect(parsed.nodes.first?.attributes == ["class": "summary", "role": "alert", "tabindex": "-1"])
    #expect(parsed.nodes.compactMap { $0.attributes["href"] } == ["#name"])
    #expect(parsed.text == "2 things to put rightAB")
    #expect(errorSummary([], in: .zh).isEmpty)
  }
}
