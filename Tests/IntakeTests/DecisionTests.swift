import Intake
import Kernel
import Localization
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct DecisionTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func aGrantMakesItsPapersAndStopsTheClock(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.reviewed()
    office.clock.move(to: Fixture.at("2016-05-03", hour: 9))
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    let application = try await office.application(id)
    #expect(application.state == .granted)
    #expect(application.review?.name == "陈洁")
    #expect(application.approval?.name == "刘卫国")
    #expect(application.approval?.on == Day("2016-05-03"))
    #expect(try await office.deadlines(id).isEmpty)
    let papers = try await office.papers(id)
    #expect(papers.map(\.form) == ["F02", "F05", "F08", "F09"])
    #expect(papers.map(\.number).suffix(2) == ["青援审字〔2016〕第1号", "青援决字〔2016〕第1号"])
    #expect(papers.last?.approver == application.approval?.by)
    #expect(
      try await office.events(id) == [
        "application.granted", "application.reviewed", "application.accepted", "application.received",
      ])
  }

  @Test func aRefusalNamesItsReason() async throws {
    let office = try await Fixture.office()
    let id = try await office.reviewed(.refuse)
    let silent = try await refusals {
      try await office.run("director", ApproveApplication(id, .refuse, opinion: "同意审查意见。"))
    }
    #expect(silent.map(\.key) == ["application.reasonMissing"])
    #expect(try await office.application(id).state == .pendingApproval)
    try await office.run("director", ApproveApplication(id, .refuse, opinion: "同意审查意见。", reason: "家庭收入超过标准。"))
    #expect(try await office.application(id).state == .refused)
    let papers = try await office.papers(id)
    #expect(papers.last?.form == "F10")
    #expect(papers.last?.number == "青援不决字〔2016〕第1号")
    #expect(try await office.countOfEvents("application.refused") == 1)
    #expect(try await office.countOfEvents("application.granted") == 0)
  }

  /// AT-10.6: who reviewed an application may not approve it; the attempt is in the audit log.
  @Test func theReviewerMayNotApprove() async throws {
    let office = try await Fixture.office()
    let both = try await office.addUser("both", [.reviewer, .director])
    let id = try await office.accepted()
    try await office.runner.run(ReviewApplication(id, .grant, opinion: "符合条件。"), as: both)
    let refused = try await refusals {
      try await office.runner.run(ApproveApplication(id, .grant, opinion: "同意。"), as: both)
    }
    #expect(refused == [SeparationRules.reviewerMayNotApprove])
    #expect(try await office.application(id).state == .pendingApproval)
    #expect(try await office.countOfEvents("action.refused") == 1)
    #expect(try await office.papers(id).map(\.form) == ["F02", "F05"])
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    #expect(try await office.application(id).state == .granted)
  }

  /// The verdict that a decision rests on is the one of its review, whatever the line becomes afterwards.
  @Test func theReviewKeepsTheVerdict() async throws {
    let office = try await Fixture.office()
    let id = try await office.reviewed()
    let lower = HardshipLine(amountFen: 1, unit: .month, from: Day("2016-01-02"))
    try await office.runner.run(SetHardshipLine(lower), as: .system(office.county))
    let application = try await office.application(id)
    let kept = try application.verdict(office.services.keys)
    #expect(kept.outcome == .qualifies)
    #expect(kept.tests.map(\.result) == [.pass, .pass, .pass])
    #expect(kept[.matter]?.basis.map(\.zh) == ["《法律援助条例》第10条第（5）项"])
    let county = office.county
    let anew = try await office.services.database.read { reader in
      try application.judge(office.services.keys, reader).outcome
    }
    #expect(anew == .refuse)
    #expect(county == application.county)
  }

  @Test func nothingIsDecidedBeforeTheReview() async throws {
    let office = try await Fixture.office()
    let id = try await office.accepted()
    let refused = try await refusals {
      try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    }
    #expect(refused.map(\.key) == ["wrong-state"])
  }

  @Test func oneOfTwoDecisionsWins() async throws {
    let office = try await Fixture.office()
    let id = try await office.reviewed()
    let shown = Submission(version: try await office.application(id).version)
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"), shown)
    let refused = try await refusals {
      try await office.run("director", ApproveApplication(id, .refuse, opinion: "不同意。", reason: "理由"), shown)
    }
    #expect(refused.map(\.key) == [Refusal.changedMeanwhile.key])
    #expect(try await office.papers(id).map(\.form) == ["F02", "F05", "F08", "F09"])
  }
}

extension TestOffice {
  /// Somebody of the centre, or of another agency, with roles of the test's own; who gives no password cannot sign in.
  func addUser(
    _ login: String, _ roles: [Role], at agency: AgencyID? = nil, password: String? = nil
  ) async throws -> Principal {
    let (county, today) = (county, clock.now.day)
    let centre = try await services.database.read { try AgencyTable.only(.centre, in: county, $0) }
    let hash = if let password { try await Password.hash(password) } else { "-" }
    let id = try await runner.run(
      AddUser(
        login: login, name: "测试", passwordHash: hash, mustChange: false,
        grants: roles.map { Grant(role: $0, agency: agency ?? centre.id) }, from: today), as: .system(county))
    return try await services.database.read { reader in
      guard let user = try UserTable.of(id, reader),
        let principal = try UserTable.principal(user, at: nil, on: today, reader)
      else { throw Refusal.notFound }
      return principal
    }
  }
}
