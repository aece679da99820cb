import App
import ArgumentParser
import Cases
import Foundation
import Kernel
import Registry
import Sheets
import WorkCalendar

/// 导入 · import: records from files of other systems.
struct ImportVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入 · Imports records from CSV or XLSX", subcommands: [ImportCases.self])
}

/// 导入案件 · import cases: an old ledger; all of it or, with the bad rows put aside, the rest.
struct ImportCases: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases", abstract: "案件 · Imports the cases of an old ledger, CSV or XLSX")
  @OptionGroup var place: OfficeOptions
  @Argument(help: "The columns are in docs/contracts.md, Importing cases.") var file: String
  @Flag(help: "Checks every row and imports none.") var dryRun = false
  @Option(help: "Imports the good rows and writes the others there, with their reasons.") var skipBad: String?
  @Option(help: "utf-8, gb18030, utf-16le or utf-16be; found out unless given.") var encoding: String?

  func run() async throws {
    let encoding = try encoding.map(Self.encoding)
    let office = try await place.open()
    let county = try await office.onlyCounty()
    let today = county.businessDay ?? office.services.clock.today
    let report = try await CaseImport.run(
      file: file, dryRun: dryRun, skipBad: skipBad, encoding: encoding, county: county.id,
      runner: office.at(.on(today)).runner)
    try await office.finish()
    for warning in report.warnings { Report.error(line(warning, Self.warning)) }
    for fault in report.faults { Report.error(line(fault, "")) }
    print(
      """
      读取 read: \(report.rows)  导入 imported: \(report.imported)  已有 already there: \(report.known)  \
      问题行 refused: \(report.refused)
      """)
    if !report.faults.isEmpty, skipBad == nil || report.rows == 0 { throw ExitCode(1) }
  }

  private static let warning = "提醒 warning: "

  private func line(_ fault: ImportFault, _ kind: String) -> String {
    let value = fault.value.isEmpty ? "" : " “\(fault.value)”"
    return "\(file):\(fault.line): \(kind)\(fault.column)\(value): \(Report.both(fault.reason))"
  }

  private static func encoding(_ name: String) throws -> TextEncoding {
    guard let encoding = TextEncoding(name: name) else {
      throw ValidationError("--encoding \(name): utf-8, gb18030, utf-16le or utf-16be")
    }
    return encoding
  }
}
