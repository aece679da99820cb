import Cases
import Kernel
import Registry
import Sheets
import Storage
import TestSupport
import Testing

/// 导出案件完整数据 · The list of cases leaves the office as that of applications does; whoever undertakes a protected
/// person's case has the data, as on the person's page.
@Suite("Whole data of cases", .timeLimit(.minutes(3))) struct WholeCasesTests {
  @Test("AT-X.3 A protected recipient is whole to the undertaker alone", arguments: TestOffice.Engine.allCases)
  func recipients(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    let office = flow.office
    try await flow.assign()
    let person: PersonID = try #require(
      try await office.value("SELECT recipient FROM aid_case WHERE id = \(flow.id)"))
    let name: String = try #require(try await office.value("SELECT name FROM person WHERE id = \(person)"))
    try await office.run("reviewer", ChangeProtection(person: person, flags: [.violence], reason: "人身安全保护令"))
    for (login, isWhole) in [("lawyer", true), ("reviewer", false)] {
      let row = try await office.browse { open in
        let browser = open()
        try await browser.signIn(login)
        let code = try await office.enrolSecondFactor(login)
        let form = try await browser.get("/cases").press("导出完整数据").form()
        let file = try await form.fill(["reason": "移送县人民法院", "secondFactor": code()]).submit()
        return try XLSXReader(file.bytes).records().map(\.fields).last ?? []
      }
      #expect(row.contains(name) == isWhole && row.contains("13900006210") == isWhole, "\(login): \(row.count)")
    }
    let events = try await office.events("person.exported")
    #expect(events.map { $0.facts["list"] } == ["cases", "cases"])
    let named = try await office.value(
      """
      SELECT COUNT(*) FROM event_subject s JOIN event e ON e.county = s.county AND e.number = s.event_number
      WHERE s.subject_kind = 'person' AND s.subject_id = \(person) AND e.kind = 'person.exported'
      """, as: Int.self)
    #expect(named == 1, "only the file that held it whole names the person")
  }

  @Test func whoMayNotSeePersonsWholeHasNoLink() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.office.browse { open in
      for login in ["archivist", "firm", "leader", "lawyer3"] {
        let browser = open()
        try await browser.signIn(login)
        let may = login == "lawyer3"
        #expect(try await browser.get("/cases").links().contains("/cases/whole") == may, "\(login)")
        let page = try await browser.send("GET", "/cases/whole")
        #expect(page.status == (may ? 200 : 403), "\(login)")
        if may { #expect(try page.words().contains(/行数\s*0/)) }
      }
    }
  }
}
