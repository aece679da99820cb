import Cases
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// One case from the grant to the archive, at the level of actions.
@Suite struct CaseThreadTests {
  @Test func aGrantOpensACase() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    let opened = try await flow.aidCase
    #expect(opened.state == .opened)
    #expect(opened.number == "青援案字〔2016〕第1号")
    #expect(opened.acceptedOn == CaseFlow.granted)
    #expect(opened.rules == .rs2012)
    #expect(opened.recipientName == "赵春兰" && opened.township == "河东镇" && opened.groups == [.migrantWorker])
    // Seven working days from 10 May 2016.
    #expect(try await flow.clocks == ["TL05": .literal(2016, 5, 19)])
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func fromAssignmentToArchive(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.assign()
    #expect(try await flow.aidCase.state == .assignedToPerson)
    // Five working days from 12 May 2016.
    #expect(try await flow.clocks == ["TL11": .literal(2016, 5, 19)])
    try await flow.office.run(
      "lawyer", EngageRecipient(aidCase: flow.id, engagedOn: CaseFlow.assigned, agreement: flow.scan))
    #expect(try await flow.clocks.isEmpty)
    try await flow.office.run(
      "lawyer",
      AddHandlingRecord(aidCase: flow.id, kind: .meeting, doneOn: CaseFlow.assigned, content: "会见", file: flow.scan)
    )
    #expect(try await flow.aidCase.state == .inProgress)

    flow.office.clock.move(to: .literal(2016, 7, 29))
    try await flow.office.run(
      "lawyer",
      CloseCase(
        aidCase: flow.id, basis: .judgment, closedOn: .literal(2016, 7, 28), result: .claimsWhole, outcome: "支持",
        recoveredFen: 100,
        instrument: flow.scan))
    // Thirty days from the closing date; 27 August 2016 is a Saturday.
    #expect(try await flow.clocks == ["TL18": .literal(2016, 8, 29)])
    try await flow.office.run("lawyer", SubmitDossier(aidCase: flow.id))
    // Thirty days from 29 July 2016, a Sunday.
    #expect(try await flow.clocks == ["TL19": .literal(2016, 8, 29)])
    try await flow.office.run("supervisor", AcceptDossier(aidCase: flow.id))
    #expect(try await flow.clocks.isEmpty)
    try await flow.office.run("archivist", ArchiveCase(aidCase: flow.id, retention: .years30))

    let archived = try await flow.aidCase
    #expect(archived.state == .archived)
    #expect(archived.archiveNumber == "青援档字〔2016〕第1号")
    #expect(archived.retention == .years30)
    #expect(archived.recoveredFen == 100)
  }

  @Test func everyStepIsOneEvent() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.accept()
    let id = flow.id
    let kinds = try await flow.office.services.database.read { reader in
      try reader.rows("SELECT kind FROM event WHERE subject_id = \(id) ORDER BY number")
        .map { try $0.get("kind", as: String.self) }
    }
    #expect(
      kinds == [
        "case.opened", "case.assigned", "case.engaged", "case.recorded", "case.closed", "case.dossierSubmitted",
        "case.dossierAccepted",
      ])
    #expect(kinds.allSatisfy { Cases.capability.events[$0] != nil })
  }

  @Test func itsPapersAreMade() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.close()
    let subjects = try await flow.aidCase.subjects
    let papers = try await flow.office.services.database.read { try PaperTable.of(subjects, $0) }
    let made = papers.filter { ["F11", "F13", "F21"].contains($0.form) }
    #expect(made.map(\.form) == ["F11", "F13", "F21"])
    #expect(made.map(\.number) == ["青援指字〔2016〕第1号", "青援民函字〔2016〕第1号", nil])
    #expect(made.prefix(2).allSatisfy { $0.approverName == "刘卫国" })
  }

  @Test func theFirmNamesItsOwn() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    let choice = try await flow.lawyer("lawyer2")
    try await flow.office.run(
      "assigner", AssignCase(aidCase: flow.id, choice: .init(unit: choice.unit), reason: "专长"))
    #expect(try await flow.aidCase.state == .assignedToUnit)
    let person = try #require(choice.person)
    try await flow.office.run("firm", NameUndertaker(aidCase: flow.id, person: person, organ: "青禾县人民法院"))
    let named = try await flow.aidCase
    #expect(
      named.state == .assignedToPerson && named.undertaker == person && named.undertakerKind == .lawFirmLawyer)
  }
}
