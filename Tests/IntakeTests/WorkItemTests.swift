import Intake
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct WorkItemTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func eachStepWaitsForItsOwner(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.register()
    #expect(try await office.work("receptionist").map(\.path) == ["/applications/\(id)/acceptance"])
    #expect(try await office.work("reviewer").isEmpty)
    try await office.run("receptionist", AcceptApplication(id))
    #expect(try await office.work("receptionist").isEmpty)
    let review = try #require(try await office.work("reviewer").first)
    #expect(review.dueOn == Day("2016-05-11"))
    #expect(review.limitKey == "TL04")
    #expect(review.about == "赵某某 追索劳动报酬")
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    #expect(try await office.work("director").map(\.path) == ["/applications/\(id)/approval"])
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    #expect(try await office.work("director").isEmpty)
  }

  @Test func whatOneReviewedDoesNotWaitForOneself() async throws {
    let office = try await Fixture.office()
    let both = try await office.addUser("both", [.reviewer, .director])
    let id = try await office.accepted()
    try await office.runner.run(ReviewApplication(id, .grant, opinion: "符合条件。"), as: both)
    #expect(try await office.work(as: both).isEmpty)
    #expect(try await office.work("director").count == 1)
  }
}

extension TestOffice {
  func work(_ login: String) async throws -> [WorkItem] { try await work(as: principal(login)) }

  func work(as principal: Principal) async throws -> [WorkItem] {
    let today = clock.now.day
    return try await services.database.read { reader in
      try Intake.capability.workItems.filter { principal.holds($0.permission) }
        .flatMap { try $0.load(reader, principal, today) }
    }
  }
}
