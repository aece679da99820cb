import Intake
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct CounterTests {
  static let path = "/applications/new"
  static let filled = [
    "identityNumber": Fixture.identityNumber, "name": "赵春兰", "phone": "139-1234-6210", "address": "河东镇柳湾村三组",
    "township": "河东镇", "matter": "M05", "cause": "追索劳动报酬", "opposing": "宏达建筑劳务有限公司", "facts": "拖欠九个月工资。",
    "members": "3", "months": "12", "netIncome": "30,000",
  ]
  static let scan = Array("%PDF-1.4 a scan".utf8)

  @Test func oneScreenRegistersAnApplication() async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(Self.path).form(action: Self.path).fill(Self.filled)
      let page = try await form.attach(.init("file-identity", "身份证 正面.pdf", Self.scan)).submit()
      #expect(page.status == 200)
      #expect(page.path.hasPrefix("/applications/"))
      for shown in ["青援收字〔2016〕第1号", "接下来", "320999********2184", "139****6210", "身份证 正面.pdf"] {
        #expect(page.text.contains(shown), "\(shown)")
      }
      #expect(!page.text.contains(Fixture.identityNumber))
    }
    #expect(try await office.value("SELECT COUNT(*) FROM aid_application", as: Int.self) == 1)
    #expect(try await office.value("SELECT COUNT(*) FROM attachment", as: Int.self) == 1)
    #expect(try await office.value("SELECT COUNT(*) FROM draft", as: Int.self) == 0)
  }

  /// 沟通语言 · Chinese unless another is chosen; kept with the application and shown there.
  @Test(
    arguments: TestOffice.Engine.allCases, [("chinese", "汉语"), ("dialect", "本地方言")])
  func theLanguageOfTheApplicantIsKept(
    _ engine: TestOffice.Engine, _ chosen: (String, String)
  ) async throws {
    let office = try await Fixture.office(engine)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(Self.path).form(action: Self.path)
      #expect(form.value("language") == "chinese")
      let wrong = try await form.fill(Self.filled).send(["language": ["klingon"]]).submit()
      #expect(wrong.status == 422 && wrong.text.contains("沟通语言：请从列出的选项中选择。"))
      let page = try await wrong.form(action: Self.path).send(["language": [chosen.0]]).submit()
      #expect(page.path.hasPrefix("/applications/"))
      #expect(page.text.contains("沟通语言") && page.text.contains(chosen.1))
    }
    #expect(try await office.value("SELECT language FROM aid_application", as: String.self) == chosen.0)
  }

  @Test func everyErrorIsSaidAtOnceAndNothingIsLost() async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let wrong = Self.filled.merging([
        "identityNumber": "320999199202182184", "phone": "12", "netIncome": "很多", "cause": "", "servedAt": "昨天",
      ]) { $1 }
      let form = try await browser.get(Self.path).form(action: Self.path).fill(wrong).fill(["claims": "X01"])
      let page = try await form.attach(.init("file-case", "欠条😀.pdf", Self.scan)).submit()
      #expect(page.status == 422)
      for name in ["identityNumber", "phone", "netIncome", "cause", "servedAt"] {
        #expect(page.text.contains("href=\"#\(name)\""), "\(name)")
      }
      let again = try page.form(action: Self.path)
      for (name, value) in wrong { #expect(again.value(name) == value, "\(name)") }
      #expect(again.values("claims") == ["X01"])
      #expect(page.text.contains("欠条😀.pdf"))
      let done = try await again.fill(Self.filled).fill(["servedAt": "2016-04-29 09:30"]).submit()
      #expect(done.text.contains("欠条😀.pdf"))
    }
    #expect(try await office.value("SELECT name FROM attachment", as: String.self) == "欠条😀.pdf")
  }

  /// A file of the store is named only by a token that this office made for this person.
  @Test func aForgedFileIsLeftOut() async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let forged =
        String(repeating: "0", count: 64)
        + #"|{"code":"case","file":{"mediaType":"x","name":"x","sha256":"0","size":1}}"#
      let form = try await browser.get(Self.path).form(action: Self.path).fill(Self.filled)
      let page = try await form.send(["kept": [forged, "|", ""]]).submit()
      #expect(page.status == 200)
    }
    #expect(try await office.value("SELECT COUNT(*) FROM attachment", as: Int.self) == 0)
  }

  @Test func theRulesAnswerWhileOneTypes() async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(Self.path).form(action: Self.path).fill(Self.filled)
      let answer = try await browser.post("/applications/new/verdict", form.fields)
      for shown in ["符合条件", "女，46岁，1970年2月18日生", "《法律援助条例》第10条第（5）项", "id=\"answer\""] {
        #expect(answer.text.contains(shown), "\(shown)")
      }
      let half = form.send(["netIncome": ["abc"], "identityNumber": ["3"]])
      let unsure = try await browser.post("/applications/new/verdict", half.fields)
      #expect(unsure.status == 200)
      #expect(unsure.text.contains("尚不能判断"))
    }
  }

  /// Begun on one machine, a draft goes on at another; nobody else sees it.
  @Test func aDraftIsKeptResumedAndThrownAway() async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(Self.path).form(action: Self.path).fill(Self.filled)
      _ = try await browser.post("/applications/new/verdict", form.fields)
      let resumed = try await browser.get(Self.path)
      #expect(try resumed.form(action: Self.path).value("opposing") == "宏达建筑劳务有限公司")
      #expect(try resumed.form(action: Self.path).value("matter") == "M05")
      let elsewhere = open()
      try await elsewhere.signIn("clerk")
      #expect(try await elsewhere.get(Self.path).form(action: Self.path).value("facts") == "拖欠九个月工资。")
      let other = open()
      try await other.signIn("clerk2")
      #expect(try await other.get(Self.path).form(action: Self.path).value("name") == "")
      let fresh = try await resumed.form(action: "/applications/new/draft/removal").submit()
      #expect(try fresh.form(action: Self.path).value("name") == "")
    }
  }

  /// The last live answer may arrive after the form itself; the next person must not find it.
  @Test func aLateAnswerLeavesNoDraft() async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(Self.path).form(action: Self.path).fill(Self.filled)
      _ = try await form.submit()
      _ = try await browser.post("/applications/new/verdict", form.fields)
    }
    #expect(try await office.value("SELECT COUNT(*) FROM draft", as: Int.self) == 0)
  }

  @Test func aDraftIsStoredEncrypted() async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(Self.path).form(action: Self.path).fill(Self.filled)
      _ = try await browser.post("/applications/new/draft", form.fields)
    }
    let stored = try #require(try await office.value("SELECT fields_sealed FROM draft", as: [UInt8].self))
    #expect(!String(decoding: stored, as: UTF8.self).contains("赵春兰"))
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func whoCameBeforeIsKnown(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let earlier = try await office.register()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      let form = try await browser.get(Self.path).form(action: Self.path)
        .fill(["identityNumber": Fixture.identityNumber, "opposing": "赵春兰"])
      let answer = try await browser.post("/applications/new/verdict", form.fields)
      #expect(answer.text.contains("此人以前的申请"))
      #expect(answer.text.contains("可能的利益冲突"))
      #expect(answer.text.contains("/applications/\(earlier)"))
    }
  }

  /// Whatever stands in a field, the form answers with a message, never with an error page.
  @Test(arguments: [
    "", "😀", "\u{202E}abc", "<script>alert(1)</script>", "' OR 1=1 --", "９９９", "-1",
    String(repeating: "长", count: 9_000),
  ])
  func hostileValues(_ value: String) async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(Self.path).form(action: Self.path)
      let names = Set(form.fields.map(\.name)).subtracting(["csrf", "token"]).union(["groups", "claims", "stage"])
      let page = try await form.send(Dictionary(uniqueKeysWithValues: names.map { ($0, [value]) })).submit()
      #expect(page.status == 422)
      #expect(!page.text.contains("<script>alert"))
      let answer = try await browser.post("/applications/new/verdict", page.form(action: Self.path).fields)
      #expect(answer.status == 200)
    }
  }
}
