import Cases
import Foundation
import Kernel
import Localization
import Sheets
import Storage
import TestSupport
import WorkCalendar

/// 测试台账 · An old ledger on disk, gone with the value.
final class ImportLedger {
  static let columns = [
    "number", "track", "form", "stage", "cause", "recipient", "recipient_id", "groups", "township", "accepted_on",
    "undertaker", "undertaker_kind", "unit", "assigned_on", "heard_on", "observed_on", "closed_on", "archived_on",
    "ended", "result", "outcome", "grade", "recovered",
  ]
  static let row = [
    "number": "青援〔2015〕1号", "track": "civil", "form": "civilLitigationAgency", "stage": "firstInstance",
    "cause": "劳动报酬", "recipient": "李桂兰", "recipient_id": "11010519491231002X", "groups": "woman;elderly",
    "township": "河东镇", "accepted_on": "2015-03-02", "undertaker": "陈明", "undertaker_kind": "lawFirmLawyer",
    "unit": "明理律师事务所", "assigned_on": "2015-03-04", "heard_on": "2015-04-05;2015-05-06",
    "observed_on": "2015-05-06",
    "closed_on": "2015-06-01", "archived_on": "2015-06-30", "ended": "closed", "grade": "good",
    "recovered": "18640.5",
  ]

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func write(_ bytes: [UInt8], _ name: String = "cases.csv") throws -> String {
    try Data(bytes).write(to: URL(filePath: path(name)))
    return path(name)
  }

  /// Rows that differ from the example as told; each has its own number unless told otherwise.
  func csv(_ changes: [[String: String]], columns: [String] = columns) throws -> String {
    try write(CSVWriter(guardsFormulas: false).bytes([columns.map(Cell.text)] + Self.cells(changes, columns)))
  }

  func xlsx(_ changes: [[String: String]]) throws -> String {
    let sheet = Sheet(
      title: Text("案件", "Cases"), columns: Self.columns.map { Column($0, .same($0)) },
      rows: Self.cells(changes, Self.columns))
    return try write(TableOutput.bytes(sheet, as: .xlsx, language: .zh, created: 0), "cases.xlsx")
  }

  func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  private static func cells(_ changes: [[String: String]], _ columns: [String]) -> [[Cell]] {
    changes.enumerated().map { index, changes in
      let own = row.merging(["number": "青援〔2015〕\(index + 1)号"]) { $1 }.merging(changes) { $1 }
      return columns.map { .text(own[$0] ?? "") }
    }
  }
}

extension TestOffice {
  static let afterwards = Instant(Day.literal(2016, 1, 15), hour: 9)

  static func forImport(_ engine: Engine = .sqlite) async throws -> TestOffice {
    try await TestOffice(engine, at: afterwards, seal: false)
  }

  func load(
    _ file: String, dryRun: Bool = false, skipBad: String? = nil, encoding: TextEncoding? = nil
  ) async throws -> CaseImportReport {
    try await CaseImport.run(
      file: file, dryRun: dryRun, skipBad: skipBad, encoding: encoding, county: county,
      runner: ActionRunner(services))
  }

  func count(_ table: String) async throws -> Int {
    try await value("SELECT COUNT(*) FROM \(raw: table)", as: Int.self) ?? -1
  }
}
