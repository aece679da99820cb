import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 援助条件自查 · Six questions, answered by the three tests of the law alone (plan item 1).
@Suite(.timeLimit(.minutes(3))) struct SelfCheckTests {
  private static let path = "/self-check"
  private static let told: [String: [String]] = [
    "matter": ["M05"], "place": ["here"], "who": ["citizen"], "members": ["3"], "months": ["12"],
    "netIncome": ["30,000"], "side": ["others"],
  ]

  @Test(arguments: [
    ([:], "很可能符合条件", "《法律援助条例》第10条第（5）项"), (["netIncome": ["57,600.00"]], "很可能符合条件", "57,600.00"),
    (["netIncome": ["57,600.01"]], "按所填收入超过标准", "超过经济困难标准"),
    (["netIncome": [], "members": [], "months": []], "还要说明经济困难", "经济状况证明"),
    (["netIncome": [], "claims": ["X01"]], "很可能符合条件", "最低生活保障证"), (["matter": ["other"]], "不在援助范围", "可以来咨询"),
    (["who": ["foreigner"]], "请来问一问", "外国人"), (["side": ["household"]], "还要说明经济困难", "还没有填写经济状况"),
    (["side": ["household"], "ownIncome": ["19,200"]], "很可能符合条件", "1人的净收入"),
    (["side": ["suspect"], "matter": []], "很可能符合条件", "《法律援助条例》第11条第（1）项"),
    (["place": ["elsewhere"]], "很可能符合条件", "第14条"), (["who": ["family"]], "很可能符合条件", "代理权证明"),
  ])
  func theAnswer(_ change: [String: [String]], _ headline: String, _ word: String) async throws {
    let office = try await Fixture.office()
    let before = try await office.value("SELECT COUNT(*) FROM event", as: Int.self)
    let told = Self.told.merging(change) { $1 }
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("lawyer")
      let page = try await browser.get(Self.path).form(action: Self.path).send(told).submit()
      #expect(page.status == 200)
      let words = try page.words()
      #expect(words.contains(headline) && words.contains(word), "\(words)")
      let again = try page.form(action: Self.path)
      for (name, values) in told { #expect(again.values(name).filter { !$0.isEmpty } == values, "\(name)") }
      // A lawyer registers nobody.
      #expect(!page.text.contains("带到收案台登记"))
    }
    // Signing in is all that was recorded.
    #expect(try await office.value("SELECT COUNT(*) FROM event", as: Int.self) == (before ?? 0) + 1)
    #expect(try await office.value("SELECT COUNT(*) FROM draft", as: Int.self) == 0)
  }

  @Test(
    arguments: [
      (["side": []], "side"), (["place": []], "place"), (["who": []], "who"), (["matter": []], "matter"),
      (["netIncome": ["许多"]], "netIncome"), (["members": []], "members"), (["months": ["99"]], "months"),
      (["groups": ["student"]], "groups"),
    ] as [([String: [String]], String)])
  func whatIsWrongStandsAtItsField(_ wrong: [String: [String]], _ field: String) async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(Self.path).form(action: Self.path)
      let page = try await form.send(Self.told.merging(wrong) { $1 }).submit()
      #expect(page.status == 422)
      #expect(try !page.error(at: field).isEmpty)
    }
  }

  /// Whoever registers takes the answers to the counter; a draft that stands there is not written over.
  @Test(arguments: TestOffice.Engine.allCases)
  func toTheCounter(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let told = Self.told.merging(["groups": ["farmer"], "claims": ["X01"]]) { $1 }
      let page = try await browser.get(Self.path).form(action: Self.path).send(told).submit()
      let carry = try page.form(action: Self.path + "/counter")
      let counter = try await carry.submit()
      #expect(counter.path == CounterTests.path)
      let form = try counter.form(action: CounterTests.path)
      for (name, value) in ["matter": "M05", "members": "3", "netIncome": "30,000", "track": "civil"] {
        #expect(form.value(name) == value, "\(name)")
      }
      #expect(form.values("groups") == ["farmer"] && form.values("claims") == ["X01"])
      let second = try await carry.submit()
      #expect(second.status == 422 && second.text.contains("没有登记完的草稿"))
      let other = open()
      try await other.signIn("reviewer")
      #expect(try await other.get(Self.path).status == 200)
    }
    #expect(try await office.value("SELECT COUNT(*) FROM draft", as: Int.self) == 1)
  }
}
