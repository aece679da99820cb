import Consultations
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct ConsultationPageTests {
  static let path = "/consultations/new"
  static let filled = [
    "name": "赵春兰", "identityNumber": Fixture.identityNumber, "phone": "139-1234-6210", "address": "柳湾村三组",
    "township": "河东镇", "topic": "labourPay", "cause": "追索劳动报酬", "opposing": "宏达公司", "content": "被拖欠九个月工资。",
    "answer": "可以申请劳动仲裁。",
  ]

  /// From the question to the application, with nothing typed twice.
  @Test(arguments: TestOffice.Engine.allCases)
  func aConsultationBecomesAnApplication(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at("2016-03-07", 10))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(Self.path).form(action: Self.path).fill(Self.filled)
      let page = try await form.fill(["reminded": "yes"]).submit()
      #expect(page.status == 200)
      for shown in ["青援咨字〔2016〕第1号", "已答复", "139****6210", "当日录入", "已告知有权申请法律援助"] {
        #expect(page.text.contains(shown), "\(shown)")
      }
      #expect(!page.text.contains(Fixture.identityNumber))
      let link = try #require(try page.links().first { $0.hasPrefix("/applications/new?from=") })
      let counter = try await browser.get(link).form(action: "/applications/new")
      for (name, value) in [
        "name": "赵春兰", "identityNumber": Fixture.identityNumber, "phone": "13912346210", "address": "柳湾村三组",
        "township": "河东镇", "matter": "M05", "cause": "追索劳动报酬", "opposing": "宏达公司", "facts": "被拖欠九个月工资。",
      ] { #expect(counter.value(name) == value, "\(name)") }
      let done = try await counter.submit()
      #expect(done.path.hasPrefix("/applications/"))
      let after = try await browser.get(page.path)
      #expect(after.text.contains("已办结") && after.text.contains("查看申请"))
      let again = try await counter.submit()
      #expect(again.path == done.path)
    }
    #expect(
      try await office.value("SELECT COUNT(*) FROM consultation WHERE application IS NOT NULL", as: Int.self) == 1)
  }

  /// A draft of one consultation's application is not the draft of another's.
  @Test func eachHasItsOwnDraft() async throws {
    let office = try await TestOffice(at: Fixture.at("2016-03-07", 10))
    let id = try await office.run("clerk", RecordConsultation(Fixture.who, Fixture.told(), .later))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let plain = try await browser.get("/applications/new").form(action: "/applications/new").fill(["cause": "甲"])
      _ = try await browser.post("/applications/new/verdict", plain.fields)
      let from = try await browser.get("/applications/new?from=\(id)").form(action: "/applications/new")
      #expect(from.value("cause") == "追索劳动报酬")
      _ = try await browser.post("/applications/new/verdict", from.fill(["cause": "乙"]).fields)
      #expect(try await browser.get("/applications/new").form(action: "/applications/new").value("cause") == "甲")
      let resumed = try await browser.get("/applications/new?from=\(id)").form(action: "/applications/new")
      #expect(resumed.value("cause") == "乙")
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func whoAskedBeforeIsKnown(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at("2016-03-07", 10))
    let id = try await office.run("clerk", RecordConsultation(Fixture.who, Fixture.told(), .later))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(Self.path).form(action: Self.path).fill(["phone": "139-1234-6210"])
      let known = try await browser.post("/consultations/new/known", form.fields)
      #expect(known.text.contains("/consultations/\(id)"))
      let counter = try await browser.get("/applications/new").form(action: "/applications/new")
        .fill(["identityNumber": Fixture.identityNumber])
      let answer = try await browser.post("/applications/new/verdict", counter.fields)
      #expect(answer.text.contains("/consultations/\(id)"))
      let other = open()
      try await other.signIn("clerk2")
      let theirs = try await other.post(
        "/consultations/new/known",
        other.get(Self.path).form(action: Self.path).fill(["phone": "13912346210"]).fields)
      #expect(!theirs.text.contains("/consultations/\(id)"))
    }
  }

  @Test func theListIsFiltered() async throws {
    let office = try await TestOffice(at: Fixture.at("2016-03-07", 10))
    let letter = try await office.run(
      "receptionist", RecordConsultation(Fixture.who, Fixture.told(.letter), .later))
    let visit = try await office.run(
      "clerk", RecordConsultation(Consulter(name: "钱一"), Fixture.told(.visit, .family), .answered(Fixture.answer)))
    try await office.run("clerk", RecordDrafting(visit, .complaint, title: "起诉状", on: .literal(2016, 3, 7)))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      let all = try await browser.get("/consultations")
      #expect(all.text.contains("共2次咨询，代拟法律文书1件"))
      for (query, shown) in [
        ("channel=letter", letter), ("state=answered", visit), ("topic=family", visit),
      ] {
        let page = try await browser.get("/consultations?\(query)")
        #expect(page.text.contains("共1次咨询"), "\(query)")
        #expect(page.text.contains("/consultations/\(shown)"), "\(query)")
      }
      let work = try await browser.get("/work")
      #expect(work.text.contains("/consultations/\(letter)/handling"))
    }
  }
}
