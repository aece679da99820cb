import Foundation
import Intake
import Kernel
import Localization
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Approvals") struct ApprovalsTests {
  private let path = "/approvals"

  private func reviewed(
    _ office: TestOffice, _ recommendation: Recommendation = .grant, by reviewer: Principal? = nil
  )
    async throws -> ApplicationID
  {
    let id = try await office.accepted()
    let review = ReviewApplication(id, recommendation, opinion: "三项审查均已核对。")
    if let reviewer {
      try await office.runner.run(review, as: reviewer)
    } else {
      try await office.run("reviewer", review)
    }
    return id
  }

  private func version(_ id: ApplicationID, _ office: TestOffice) async throws -> String {
    "\(id)@\(try await office.application(id).version)"
  }

  @Test(
    "Several are granted in one submission, each with its event and papers", arguments: TestOffice.Engine.allCases)
  func severalAtOnce(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let (one, other, third) = (
      try await reviewed(office), try await reviewed(office), try await reviewed(office, .refuse)
    )
    let chosen = [try await version(one, office), try await version(other, office)]
    try await office.browse { open in
      let director = open()
      try await director.signIn("director")
      let page = try await director.get(path)
      #expect(page.text.contains("F09 给予法律援助决定书"))
      #expect(page.text.contains("应当写明理由，请单独审批"))
      #expect(!page.text.contains("value=\"\(third)@"))
      let form = try page.form(action: path)
      let nothing = try await form.submit()
      #expect(nothing.status == 422)
      #expect(nothing.text.contains("请至少选择一件申请"))
      let sent: [(name: String, value: String)] =
        chosen.map { (name: "chosen", value: $0) } + [
          ("csrf", form.value("csrf")), ("token", form.value("token")), ("opinion", "同意。"),
        ]
      let done = try await director.post(path, sent)
      #expect(done.text.contains("已签发2件"))
      // Sent twice, each is answered with its first result.
      _ = try await director.post(path, sent)
    }
    for id in [one, other] {
      #expect(try await office.application(id).state == .granted)
      #expect(try await office.papers(id).map(\.form) == ["F02", "F05", "F08", "F09"])
    }
    #expect(try await office.countOfEvents("application.granted") == 2)
    #expect(try await office.application(third).state == .pendingApproval)
  }

  @Test("What one refuses is listed with its reason; the others are granted and nothing typed is lost")
  func oneRefuses() async throws {
    let office = try await Fixture.office()
    let (one, changed) = (try await reviewed(office), try await reviewed(office))
    let chosen = [try await version(one, office), try await version(changed, office)]
    try await office.run("clerk", HandInMaterials(changed, [MaterialHandedIn(code: "case", name: "欠条")]))
    try await office.browse { open in
      let director = open()
      try await director.signIn("director")
      let form = try await director.get(path).form(action: path)
      let page = try await director.post(
        path,
        chosen.map { (name: "chosen", value: $0) } + [
          ("csrf", form.value("csrf")), ("token", form.value("token")), ("opinion", "同意，请尽快指派。"),
        ])
      #expect(page.status == 422)
      #expect(page.text.contains("已签发1件：青援申字〔2016〕第1号"))
      #expect(page.text.contains("青援申字〔2016〕第2号：在您填写期间"))
      #expect(try page.form(action: path).value("opinion") == "同意，请尽快指派。")
    }
    #expect(try await office.application(one).state == .granted)
    #expect(try await office.application(changed).state == .pendingApproval)
  }

  /// AT-10.6: what the director reviewed himself stands last, cannot be chosen, and is refused and logged when sent.
  @Test func whatOneReviewedCannotBeChosen() async throws {
    let office = try await Fixture.office()
    let director = try await office.principal("director")
    let both = Principal(
      user: try #require(director.user), name: director.name, county: director.county,
      agency: try #require(director.agency), agencyKind: director.agencyKind, agencyName: director.agencyName,
      roles: [.reviewer, .director], agencies: director.agencies)
    let own = try await reviewed(office, by: both)
    let other = try await reviewed(office)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      let page = try await browser.get(path)
      #expect(page.text.contains("审查人和审批人不能是同一人"))
      #expect(!page.text.contains("value=\"\(own)@"))
      let text = page.text
      let places = [other, own].compactMap { text.range(of: "/applications/\($0)/approval")?.lowerBound }
      #expect(places.count == 2 && places[0] < places[1])
      let form = try page.form(action: path)
      let sent = try await browser.post(
        path,
        [
          ("chosen", try await version(own, office)), ("csrf", form.value("csrf")), ("token", form.value("token")),
          ("opinion", "同意。"),
        ])
      #expect(sent.status == 422)
    }
    #expect(try await office.application(own).state == .pendingApproval)
    #expect(try await office.countOfEvents("action.refused") == 1)
  }

  @Test("Whoever has a second factor is asked for it once for all of them", arguments: TestOffice.Engine.allCases)
  func theSecondFactorIsAskedOnce(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let (one, other) = (try await reviewed(office), try await reviewed(office))
    let chosen = [try await version(one, office), try await version(other, office)]
    let secret = TOTP.newSecret()
    @Sendable func code() -> String { TOTP.code(secret, step: TOTP.step(at: office.clock.now)) }
    try await office.browse { open in
      let director = open()
      try await director.signIn("director")
      #expect(try await !director.get(path).text.contains(SecondFactor.name))
      try await office.run("director", BeginSecondFactor(secret: secret))
      try await office.run("director", EnrolSecondFactor(code: code(), recoveryCodes: []))
      office.clock.move(to: office.clock.now.adding(milliseconds: 30_000))
      let form = try await director.get(path).form(action: path)
      let sent: [(name: String, value: String)] =
        chosen.map { (name: "chosen", value: $0) } + [
          ("csrf", form.value("csrf")), ("token", form.value("token")), ("opinion", "同意。"),
        ]
      let wrong = try await director.post(path, sent + [(name: SecondFactor.name, value: "000000")])
      #expect(wrong.status == 422)
      #expect(try await office.countOfEvents("application.granted") == 0)
      let signed = try await director.post(path, sent + [(name: SecondFactor.name, value: code())])
      #expect(signed.text.contains("已签发2件"))
    }
    #expect(try await office.countOfEvents("application.granted") == 2)
  }
}
