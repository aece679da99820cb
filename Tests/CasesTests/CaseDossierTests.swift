import Cases
import Intake
import Kernel
import Localization
import Storage
import TestSupport
import Testing
import WorkCalendar

/// Closing, dossier, archive: what each refuses.
@Suite struct CaseDossierTests {
  @Test func whatDoesNotCloseACase() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    let id = try await flow.office.run(
      "lawyer", AddHearing(aidCase: flow.id, heldOn: CaseFlow.assigned, court: "青禾县人民法院"))
    try await flow.office.run("lawyer", MarkHearingHeld(aidCase: flow.id, hearing: id))
    let wrong = CloseCase(
      aidCase: flow.id, basis: .award, closedOn: .literal(2016, 5, 9), result: .claimsWhole, outcome: "")
    #expect(
      try await refusedKeys { try await flow.office.run("lawyer", wrong) } == [
        "closing.before-acceptance", "closing.wrong-basis", "closing.beforeHearing",
      ])
  }

  @Test func everythingMissingIsSaidAtOnce() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.engage()
    try await flow.office.run(
      "lawyer",
      AddHandlingRecord(
        aidCase: flow.id, kind: .meeting, doneOn: CaseFlow.assigned, content: "会见", place: "律所", present: "赵春兰、张静"))
    let hearing = try await flow.office.run(
      "lawyer", AddHearing(aidCase: flow.id, heldOn: CaseFlow.assigned, court: "青禾县人民法院"))
    try await flow.office.run("lawyer", MarkHearingHeld(aidCase: flow.id, hearing: hearing))
    try await flow.office.run(
      "lawyer",
      CloseCase(
        aidCase: flow.id, basis: .judgment, closedOn: CaseFlow.assigned, result: .claimsWhole, outcome: "支持"))
    let submit = SubmitDossier(aidCase: flow.id)
    let refusals = await #expect(throws: Refusals.self) { try await flow.office.run("lawyer", submit) }
    #expect(
      refusals?.all.map(\.field) == ["item.meeting", "item.opinion", "item.hearingNotes", "item.instrument"])
    for item in ["meeting", "opinion", "hearingNotes", "instrument"] {
      try await flow.office.run("lawyer", UploadToCase(aidCase: flow.id, item: item, file: flow.scan))
    }
    try await flow.office.run("lawyer", submit)
    #expect(try await flow.aidCase.state == .dossierSubmitted)
  }

  /// Separation of duties, 6 (docs/law/separation).
  @Test func nothingIsAddedWhileItIsExaminedOrAfter() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.submit()
    let upload = UploadToCase(aidCase: flow.id, item: "evidence", file: flow.scan)
    #expect(try await refusedKeys { try await flow.office.run("lawyer", upload) } == ["dossier.closed"])
    try await flow.office.run("supervisor", ReturnDossier(aidCase: flow.id, items: ["F21"], reason: "缺单位签章"))
    try await flow.office.run("lawyer", upload)
    try await flow.office.run("lawyer", SubmitDossier(aidCase: flow.id))
    try await flow.office.run("supervisor", AcceptDossier(aidCase: flow.id))
    #expect(try await refusedKeys { try await flow.office.run("lawyer", upload) } == ["dossier.closed"])
  }

  @Test func aReturnSaysWhy() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.submit()
    let silent = ReturnDossier(aidCase: flow.id, items: [], reason: "")
    #expect(
      try await refusedKeys { try await flow.office.run("supervisor", silent) } == [
        "dossier.items", "dossier.reason",
      ])
    try await flow.office.run("supervisor", ReturnDossier(aidCase: flow.id, items: ["F21"], reason: "缺签名"))
    #expect(try await flow.aidCase.state == .dossierReturned)
    #expect(try await flow.clocks.isEmpty)
  }

  @Test func anItemThatIsNoneIsRefused() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.assign()
    let upload = UploadToCase(aidCase: flow.id, item: "photograph", file: flow.scan)
    #expect(try await refusedKeys { try await flow.office.run("lawyer", upload) } == ["dossier.item"])
  }

  @Test func aGateOfAnotherCapabilityHoldsTheArchiving() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.accept()
    let refusal = Refusal("grade.missing", Text("请先评定质量等次。", "Grade the case first."))
    let gate = Gate("case.archive") { _, _, _ in refusal }
    let services = flow.office.services
    let gated = Services(
      database: services.database, keys: services.keys, files: services.files, directory: services.directory,
      baseURL: services.baseURL, calendar: services.calendar, clock: services.clock, gates: [gate])
    let archivist = try await flow.office.principal("archivist")
    let archive = ArchiveCase(aidCase: flow.id, retention: .years10, reason: "标的很小")
    #expect(
      try await refusedKeys { try await ActionRunner(gated).run(archive, as: archivist) } == ["grade.missing"]
    )
    try await flow.office.run("archivist", archive)
  }
}
