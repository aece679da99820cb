import Cases
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// What waits for whom, and what an application's page says of its case.
@Suite struct CaseWorkTests {
  @Test(arguments: [
    ("assigner", 0, "TL05"), ("lawyer", 1, "TL11"), ("lawyer", 2, "TL18"), ("supervisor", 3, "TL19"),
    ("archivist", 4, nil),
  ])
  func eachStepWaitsForItsPerson(_ login: String, _ step: Int, _ limit: String?) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    let steps: [() async throws -> Void] = [
      {}, { try await flow.assign() }, { try await flow.close() }, { try await flow.submit() },
      { try await flow.accept() },
    ]
    try await steps[step]()
    let item = try #require(try await items(flow, login).first)
    #expect(item.limitKey == limit)
    #expect((item.dueOn != nil) == (limit != nil))
    #expect(item.about == "赵某某 · 追索劳动报酬")
    #expect(item.path.hasPrefix("/cases/\(flow.id)"))
    for other in ["assigner", "lawyer", "lawyer2", "firm2", "supervisor", "archivist"] where other != login {
      #expect(try await items(flow, other).isEmpty, "\(other)")
    }
  }

  @Test func anApplicationShowsItsCase() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    let application = try #require(try await flow.aidCase.application)
    func panel(_ login: String) async throws -> Panel? {
      let principal = try await flow.office.principal(login)
      let source = try #require(Cases.capability.panels.first { $0.on == "application" })
      return try await flow.office.services.database.read {
        try source.load($0, principal, .application(application))
      }
    }
    #expect(try await panel("reviewer")?.lines.first?.path == "/cases/\(flow.id)")
    #expect(try await panel("clerk2") == nil)
  }

  private func items(_ flow: CaseFlow, _ login: String) async throws -> [WorkItem] {
    let (principal, today) = (try await flow.office.principal(login), flow.office.clock.now.day)
    return try await flow.office.services.database.read { reader in
      try Cases.capability.workItems.filter { principal.holds($0.permission) }
        .flatMap { try $0.load(reader, principal, today) }
    }
  }
}
