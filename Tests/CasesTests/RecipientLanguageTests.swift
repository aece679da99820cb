import Cases
import Intake
import Kernel
import Localization
import Registry
import Storage
import TestSupport
import Testing

/// 沟通语言: what the recipient speaks, as it was asked at the counter, weighs at the assignment.
@Suite struct RecipientLanguageTests {
  /// The guess by group holds only where nothing was recorded.
  @Test(
    arguments: TestOffice.Engine.allCases,
    [
      (nil, ["手语"]), (.chinese, []), (.other(.sign), ["手语"]), (.other(.yi), ["彝语"]),
      (.other(.english), []),
    ] as [(RecipientLanguage?, [String])])
  func whoSpeaksItComesFirst(_ engine: TestOffice.Engine, _ known: (RecipientLanguage?, [String])) async throws {
    let office = try await CaseFlow.office(engine)
    let flow = try await CaseFlow.open(office, groups: [.disabled], language: known.0)
    let speaker = try #require(try await flow.lawyer("lawyer3").person)
    _ = try await office.services.database.write(serial: office.county.uuid) { [speaker] tx in
      try tx.run("UPDATE legal_aid_person SET languages = 'sign;yi' WHERE id = \(speaker)")
    }
    let aidCase = try await flow.aidCase
    let candidates = try await office.services.database.read {
      try Candidates.of(aidCase, on: CaseFlow.assigned, $0)
    }
    let said = candidates.flatMap { one in one.reasons.map { (one.person.id, $0.zh) } }
      .filter { $0.1.hasPrefix("语言：") }
    #expect(said.map(\.1) == known.1.map { "语言：" + $0 })
    #expect(said.allSatisfy { $0.0 == speaker })
    if !known.1.isEmpty { #expect(candidates.first?.person.id == speaker) }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func theCaseShowsIt(_ engine: TestOffice.Engine) async throws {
    let office = try await CaseFlow.office(engine)
    let signs = try await CaseFlow.open(office, language: .other(.sign))
    let unasked = try await CaseFlow.open(office, recipient: "李秀兰")
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("assigner")
      let page = try await browser.get("/cases/\(signs.id)")
      #expect(page.text.contains("沟通语言") && page.text.contains("手语"))
      #expect(
        try await browser.get("/cases/\(signs.id)", headers: ["Accept-Language": "en"]).text.contains(
          "Sign language"))
      #expect(try await !browser.get("/cases/\(unasked.id)").text.contains("沟通语言"))
    }
  }
}
