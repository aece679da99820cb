import Cases
import Intake
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// The engagement agreement F12, made from the case (程序规定 2012, 22; 2023, 27).
@Suite struct AgreementTests {
  /// Made after the naming, revoked when made again, not made once the recipient has signed.
  @Test(arguments: TestOffice.Engine.allCases)
  func madeFromTheCaseUntilItIsSigned(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    func make(_ authority: Authority) async throws -> [String] {
      try await refusedKeys {
        try await flow.office.run("lawyer", MakeAgreement(aidCase: flow.id, authority: authority))
      }
    }
    try await flow.assign()
    #expect(try await make(.general) == [])
    #expect(try await make(.special) == [])
    let papers = try await flow.office.services.database.read { [id = flow.id] in
      try PaperTable.of([.aidCase(id)], $0).filter { $0.form == "F12" }
    }
    let valid = papers.filter { $0.state != .revoked }
    let fields = try valid.map { try $0.fields(flow.office.services.keys) }
    #expect(papers.count == 2 && papers.filter { $0.state == .revoked }.count == 1)
    #expect(fields.map { $0["recipient"] } == ["赵春兰"] && fields.map { $0["undertaker"] } == ["张静"])
    #expect(fields.first?["authority"]?.hasPrefix("特别授权") == true)
    try await flow.office.run(
      "lawyer", EngageRecipient(aidCase: flow.id, engagedOn: CaseFlow.assigned, agreement: flow.scan))
    #expect(try await make(.general) == ["agreement.notNow"])
  }

  @Test func throughThePages() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.assign()
    let path = "/cases/\(flow.id)/agreement"
    try await flow.office.browse { open in
      let lawyer = open()
      try await lawyer.signIn("lawyer")
      #expect(try await lawyer.get("/cases/\(flow.id)").links().contains(path))
      #expect(try await lawyer.get("/cases/\(flow.id)/engagement").links().contains(path))
      let done = try await lawyer.get(path).form(action: path).fill(["authority": "special"]).submit()
      #expect(done.path == "/cases/\(flow.id)" && done.text.contains("委托代理协议"))
    }
  }
}
