import Cases
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 刑事申请案件 · A criminal case by application, from the grant on.
@Suite struct CriminalCaseTests {
  private static func open(_ office: TestOffice) async throws -> CaseID {
    var told = ApplicationTold(
      matterCode: .criminalDefence, cause: "盗窃罪", opposing: "", facts: "没有委托辩护人。", track: .criminalApplied,
      form: .criminalDefence, stage: .investigation, claims: [.livingAllowance])
    told.criminal = CriminalFacts(.accused, organKind: .police, organ: "青禾县公安局", organCase: "青公刑字〔2016〕12号")
    let id = try await office.run("receptionist", RegisterApplication(PersonTold(name: "王二"), told))
    try await office.run("receptionist", AcceptApplication(id))
    try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    try await office.run("director", ApproveApplication(id, .grant, opinion: "同意。"))
    let county = office.county
    let cases = try await office.services.database.read { try CaseTable.of(id, for: .system(county), $0) }
    guard let found = cases.first else { throw Refusal.notFound }
    return found.id
  }

  /// The organ and its number come from the application, so that co-defendants are found and no letter is addressed twice.
  @Test func theCaseKnowsItsOrgan() async throws {
    let office = try await CaseFlow.office()
    let id = try await Self.open(office)
    let flow = CaseFlow(office: office, scan: try await CaseFlow.scan(office), id: id)
    let found = try await flow.aidCase
    #expect(found.organ == "青禾县公安局" && found.organCase == "青公刑字〔2016〕12号" && found.stage == .investigation)
    #expect(found.track == .criminalApplied && found.form == .criminalDefence)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("assigner")
      let page = try await browser.get("/cases/\(id)/assignment")
      #expect(try page.form().value("organ") == "青禾县公安局")
    }
  }

  /// AT-6.10: who was granted aid on his own application may insist on defending himself: termination with F18.
  @Test func whoDefendsHimselfEndsTheAid() async throws {
    let office = try await CaseFlow.office()
    let id = try await Self.open(office)
    try await office.run(
      "assigner",
      ProposeTermination(aidCase: id, ground: .recipientAsks, facts: "本人坚持自行辩护。", goodReason: "本人自行辩护"))
    try await office.run("director", DecideTermination(aidCase: id, isApproved: true, opinion: "同意。"))
    let forms = try await office.services.database.read { try PaperTable.of([.aidCase(id)], $0).map(\.form) }
    #expect(forms.contains("F18"))
  }
}
