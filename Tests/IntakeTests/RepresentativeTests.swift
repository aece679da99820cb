import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 代为申请、口头申请: who may apply for the applicant, and what the form then says (条例 16, 17; 法律援助法 38, 40; step A1).
@Suite struct RepresentativeTests {
  private static let path = "/applications/new"
  private static let mother = Representative(
    .statutoryAgent, name: "周慧", identityNumber: "320999198501011237", phone: "13912340001")

  @Test(arguments: TestOffice.Engine.allCases)
  func theAgentStandsOnTheForm(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    var told = Fixture.told
    told.representative = Self.mother
    told.isOral = true
    let id = try await office.register(Fixture.person, told)
    let telling = try await office.application(id).telling(office.services.keys)
    #expect(telling.representative == Self.mother && telling.isOral == true)
    let form = try #require(try await office.papers(id).first { $0.form == "F02" })
    let fields = try form.fields(office.services.keys)
    #expect(fields["representative"] == "周慧，法定代理人")
    #expect(fields["manner"] == "口头申请，由孙莉记录并已宣读，由申请人签名或者按指印确认")
    // What was told of the agent is nowhere in clear.
    let stored = try #require(
      try await office.value("SELECT told_sealed FROM aid_application", as: [UInt8].self))
    #expect(!String(decoding: stored, as: UTF8.self).contains("周慧"))
  }

  /// Near relatives apply since 2022 only; never an opposing party, nor the applicant himself.
  @Test(arguments: [("2016-04-29", true), ("2021-12-31", true), ("2022-01-01", false)])
  func whoMayNot(_ day: String, _ isRefused: Bool) async throws {
    let office = try await Fixture.office(at: Fixture.at(day, hour: 10))
    func refusals(_ representative: Representative) async throws -> [String] {
      var told = Fixture.told
      told.representative = representative
      do {
        _ = try await office.register(Fixture.person, told)
        return []
      } catch let refusals as Refusals {
        return refusals.all.map(\.key)
      }
    }
    #expect(
      try await refusals(Representative(.nearRelative, name: "周慧"))
        == (isRefused ? ["representative.notYet"] : []))
    #expect(try await refusals(Representative(.statutoryAgent, name: "王五")) == ["representative.opponent"])
    #expect(try await refusals(Representative(.entrusted, name: "赵春兰")) == ["representative.himself"])
    #expect(try await refusals(Self.mother) == [])
  }

  @Test func throughTheCounter() async throws {
    let office = try await Fixture.office()
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn("clerk")
      let form = try await clerk.get(Self.path).form(action: Self.path).fill(CounterTests.filled)
      let half = try await form.fill(["representativeName": "周慧"]).submit()
      #expect(half.status == 422 && half.text.contains("href=\"#relation\""))
      #expect(try half.form(action: Self.path).value("representativeName") == "周慧")
      let live = try await clerk.post(
        "/applications/new/verdict", form.fill(["relation": "statutoryAgent"]).fields)
      #expect(live.text.contains("代理权证明"))
      let whole = [
        "relation": "statutoryAgent", "representativeName": "周慧", "representativePhone": "139 1234 0001",
        "oral": "yes",
      ]
      let page = try await form.fill(whole).submit()
      #expect(page.path.hasPrefix("/applications/"))
      let words = try page.words()
      for shown in ["周慧、法定代理人、139****0001", "口头申请，由工作人员记录", "代理权证明"] { #expect(words.contains(shown), "\(shown)") }
    }
  }
}
