import Foundation
package import Kernel
import Localization
import Registry
package import Sheets
import Storage
import WorkCalendar

/// 案件导入 · Case import: an old ledger, CSV or XLSX, checked whole and then recorded whole. Refuses the lot when one
/// row is bad, unless the bad rows may be put aside; the same file again changes nothing.
package enum CaseImport {
  /// `skipBad`: where the refused rows go, with their reasons; corrected, that file can be imported.
  package static func run(
    file: String, dryRun: Bool = false, skipBad: String? = nil, encoding: TextEncoding? = nil, county: CountyID,
    runner: ActionRunner
  ) async throws -> CaseImportReport {
    let list = try ImportFile(at: file)
    let table = try list.table(encoding)
    guard table.headerFaults.isEmpty else { return CaseImportReport(faults: table.headerFaults) }
    let check = try await check(table, county, runner.services)
    if let skipBad { try write(RefusedRows.csv(check.refused, of: table), to: skipBad) }
    let isRecorded = !dryRun && (check.refused.isEmpty || skipBad != nil)
    if isRecorded, !check.fresh.isEmpty {
      try await runner.run(
        ImportCaseBatch(rows: check.fresh, fileSHA256: list.sha256), as: .system(county))
    }
    return CaseImportReport(
      rows: table.records.count, imported: isRecorded ? check.fresh.count : 0, known: check.known,
      good: check.fresh.count, refused: check.refused.count, faults: check.faults, warnings: check.warnings)
  }

  private static func write(_ bytes: [UInt8], to file: String) throws {
    guard FileManager.default.createFile(atPath: file, contents: Data(bytes)) else {
      throw Refusal("import.unwritable", Text("不能写入文件\(file)。", "The file \(file) cannot be written."))
    }
  }

  private static func check(
    _ table: ImportTable, _ county: CountyID, _ services: Services
  ) async throws -> ImportCheck {
    let today = services.clock.today
    return try await services.database.read { reader in
      let townships = Set(try AgencyTable.townships(county, reader))
      let known = KnownCases(county: county, keys: services.keys)
      return try ImportCheck(table, ImportContext(townships: townships, today: today)) {
        try known.standings(of: $0, reader)
      }
    }
  }
}
