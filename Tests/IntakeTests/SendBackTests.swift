import Intake
import Kernel
import Localization
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Sent back for review") struct SendBackTests {
  @Test(
    "The director sends it back with an opinion; the reviewer reviews it again",
    arguments: TestOffice.Engine.allCases)
  func theReviewerReviewsAgain(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.reviewed()
    try await office.run("director", SendBackApplication(id, opinion: "请核对收入证明的月份。"))
    #expect(try await office.application(id).state == .underReview)
    #expect(try await office.deadlines(id).first?.dueOn == Day("2016-05-11"))
    #expect(try await office.work("director").isEmpty)
    #expect(try await office.work("reviewer").map(\.title.zh) == ["再次审查申请"])
    try await office.run("reviewer", ReviewApplication(id, .refuse, opinion: "收入超过标准。"))
    #expect(try await office.application(id).review?.recommendation == .refuse)
    let notes = try await office.services.database.read { try StepNoteTable.of(id, $0) }
    #expect(notes.map(\.words) == ["三项审查均已核对。", "请核对收入证明的月份。", "收入超过标准。"])
    #expect(notes.map(\.kind) == [.review, .sentBack, .review])
    try await office.run("director", ApproveApplication(id, .refuse, opinion: "同意。", reason: "收入超过标准。"))
    #expect(try await office.application(id).state == .refused)
  }

  @Test("The timeline shows what was said, and silence is refused")
  func theTimelineShowsTheOpinion() async throws {
    let office = try await Fixture.office()
    let id = try await office.reviewed()
    let silent = try await refusals { try await office.run("director", SendBackApplication(id, opinion: "")) }
    #expect(silent.map(\.field) == ["opinion"])
    let path = "/applications/\(id)/return"
    try await office.browse { open in
      let director = open()
      try await director.signIn("director")
      let form = try await director.get(path).form(action: path)
      #expect(try await form.submit().status == 422)
      let page = try await form.fill(["opinion": "请核对收入证明的月份。"]).submit()
      #expect(page.text.contains("退回审查"))
      #expect(page.text.contains("请核对收入证明的月份。"))
      let reviewer = open()
      try await reviewer.signIn("reviewer")
      let review = try await reviewer.get("/applications/\(id)/review")
      #expect(review.text.contains("请核对收入证明的月份。"))
      #expect(review.text.contains("class=\"grid2\""))
    }
  }

  /// AT-10.6: a review that was sent back counts too.
  @Test func whoReviewedFirstMayNotApprove() async throws {
    let office = try await Fixture.office()
    let both = try await office.addUser("both", [.reviewer, .director])
    let id = try await office.accepted()
    try await office.runner.run(ReviewApplication(id, .grant, opinion: "符合条件。"), as: both)
    try await office.run("director", SendBackApplication(id, opinion: "请另一人审查。"))
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    #expect(try await office.work(as: both).isEmpty)
    let refused = try await refusals {
      try await office.runner.run(ApproveApplication(id, .grant, opinion: "同意。"), as: both)
    }
    #expect(refused == [SeparationRules.reviewerMayNotApprove])
  }

  @Test func opinionsAreRequired() async throws {
    let office = try await Fixture.office()
    let id = try await office.accepted()
    let review = try await refusals { try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "")) }
    #expect(review.map(\.key) == ["application.opinionMissing"])
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    let approval = try await refusals {
      try await office.run("director", ApproveApplication(id, .grant, opinion: ""))
    }
    #expect(approval.map(\.key) == ["application.opinionMissing"])
  }
}
