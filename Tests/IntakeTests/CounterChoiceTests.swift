import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 收案选择 · What does not fit together at the counter is said at its field: matter and track, exemption and proof.
@Suite(.timeLimit(.minutes(2))) struct CounterChoiceTests {
  @Test(arguments: [
    (["matter": ["M04"], "track": ["labourArbitration"]], "track", "民事"),
    (["matter": ["M05"], "track": ["administrative"]], "track", "劳动仲裁"),
    (["proof": ["sharedDataQuery"]], "proof", "没有勾选"),
    (["claims": ["X06"], "proof": ["organNotice"]], "proof", "持有的证件"),
    (["claims": ["X01"], "proof": ["onlineECertificate"]], "proof", "信息共享查询"), (["proof": ["oath"]], "proof", "选项"),
  ])
  func whatDoesNotFit(_ wrong: [String: [String]], _ field: String, _ word: String) async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(CounterTests.path).form(action: CounterTests.path).fill(CounterTests.filled)
      let page = try await form.send(wrong).submit()
      #expect(page.status == 422)
      let said = try page.error(at: field)
      #expect(said.contains(word), "\(said)")
    }
  }

  /// What civil affairs were asked needs no paper; how it was shown stands on the page (在线政务服务规定 7).
  @Test(arguments: TestOffice.Engine.allCases)
  func aQueryNeedsNoPaper(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(CounterTests.path).form(action: CounterTests.path).fill(CounterTests.filled)
      let page = try await form.send(["claims": ["X01"], "proof": ["sharedDataQuery"]]).submit()
      #expect(page.text.contains("信息共享查询"))
      #expect(!page.text.contains("最低生活保障证"))
      let again = try await browser.get(CounterTests.path).form(action: CounterTests.path).fill(CounterTests.filled)
      let other = try await again.send(["claims": ["X01"], "proof": ["certificateHeld"]]).submit()
      #expect(other.text.contains("最低生活保障证或者民政部门数据查询结果"))
    }
  }

  /// A matter that can come in one track only decides it, whatever the form says.
  @Test(arguments: [
    ("M01", CaseTrack.stateCompensation), ("M16", .criminalAgency), ("M02", .civil),
  ])
  func theMatterDecidesTheTrack(_ matter: String, _ track: CaseTrack) async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let form = try await browser.get(CounterTests.path).form(action: CounterTests.path).fill(CounterTests.filled)
      let more = ["matter": [matter], "position": ["victim"], "organ": ["县公安局"], "stage": ["firstInstance"]]
      #expect(try await form.send(more).submit().path.hasPrefix("/applications/"))
    }
    #expect(try await office.value("SELECT track FROM aid_application", as: CaseTrack.self) == track)
  }
}
