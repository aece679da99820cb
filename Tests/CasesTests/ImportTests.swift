import Cases
import Kernel
import Localization
import Registry
import Sheets
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct ImportTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func aRowBecomesACase(_ engine: TestOffice.Engine) async throws {
    let (office, ledger) = (try await TestOffice.forImport(engine), try ImportLedger())
    let (deadlines, papers) = (try await office.count("deadline"), try await office.count("paper"))
    let report = try await office.load(ledger.csv([[:]]))
    #expect(report.imported == 1 && report.faults == [] && report.warnings == [])

    let row = try #require(
      await office.services.database.read {
        try $0.row(
          """
          SELECT c.*, o.name AS origin_name, u.name AS unit_name, u.kind AS unit_kind, u.is_active AS unit_active,
            p.name AS person_name, p.is_active AS person_active, r.sex, r.birth_on
          FROM aid_case c JOIN agency o ON o.id = c.origin JOIN agency u ON u.id = c.unit
            JOIN legal_aid_person p ON p.id = c.undertaker JOIN person r ON r.id = c.recipient
          """)
      })
    func text(_ column: String) throws -> String? { try row.get(column) }
    #expect(try text("number") == "青援〔2015〕1号" && text("state") == "archived" && text("ended") == "closed")
    #expect(try text("origin_name") == "河东镇法律援助工作站" && text("township") == "河东镇")
    #expect(try text("unit_name") == "明理律师事务所" && text("unit_kind") == "lawFirm")
    #expect(try row.get("unit_active") == false && row.get("person_active") == false)
    #expect(try text("person_name") == "陈明" && text("undertaker_kind") == "lawFirmLawyer")
    #expect(try text("accepted_on") == "2015-03-02" && text("archived_on") == "2015-06-30")
    #expect(try row.get("recovered_fen") == 1_864_050 && text("imported_grade") == "good")
    #expect(try text("rule_set") == "RS2012" && text("sex") == "female" && text("birth_on") == "1949-12-31")
    #expect(try await office.count("hearing") == 2)
    #expect(try await office.value("SELECT held_on FROM hearing WHERE is_observed = 1") == "2015-05-06")
    #expect(try await office.count("deadline") == deadlines, "an import starts no clock")
    #expect(try await office.count("paper") == papers, "an import asks for no paper")
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func theSameFileTwiceChangesNothing(_ engine: TestOffice.Engine) async throws {
    let (office, ledger) = (try await TestOffice.forImport(engine), try ImportLedger())
    let file = try ledger.csv([[:], ["recipient_id": ""], ["recipient_id": "", "undertaker": ""]])
    #expect(try await office.load(file).imported == 3)
    let tables = [
      "event", "aid_case", "person", "matter", "hearing", "agency", "legal_aid_person", "number_register",
    ]
    var before: [Int] = []
    for table in tables { before.append(try await office.count(table)) }
    let again = try await office.load(file)
    #expect(again.imported == 0 && again.known == 3 && again.faults == [])
    for (table, count) in zip(tables, before) { #expect(try await office.count(table) == count, "\(table)") }
  }

  /// Codes of results, and what they cannot say; the list of cases shows them.
  @Test(arguments: TestOffice.Engine.allCases)
  func resultsAreRecorded(_ engine: TestOffice.Engine) async throws {
    let (office, ledger) = (try await TestOffice.forImport(engine), try ImportLedger())
    let rows = [
      ["result": "claimsPart", "outcome": "支持工资，驳回加班费。"], ["result": "settled", "recipient_id": ""],
      ["recipient_id": ""],
    ]
    let file = try ledger.csv(rows)
    #expect(try await office.load(file).imported == 3)
    let stored = try await office.services.database.read {
      try $0.rows("SELECT result, outcome FROM aid_case ORDER BY number").map { row in
        [try row.get("result", as: String?.self), try row.get("outcome", as: String?.self)]
      }
    }
    #expect(stored == [["claimsPart", "支持工资，驳回加班费。"], ["settled", nil], [nil, nil]])
    #expect(try await office.load(file).known == 3)
    let other = try await office.load(ledger.csv([["result": "claimsWhole"]]))
    #expect(other.faults.map(\.key) == ["taken-number"])
    try await office.browse { open in
      let director = open()
      try await director.signIn("director")
      let page = try await director.get("/cases")
      #expect(page.text.contains("请求部分得到支持") && page.text.contains("和解、调解"))
    }
  }

  /// A ledger that was imported before it could name results is known by what it said then.
  @Test func whatWasImportedBeforeIsStillKnown() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    let file = try ledger.csv([[:]], columns: ImportLedger.columns.filter { !["result", "outcome"].contains($0) })
    #expect(try await office.load(file).imported == 1)
    let said = [
      "青援〔2015〕1号", "civil", "civilLitigationAgency", "firstInstance", "劳动报酬", "李桂兰", "11010519491231002X",
      "woman;elderly", "河东镇", "2015-03-02", "陈明", "lawFirmLawyer", "明理律师事务所", "2015-03-04", "2015-04-05;2015-05-06",
      "2015-05-06", "2015-06-01", "2015-06-30", "closed", "good", "1864050",
    ]
    let digest = office.services.keys.lookupHash("import|" + said.joined(separator: "\u{1F}"))
    #expect(try await office.value("SELECT imported_digest FROM aid_case", as: [UInt8].self) == digest)
  }

  @Test func oneEventTellsOfTheFile() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    let before = try await office.count("event")
    _ = try await office.load(ledger.csv([[:], ["accepted_on": "2015-01-05"]]))
    #expect(try await office.count("event") == before + 1)
    let body = try #require(
      await office.value("SELECT body FROM event WHERE kind = 'cases.imported'", as: [UInt8].self))
    let told = String(decoding: body, as: UTF8.self)
    #expect(told.contains("\"cases\":2") && told.contains("\"from\":\"2015-01-05\""))
    #expect(told.contains(/"file":"[0-9a-f]{64}"/))
    #expect(!told.contains("李桂兰"))
  }

  @Test func onlyTheSystemImports() async throws {
    let office = try await TestOffice.forImport()
    for login in ["director", "admin", "leader"] {
      await #expect(throws: Refusal.notAllowed) {
        try await office.run(login, ImportCaseBatch(rows: [], fileSHA256: ""))
      }
    }
  }

  /// With an identity number rows share their person; without one each has its own.
  @Test func personsAreMatchedByIdentityNumber() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    _ = try await office.load(
      ledger.csv([[:], ["groups": "disabled"], ["recipient_id": ""], ["recipient_id": ""]]))
    #expect(try await office.count("person") == 3)
    let groups: String? = try await office.value("SELECT groups FROM person WHERE identity_hash IS NOT NULL")
    #expect(groups == "woman;elderly;disabled")
    #expect(try await office.value("SELECT COUNT(DISTINCT matter) FROM aid_case", as: Int.self) == 4)
  }

  /// A number that an import has taken is stepped over by the office's own series.
  @Test func seriesStepOverImportedNumbers() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    _ = try await office.load(ledger.csv([["number": "青援案字〔2016〕第1号"]]))
    let number = try await ActionRunner(office.services).run(TakeCaseNumber(), as: .system(office.county))
    #expect(number == "青援案字〔2016〕第2号")
    #expect(
      try await office.value("SELECT state FROM number_register WHERE text = '青援案字〔2016〕第1号'") == "imported")
  }

  @Test(arguments: [
    ("lawFirmLawyer", "新律师事务所", "lawFirm"), ("grassrootsWorker", "新法律服务所", "grassrootsOffice"),
    ("centreLawyer", "邻县法律援助中心", "centre"), ("volunteer", "志愿者协会", "centre"), ("publicLawyer", "县信访局", "organ"),
  ])
  func anUnknownUnitIsOfTheKindItsUndertakerImplies(_ kind: String, _ unit: String, _ expected: String) async throws
  {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    _ = try await office.load(ledger.csv([["undertaker_kind": kind, "unit": unit]]))
    #expect(try await office.value("SELECT kind FROM agency WHERE name = \(unit) AND is_active = 0") == expected)
  }

  @Test func aKnownUnitAndUndertakerAreFound() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    let (agencies, people) = (try await office.count("agency"), try await office.count("legal_aid_person"))
    _ = try await office.load(ledger.csv([["unit": "禾城律师事务所", "undertaker": "张静"]]))
    #expect(try await office.count("agency") == agencies)
    #expect(try await office.count("legal_aid_person") == people)
  }

  @Test func aWorkbookSaysTheSame() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    #expect(try await office.load(ledger.xlsx([[:], [:]])).imported == 2)
    #expect(try await office.load(ledger.csv([[:], [:]])).known == 2)
  }

  @Test func whatIsNotUTF8IsGB18030() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    let header = "number,track,form,cause,recipient,accepted_on,township\n1,civil,mediationAgency,a,b,2015-01-01,"
    let file = try ledger.write(Array(header.utf8) + [0xBA, 0xD3, 0xB6, 0xAB, 0xD5, 0xF2])
    #expect(try await office.load(file).imported == 1)
    #expect(try await office.load(file, encoding: .gb18030).known == 1)
    #expect(try await office.value("SELECT township FROM aid_case") == "河东镇")
  }
}

/// Takes a number as the opening of a case does.
private struct TakeCaseNumber: Action {
  static let permission = Permission.importCases

  func perform(in context: ActionContext) throws -> String {
    let number = try context.takeNumber(.caseNumber, for: .aidCase(CaseID()))
    context.record("test.numberTaken", .county(context.county))
    return number
  }
}
