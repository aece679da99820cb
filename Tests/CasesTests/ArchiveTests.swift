import Cases
import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 档案 · Where a dossier stands, who borrows it, and what becomes of it when its time is over.
@Suite struct ArchiveTests {
  private static let lend = Day.literal(2016, 9, 1)

  private static func archived(
    _ engine: TestOffice.Engine = .sqlite, _ retention: RetentionClass = .years30, reason: String = ""
  ) async throws -> CaseFlow {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.accept()
    try await flow.office.run(
      "archivist",
      ArchiveCase(aidCase: flow.id, retention: retention, shelf: "3号柜2层", box: "17", reason: reason))
    flow.office.clock.move(to: lend)
    return flow
  }

  private static func ask(_ flow: CaseFlow, due: Day = .literal(2016, 9, 20)) async throws {
    try await flow.office.run(
      "archivist",
      RequestLoan(aidCase: flow.id, borrower: "田野", unitName: "青禾县人民检察院", purpose: "办案查阅", dueOn: due))
  }

  @Test func aShorterTimeNeedsAReason() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.accept()
    let short = ArchiveCase(aidCase: flow.id, retention: .years10)
    #expect(
      try await refusedKeys { try await flow.office.run("archivist", short) } == ["archive.retentionReason"])
    #expect(try await flow.aidCase.state == .dossierAccepted)
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func aLoanIsAskedForApprovedAndReturned(_ engine: TestOffice.Engine) async throws {
    let flow = try await Self.archived(engine)
    let office = flow.office
    try await Self.ask(flow)
    #expect(try await refusedKeys { try await Self.ask(flow) } == ["loan.open"])
    try await office.run("supervisor", DecideLoan(aidCase: flow.id, isApproved: true))
    #expect(try await flow.loans().map(\.state) == [.lent])
    office.clock.move(to: .literal(2016, 9, 21))
    let archivist = try await office.principal("archivist")
    let waiting = try await office.services.database.read { reader in
      try Cases.capability.workItems.filter { $0.key == "archive.overdue" }
        .flatMap { try $0.load(reader, archivist, .literal(2016, 9, 21)) }
    }
    #expect(waiting.map(\.dueOn) == [.literal(2016, 9, 20)])
    try await office.run("archivist", ReturnLoan(aidCase: flow.id))
    #expect(try await flow.loans().map(\.state) == [.returned])
    #expect(
      try await refusedKeys { try await Self.ask(flow, due: .literal(2016, 12, 31)) } == ["loan.dueOn"])
  }

  /// AT-12.9: a minor's file is lent by the director only, on a legal reason.
  @Test(arguments: TestOffice.Engine.allCases)
  func aMinorsFileNeedsTheDirectorAndALegalReason(_ engine: TestOffice.Engine) async throws {
    let flow = try await Self.archived(engine)
    let (office, recipient) = (flow.office, try await flow.aidCase.recipient)
    _ = try await office.services.database.write(serial: nil) { tx in
      try tx.run("UPDATE person SET protection = 'minor' WHERE id = \(recipient)")
    }
    try await Self.ask(flow)
    let approve = DecideLoan(aidCase: flow.id, isApproved: true)
    #expect(
      try await refusedKeys { try await office.run("supervisor", approve) } == [
        "loan.director", "loan.legalReason",
      ])
    #expect(try await refusedKeys { try await office.run("director", approve) } == ["loan.legalReason"])
    try await office.run(
      "director", DecideLoan(aidCase: flow.id, isApproved: true, legalReason: "司法机关为办案需要查询"))
    let loan = try #require(try await flow.loans().first)
    #expect(loan.state == .lent && loan.isProtected && loan.legalReason == "司法机关为办案需要查询")
  }

  /// Two different people approve; nothing is deleted, and the chain of events stays.
  @Test(arguments: TestOffice.Engine.allCases)
  func destructionTakesTwoPeopleAndKeepsTheRecord(_ engine: TestOffice.Engine) async throws {
    let flow = try await Self.archived(engine, .years10, reason: "标的很小")
    let office = flow.office
    let report = AppraiseArchive(opinion: "已到期，无续存价值。", destroyed: [flow.id])
    office.clock.move(to: .literal(2026, 12, 31))
    #expect(try await refusedKeys { try await office.run("archivist", report) } == ["appraisal.nothing"])
    office.clock.move(to: .literal(2027, 1, 4))
    try await office.run("archivist", report)
    try await office.run("director", DecideAppraisal(isApproved: true))
    #expect(
      try await refusedKeys { try await office.run("director", DecideAppraisal(isApproved: true)) } == [
        "appraisal.samePerson"
      ])
    #expect(
      try await refusedKeys { try await office.run("archivist", CarryOutAppraisal(witness: "郑涛")) } == [
        "wrong-state"
      ])
    try await office.run("leader", DecideAppraisal(isApproved: true))
    try await office.run("archivist", CarryOutAppraisal(witness: "郑涛"))
    let entry = try await office.services.database.read { [id = flow.id] in try ArchiveTable.entry(of: id, $0) }
    #expect(entry?.destroyedOn == .literal(2027, 1, 4))
    #expect(try await flow.aidCase.state == .archived)
    #expect(
      try await refusedKeys { try await Self.ask(flow, due: .literal(2027, 1, 10)) } == ["archive.destroyed"])
    let events: Int? = try await office.value("SELECT COUNT(*) FROM event WHERE kind = 'case.archived'")
    #expect(events == 1)
  }

  @Test func retentionIsCountedInWholeYears() {
    let day = Day.literal(2016, 3, 1)
    #expect(RetentionClass.years10.keptUntil(archivedOn: day) == .literal(2026, 12, 31))
    #expect(RetentionClass.years30.keptUntil(archivedOn: day) == .literal(2046, 12, 31))
    #expect(RetentionClass.permanent.keptUntil(archivedOn: day) == nil)
    #expect(RetentionClass.years10.expiredIfArchived(by: .literal(2026, 12, 31)) == .literal(2015, 12, 31))
    #expect(RetentionClass.years10.expiredIfArchived(by: .literal(2027, 1, 1)) == .literal(2016, 12, 31))
    #expect(RetentionClass.years10 < .years30 && RetentionClass.years30 < .permanent)
  }

  @Test func theArchiveAndItsLoansInTheBrowser() async throws {
    let flow = try await Self.archived()
    let path = "/cases/\(flow.id)"
    try await flow.office.browse { browser in
      let archivist = browser()
      try await archivist.signIn("archivist")
      let list = try await archivist.get("/archive")
      #expect(try list.words().contains("3号柜2层"))
      let asked = try await archivist.get("\(path)/loan").form(action: "\(path)/loan")
        .fill(["borrower": "田野", "unitName": "检察院", "purpose": "查阅", "dueOn": "2016-09-20"]).submit()
      #expect(try asked.words().contains("待审批"))
      let director = browser()
      try await director.signIn("director")
      _ = try await director.get("\(path)/loan-decision").form(action: "\(path)/loan-decision")
        .submit(("result", "approve"))
      let lent = try await archivist.get(path)
      #expect(try lent.links().contains("\(path)/loan-copy.pdf"))
      // No copy of what should be back; the page no longer offers it, and an old link says what to do.
      let day = flow.office.clock.now.day
      flow.office.clock.move(to: .literal(2016, 9, 21))
      try await archivist.signIn("archivist")
      #expect(try await !archivist.get(path).links().contains("\(path)/loan-copy.pdf"))
      let late = try await archivist.get("\(path)/loan-copy.pdf")
      #expect(try late.status >= 400 && late.words().contains("重新办理借阅"))
      flow.office.clock.move(to: day)
      try await archivist.signIn("archivist")
      let standing = try await archivist.get("/archive?standing=lent")
      #expect(try standing.words().contains("借出"))
      let back = try await archivist.get(path).form(action: "\(path)/loan-return").submit()
      #expect(try back.words().contains("已归还"))
      #expect(try await archivist.get("/archive?standing=lent&year=2016").status == 200)
      #expect(try await archivist.get("/archive/appraisal").words().contains("没有到期的档案"))
      #expect(try await archivist.get("/archive?text=赵春&retention=years30").words().contains("在库"))
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func whatStandsStillIsOnTheBoard(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.begin()
    let path = "/cases/\(flow.id)"
    for (days, band, isShown) in [
      (90, "over90", false), (91, "over90", true), (181, "over180", true), (365, "over365", false),
    ] {
      flow.office.clock.move(to: CaseFlow.assigned.adding(days: days))
      try await flow.office.browse { browser in
        let assigner = browser()
        try await assigner.signIn("assigner")
        let board = try await assigner.get("/cases/ageing?band=\(band)")
        #expect(try board.links().contains(path) == isShown, "\(days) \(band)")
      }
    }
  }
}

extension CaseFlow {
  fileprivate func loans() async throws -> [Loan] {
    try await office.services.database.read { [id] in try LoanTable.of(id, $0) }
  }
}
