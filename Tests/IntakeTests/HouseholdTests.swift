import Intake
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 家庭逐人填写 · The household told member by member at the counter, to the review and its paper.
@Suite(.timeLimit(.minutes(2))) struct HouseholdTests {
  private static let people = CounterTests.filled.merging([
    "members": "", "netIncome": "", "kin0Wage": "12,000", "kin1Name": "周建国", "kin1Relation": "spouse",
    "kin1Wage": "10,000.50", "kin1Business": "7,999.50", "expenses": "3,000", "houses": "1",
  ]) { $1 }

  @Test(arguments: TestOffice.Engine.allCases)
  func theSumsAreReckonedAndPrinted(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(CounterTests.path).form(action: CounterTests.path)
      let live = try await browser.post("/applications/new/verdict", form.fill(Self.people).fields)
      #expect(live.text.contains("¥30,000.00 ≤ ¥1,600.00 × 12 × 2 = ¥38,400.00"))
      let page = try await form.fill(Self.people).submit()
      #expect(page.path.hasPrefix("/applications/"))
      for shown in ["共同生活2人，12个月净收入¥30,000.00", "配偶周建国：工资 ¥10,000.50", "重大支出 ¥3,000.00", "住房1套"] {
        #expect(page.text.contains(shown), "\(shown)")
      }
      let reviewer = open()
      try await reviewer.signIn("reviewer")
      #expect(try await reviewer.get(page.path).text.contains("配偶周建国"))
    }
    let id = try #require(try await office.value("SELECT id FROM aid_application", as: ApplicationID.self))
    try await office.run("receptionist", AcceptApplication(id))
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    let review = try #require(try await office.papers(id).first { $0.form == "F08" })
    let fields = try review.fields(office.services.keys)
    #expect(fields["household"]?.contains("配偶周建国：工资 ¥10,000.50、经营 ¥7,999.50、其他 ¥0.00") == true)
    #expect(fields["hardshipTest"]?.contains("计算：¥30,000.00 ≤ ¥1,600.00 × 12 × 2 = ¥38,400.00") == true)
    let told = try #require(
      try await office.value("SELECT told_sealed FROM aid_application", as: [UInt8].self))
    #expect(!String(decoding: told, as: UTF8.self).contains("周建国"))
  }

  /// 程序规定 2012, 15(2): the opposing party among the family is known by the name.
  @Test func theOpponentOfTheHouseholdIsLeftOut() async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let told = Self.people.merging(["matter": "M04", "cause": "抚养费", "opposing": "周建国"]) { $1 }
      let page = try await browser.get(CounterTests.path).form(action: CounterTests.path).fill(told).submit()
      #expect(page.text.contains("12个月、1人的净收入共¥12,000.00"))
      #expect(page.text.contains("对方当事人，不计入"))
    }
  }

  /// What is wrong stands at the field that was typed in, all at once, and nothing typed is lost.
  @Test(arguments: [
    (["netIncome": "30,001"], "netIncome", "¥30,000.00"), (["members": "3"], "members", "2人"),
    (["ownIncome": "1"], "ownIncome", "¥12,000.00"), (["kin2Wage": "1"], "kin2Wage", "姓名"),
    (["kin2Name": "周小"], "kin2Name", "关系"), (["kin2Relation": "child"], "kin2Relation", "姓名"),
    (["kin1Other": "许多"], "kin1Other", "其他收入"),
    (["months": "6"], "months", "请按12个月填写"), (["months": ""], "months", "收入计算月数"),
  ])
  func whatIsWrongIsSaidAtItsField(_ wrong: [String: String], _ field: String, _ word: String) async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let told = Self.people.merging(wrong) { $1 }
      let page = try await browser.get(CounterTests.path).form(action: CounterTests.path).fill(told).submit()
      #expect(page.status == 422)
      #expect(try page.error(at: field).contains(word))
      let again = try page.form(action: CounterTests.path)
      for (name, value) in told { #expect(again.value(name) == value, "\(name)") }
    }
    #expect(try await office.value("SELECT COUNT(*) FROM aid_application", as: Int.self) == 0)
  }

  /// Without any script: keeping the draft shows one more row.
  @Test func anotherRowComesWithTheDraft() async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(CounterTests.path).form(action: CounterTests.path)
      let more = try await form.fill(Self.people.merging(["kin2Name": "周小", "kin2Relation": "child"]) { $1 })
        .submit(to: "/applications/new/draft").form(action: CounterTests.path)
      #expect(more.value("kin2Name") == "周小")
      #expect(more.fields.contains { $0.name == "kin3Name" })
      #expect(!more.fields.contains { $0.name == "kin4Name" })
    }
  }
}
