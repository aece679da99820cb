import Cases
import Foundation
import Kernel
import Localization
import Registry
import Sheets
import Storage
import TestSupport
import Testing
import WorkCalendar

/// What the contract lets an import refuse, each through a whole file.
@Suite struct ImportRefusalTests {
  static let rules: [(changes: [String: String], faults: [String])] = [
    (["number": ""], ["number needed"]), (["track": ""], ["track needed"]), (["form": ""], ["form needed"]),
    (["cause": ""], ["cause needed"]), (["recipient": ""], ["recipient needed"]),
    (["accepted_on": ""], ["accepted_on needed"]),
    (["track": "民事"], ["track unknown-code"]), (["groups": "woman;x"], ["groups unknown-code"]),
    (["stage": "x", "grade": "A"], ["stage unknown-code", "grade unknown-code"]),
    (["result": "胜诉"], ["result unknown-code"]), (["result": "acquitted"], ["result wrong-result"]),
    (["stage": "enforcement", "result": "claimsWhole"], ["result wrong-result"]),
    (["result": "other"], ["outcome needed"]),
    (["township": "无此镇"], ["township unknown-township"]),
    (["closed_on": "2015-02-30"], ["closed_on no-day"]), (["archived_on": "2016-01-16"], ["archived_on future"]),
    (["assigned_on": "2015-03-01"], ["assigned_on order"]), (["archived_on": "2015-05-31"], ["archived_on order"]),
    (["heard_on": "2015-03-01;2015-05-06"], ["heard_on hearing-before-acceptance"]),
    (["observed_on": "2015-05-07"], ["observed_on no-hearing"]),
    (["recipient_id": "110105194912310021"], ["recipient_id identity-number"]),
    (["recovered": "-1"], ["recovered money"]), (["recovered": "1.005"], ["recovered money"]),
    (["undertaker_kind": ""], ["undertaker_kind needed"]),
  ]

  @Test func everyRuleIsToldAndNothingIsImported() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    let file = try ledger.csv([[:]] + Self.rules.map(\.changes))
    let events = try await office.count("event")
    let report = try await office.load(file)
    let expected = Self.rules.enumerated().flatMap { index, rule in rule.faults.map { "\(index + 3) \($0)" } }
    #expect(report.faults.map { "\($0.line) \($0.column) \($0.key)" } == expected)
    #expect(report.faults.allSatisfy { !$0.reason.zh.isEmpty && !$0.reason.en.isEmpty })
    #expect(report.refused == Self.rules.count && report.imported == 0)
    #expect(try await office.count("aid_case") == 0)
    #expect(try await office.count("event") == events)
  }

  @Test func aRepeatedNumberMustSayTheSame() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    let same = ["number": "1"]
    let twice = try await office.load(ledger.csv([same, same]))
    #expect(twice.imported == 1 && twice.known == 1)
    let other = try await office.load(ledger.csv([["number": "2"], ["number": "2", "cause": "工伤"]]))
    #expect(other.faults.map { "\($0.line) \($0.key) \($0.value)" } == ["3 repeated-number 2"])
    #expect(other.imported == 0)
  }

  @Test func aNumberOnRecordMustSayTheSame() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    _ = try await office.load(ledger.csv([[:]]))
    let report = try await office.load(ledger.csv([["cause": "工伤"], [:]]))
    #expect(report.faults.map { "\($0.line) \($0.column) \($0.key)" } == ["2 number taken-number"])
    #expect(try await office.count("aid_case") == 1)
  }

  /// A case that lived on after its import is still known by its row.
  @Test func aCaseThatLivedOnIsStillKnown() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    let file = try ledger.csv([["archived_on": ""]])
    _ = try await office.load(file)
    _ = try await office.services.database.write(serial: office.county.uuid) {
      try $0.run("UPDATE aid_case SET state = 'dossierSubmitted', version = version + 1")
    }
    #expect(try await office.load(file).known == 1)
  }

  @Test func columnsAreRefusedByName() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    let report = try await office.load(ledger.csv([[:]], columns: ["number", "姓名", "track", "form", "cause"]))
    #expect(report.imported == 0)
    #expect(
      report.faults.map { "\($0.line) \($0.column) \($0.key)" } == [
        "1 姓名 unknown-column", "1 recipient missing-column", "1 accepted_on missing-column",
      ])
  }

  @Test func columnsStandInAnyOrder() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    #expect(try await office.load(ledger.csv([[:]], columns: ImportLedger.columns.reversed())).imported == 1)
  }

  @Test func aTrialRunImportsNothing() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    let report = try await office.load(ledger.csv([[:], [:]]), dryRun: true)
    #expect(report.good == 2 && report.imported == 0)
    #expect(try await office.count("aid_case") == 0)
  }

  /// The file of refused rows says why, and imports once it is corrected.
  @Test func refusedRowsCanBeCorrectedAndImported() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    let out = ledger.path("bad.csv")
    let bad = ["township": "无此镇", "cause": "=1+1，“引号\"", "recovered": "1.234"]
    let report = try await office.load(ledger.csv([[:], bad]), skipBad: out)
    #expect(report.imported == 1 && report.refused == 1 && report.faults.count == 2)

    let again = try await office.load(out)
    #expect(
      again.imported == 0 && again.refused == 1, "uncorrected it is refused again, its reasons being no column")
    let text = try ledger.text("bad.csv")
    #expect(text.contains("township：本县没有登记这个乡镇"))
    let mended = text.replacing("无此镇", with: "清水镇").replacing("1.234", with: "1.23")
    #expect(try await office.load(ledger.write(Array(mended.utf8))).imported == 1)
    #expect(try await office.value("SELECT cause FROM aid_case WHERE township = '清水镇'") == "=1+1，“引号\"")
  }

  @Test func aRowOutOfStepIsRefused() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    let csv = "number,track,form,cause,recipient,accepted_on\n1,civil,mediationAgency,a,b,2015-01-01,,x\n"
    #expect(try await office.load(ledger.write(Array(csv.utf8))).faults.map(\.key) == ["surplus"])
  }

  @Test func whatIsNoTableIsRefused() async throws {
    let (office, ledger) = (try await TestOffice.forImport(), try ImportLedger())
    let csv = Array("number,track\n\"1,civil\n".utf8)
    await #expect(throws: Refusal.self) { try await office.load(ledger.write(csv)) }
    #expect(try await office.load(ledger.write([])).faults.map(\.key).contains("missing-column"))
  }

  /// One transaction: what fails at its last row leaves nothing of the first.
  @Test(arguments: TestOffice.Engine.allCases)
  func brokenOffHalfWayNothingIsImported(_ engine: TestOffice.Engine) async throws {
    let (office, ledger) = (try await TestOffice.forImport(engine), try ImportLedger())
    _ = try await office.load(ledger.csv([["number": "9"]]))
    let tables = ["event", "aid_case", "person", "hearing", "agency", "number_register"]
    var before: [Int] = []
    for table in tables { before.append(try await office.count(table)) }
    let context = ImportContext(townships: ["河东镇"], today: .literal(2016, 1, 15))
    let rows = try ["7", "8", "9"].map { number in
      let record = ImportLedger.row.merging(["number": number, "recipient_id": "", "unit": "新所\(number)"]) { $1 }
      return try ImportRowReader.read(record: record, line: 2, context: context).get()
    }
    await #expect(throws: StorageError.self) {
      try await ActionRunner(office.services).run(
        ImportCaseBatch(rows: rows, fileSHA256: ""), as: .system(office.county))
    }
    for (table, count) in zip(tables, before) { #expect(try await office.count(table) == count, "\(table)") }
  }
}
