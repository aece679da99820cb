import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 草稿手机上传: the applicant's telephone sends papers while the clerk still fills in the form.
@Suite struct DraftUploadTests {
  private static let counter = CounterTests.path
  private static let telephone = "/applications/new/telephone"
  private static let removal = "/applications/new/draft/removal"

  @Test(arguments: TestOffice.Engine.allCases)
  func whatATelephoneSendsIsRegisteredWithTheApplication(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn("clerk")
      // Half filled in, with a file of its own: nothing of it is lost by asking for the code.
      let half = try await clerk.get(Self.counter).form(action: Self.counter)
        .fill(CounterTests.filled.merging(["facts": ""]) { $1 })
        .attach(.init("file-identity", "身份证.pdf", CounterTests.scan))
      let page = try await half.submit(to: Self.telephone)
      #expect(page.path == Self.counter + "?code=yes" && page.text.contains("class=\"qr\""))
      // While the code is shown the page asks by itself what has come.
      #expect(page.text.contains("data-minutes=\"15\""))
      #expect(try await !clerk.get(Self.counter).text.contains("data-minutes"))
      let shown = try page.form(action: Self.counter)
      #expect(shown.value("name") == "赵春兰" && page.text.contains("身份证.pdf"))
      let there = try #require(try page.links().first { $0.hasPrefix("/phone-upload/draft-") })

      let phone = open()
      let sent = try await phone.get(there).form(action: there).fill(["kind": "case"])
        .attach(.init("files", "欠条.pdf", CounterTests.scan)).submit()
      #expect(sent.status == 200 && sent.text.contains("已收到1个文件"))
      #expect(!sent.text.contains("赵春兰"))

      // The form is still open as it was: the live answer tells of it, and a save does not drop it.
      let answer = try await clerk.post("/applications/new/verdict", shown.fields)
      #expect(answer.text.contains("手机刚发来的材料") && answer.text.contains("欠条.pdf"))
      let again = try await shown.submit(to: Self.telephone)
      #expect(try again.form(action: Self.counter).values("kept").count == 2)
      let second = try await phone.get(there).form(action: there).fill(["kind": "hardship"])
        .attach(.init("files", "说明表.pdf", CounterTests.scan)).submit()
      #expect(second.status == 200)

      // Sent after the form was shown, it is registered all the same.
      let done = try await again.form(action: Self.counter).fill(["facts": "拖欠九个月工资。"]).submit()
      for file in ["身份证.pdf", "欠条.pdf", "说明表.pdf"] { #expect(done.text.contains(file), "\(file)") }

      #expect(try await !phone.get(there).text.contains("type=\"file\""))
    }
    #expect(try await office.events("draft.materials").map(\.actor) == ["孙莉", "孙莉"])
    #expect(try await office.value("SELECT COUNT(*) FROM material", as: Int.self) == 3)
    #expect(try await office.value("SELECT COUNT(*) FROM draft_upload", as: Int.self) == 0)
  }

  @Test func whatIsUntickedStaysOut() async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn("clerk")
      let there = try await draft(of: clerk).there
      _ = try await open().get(there).form(action: there).fill(["kind": "case"])
        .attach(.init("files", "别人的.pdf", CounterTests.scan)).submit()
      let form = try await clerk.get(Self.counter).form(action: Self.counter)
      #expect(form.values("kept").count == 1)
      let saved = try await form.send(["kept": []]).submit(to: "/applications/new/draft")
      #expect(!saved.text.contains("别人的.pdf"))
      let done = try await saved.form(action: Self.counter).submit()
      #expect(done.path.hasPrefix("/applications/") && !done.text.contains("别人的.pdf"))
    }
    #expect(try await office.value("SELECT COUNT(*) FROM material", as: Int.self) == 0)
  }

  @Test(arguments: TestOffice.Engine.allCases, ["registered", "thrown away"])
  func whatIsNoDraftAnyMoreTakesNothing(_ engine: TestOffice.Engine, _ end: String) async throws {
    let office = try await Fixture.office(engine)
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn("clerk")
      let (page, there) = try await draft(of: clerk)
      let phone = open()
      let first = try await phone.get(there).form(action: there).fill(["kind": "case"])
        .attach(.init("files", "欠条.pdf", CounterTests.scan))
      let late = try await phone.get(there).form(action: there).fill(["kind": "case"])
        .attach(.init("files", "后来.pdf", CounterTests.scan))
      _ = try await first.submit()
      if end == "registered" {
        _ = try await page.form(action: Self.counter).submit()
      } else {
        _ = try await page.form(action: Self.removal).submit()
      }
      let refused = try await late.submit()
      #expect(refused.status == 422 && refused.text.contains("这份申请已经登记或者草稿已经放弃"))
      let english = try await open().get(there, headers: ["Accept-Language": "en"])
      #expect(english.text.contains("its draft thrown away"))
      // Nor does a draft made afterwards take what was sent for this one.
      let next = try await clerk.get(Self.counter).form(action: Self.counter).fill(CounterTests.filled)
        .submit(to: Self.telephone)
      #expect(!next.text.contains("欠条.pdf") && !next.text.contains("后来.pdf"))
    }
    #expect(try await office.value("SELECT COUNT(*) FROM draft_upload", as: Int.self) == 0)
    #expect(try await office.events("draft.materials").count == 1)
  }

  /// Till a quarter of an hour later, only for its draft, and only files of the kinds the office keeps.
  @Test func itHoldsForOneDraftAndAQuarterOfAnHour() async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn("clerk")
      let there = try await draft(of: clerk).there
      let phone = open()
      let form = try await phone.get(there).form(action: there).fill(["kind": "case"])
      let empty = try await phone.get(there).form(action: there).submit().text
      #expect(empty.contains("href=\"#kind\"") && empty.contains("href=\"#files\""))
      let program = form.attach(.init("files", "a.exe", Array("MZ program".utf8)))
      #expect(try await program.submit().status == 422)
      for wrong in [there + "0", there.replacing("draft-", with: "")] {
        #expect(try await phone.send("GET", wrong).status == 404, "\(wrong)")
      }
      office.clock.move(to: office.clock.now.adding(minutes: UploadTicket.minutes + 1))
      let late = try await form.attach(.init("files", "欠条.pdf", CounterTests.scan)).submit()
      #expect(late.status != 200 && late.text.contains("二维码已经过期"))
    }
    #expect(try await office.events("draft.materials").isEmpty)
  }

  /// A clerk's draft with its code shown, and where the code leads.
  private func draft(of clerk: Browser) async throws -> (page: Page, there: String) {
    let page = try await clerk.get(Self.counter).form(action: Self.counter).fill(CounterTests.filled)
      .submit(to: Self.telephone)
    return (page, try #require(try page.links().first { $0.hasPrefix("/phone-upload/draft-") }))
  }
}
