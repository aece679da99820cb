import Intake
import Kernel
import Localization
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Verification") struct VerificationTests {
  private func query(_ id: ApplicationID, _ kind: VerificationKind = .committee) -> SendVerification {
    SendVerification(id, kind, to: "柳湾村村民委员会", question: "请核实家庭人口和收入。")
  }

  private func verifications(_ id: ApplicationID, _ office: TestOffice) async throws -> [Verification] {
    try await office.services.database.read { try VerificationTable.of(id, $0) }
  }

  @Test(
    "2023: another centre is asked by letter and its time does not count", arguments: TestOffice.Engine.allCases)
  func anotherCentresTimeDoesNotCount(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine, at: Fixture.at("2024-03-04", hour: 10))
    let id = try await office.accepted()
    #expect(try await office.deadlines(id).first?.dueOn == Day("2024-03-11"))
    office.clock.move(to: Fixture.at("2024-03-06", hour: 10))
    try await office.run("reviewer", query(id, .otherCentre))
    #expect(try await office.application(id).state == .verifying)
    #expect(try await office.deadlines(id).first?.pausedOn == Day("2024-03-06"))
    let letter = try #require(try await office.papers(id).last)
    #expect(letter.form == "F07")
    #expect(letter.number == "青援协字〔2024〕第1号")
    #expect(letter.approver != nil)
    office.clock.move(to: Fixture.at("2024-03-14", hour: 10))
    let open = try #require(try await verifications(id, office).first)
    try await office.run("reviewer", RecordVerificationAnswer(id, open.id, answer: "属实。"))
    #expect(try await office.application(id).state == .underReview)
    // Two days used, five left from the 15th.
    #expect(try await office.deadlines(id).first?.dueOn == Day("2024-03-19"))
    let answered = try #require(try await verifications(id, office).first)
    #expect(answered.answer == "属实。" && answered.answeredOn == Day("2024-03-14"))
    let again = try await refusals {
      try await office.run("reviewer", RecordVerificationAnswer(id, open.id, answer: "属实。"))
    }
    #expect(again.map(\.key) == ["wrong-state"])
  }

  @Test("2012: the clock runs on until the director extends the review", arguments: TestOffice.Engine.allCases)
  func theDirectorExtends(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine, at: Fixture.at("2016-03-07", hour: 10))
    let id = try await office.accepted()
    try await office.run("reviewer", query(id))
    #expect(try await office.deadlines(id).first?.dueOn == Day("2016-03-16"))
    #expect(try await office.papers(id).map(\.form) == ["F02", "F05"])
    #expect(try await office.work("director").map(\.path) == ["/applications/\(id)/extension"])
    office.clock.move(to: Fixture.at("2016-03-09", hour: 10))
    try await office.run("director", ExtendReview(id, opinion: "等待村委会答复。"))
    #expect(try await office.deadlines(id).first?.pausedOn == Day("2016-03-09"))
    #expect(try await office.work("director").isEmpty)
    let twice = try await refusals { try await office.run("director", ExtendReview(id, opinion: "再延长。")) }
    #expect(twice.map(\.key) == ["application.notExtended"])
    office.clock.move(to: Fixture.at("2016-03-16", hour: 10))
    let open = try #require(try await verifications(id, office).first)
    try await office.run("reviewer", RecordVerificationAnswer(id, open.id, answer: "属实。"))
    #expect(try await office.deadlines(id).first?.dueOn == Day("2016-03-23"))
  }

  @Test("The review goes on with the last answer, and not before")
  func theLastAnswerEndsIt() async throws {
    let office = try await Fixture.office(at: Fixture.at("2016-03-07", hour: 10))
    let id = try await office.accepted()
    try await office.run("reviewer", query(id))
    try await office.run("reviewer", query(id, .department))
    let early = try await refusals {
      try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    }
    #expect(early.map(\.key) == ["wrong-state"])
    let both = try await verifications(id, office)
    try await office.run("reviewer", RecordVerificationAnswer(id, both[0].id, answer: "属实。"))
    #expect(try await office.application(id).state == .verifying)
    try await office.run("reviewer", RecordVerificationAnswer(id, both[1].id, answer: "没有答复。"))
    #expect(try await office.application(id).state == .underReview)
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    #expect(try await office.application(id).state == .pendingApproval)
  }

  @Test("Later rules know no extension") func laterRules() async throws {
    let office = try await Fixture.office(at: Fixture.at("2024-03-04", hour: 10))
    let id = try await office.accepted()
    try await office.run("reviewer", query(id))
    #expect(try await office.work("director").isEmpty)
    let refused = try await refusals { try await office.run("director", ExtendReview(id, opinion: "延长。")) }
    #expect(refused.map(\.key) == ["application.notExtended"])
  }

  @Test("The pages take the query and its answer") func pages() async throws {
    let office = try await Fixture.office(at: Fixture.at("2016-03-07", hour: 10))
    let id = try await office.accepted()
    let path = "/applications/\(id)"
    try await office.browse { open in
      let reviewer = open()
      try await reviewer.signIn("reviewer")
      let form = try await reviewer.get("\(path)/verification").form(action: "\(path)/verification")
      let wrong = try await form.fill(["addressee": "柳湾村村民委员会"]).submit()
      #expect(wrong.status == 422)
      #expect(try wrong.form(action: "\(path)/verification").value("addressee") == "柳湾村村民委员会")
      let sent = try await form.fill([
        "kind": "committee", "addressee": "柳湾村村民委员会", "question": "请核实家庭收入。",
      ]).submit()
      #expect(sent.text.contains("等待答复"))
      let result = "\(path)/verification-result"
      let answered = try await reviewer.get(result).form(action: result).fill(["answer": "情况属实。"]).submit()
      #expect(answered.text.contains("情况属实。"))
      #expect(answered.text.contains("审查中"))
    }
  }
}
