import App
import ArgumentParser
import Cases
import DefenceNotices
import Foundation
import Kernel
import Registry
import Sheets
import WorkCalendar

/// 导入 · import: records from files of other systems.
struct ImportVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入 · Imports records from CSV or XLSX",
    subcommands: [ImportCases.self, ImportNotices.self])
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
    let encoding = try encoding.map(TextEncoding.init(told:))
    let office = try await place.open()
    let county = try await office.onlyCounty()
    let today = county.businessDay ?? office.services.clock.today
    let report = try await CaseImport.run(
      file: file, dryRun: dryRun, skipBad: skipBad, encoding: encoding, county: county.id,
      runner: office.at(.on(today)).runner)
    try await office.finish()
    for warning in report.warnings { Report.error(warning.line(of: file, "提醒 warning: ")) }
    for fault in report.faults { Report.error(fault.line(of: file)) }
    print(
      """
      读取 read: \(report.rows)  导入 imported: \(report.imported)  已有 already there: \(report.known)  \
      问题行 refused: \(report.refused)
      """)
    if !report.faults.isEmpty, skipBad == nil || report.rows == 0 { throw ExitCode(1) }
  }
}

/// 导入通知 · import notices: an organ's list of notices, all of it or nothing.
struct ImportNotices: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notices", abstract: "通知 · Registers the notices of an organ's list, CSV or XLSX")
  @OptionGroup var place: OfficeOptions
  @Argument(help: "The columns are in docs/contracts.md, Importing notices.") var file: String
  @Flag(help: "Checks every row and registers none.") var dryRun = false
  @Option(help: "utf-8, gb18030, utf-16le or utf-16be; found out unless given.") var encoding: String?

  func run() async throws {
    let encoding = try encoding.map(TextEncoding.init(told:))
    let office = try await place.open()
    let county = try await office.onlyCounty()
    let today = county.businessDay ?? office.services.clock.today
    let report = try await NoticeImport.run(
      try ImportFile(at: file), dryRun: dryRun, encoding: encoding, as: .system(county.id),
      runner: office.at(.on(today)).runner)
    try await office.finish()
    for fault in report.faults { Report.error(fault.line(of: file)) }
    for one in report.registered { print("\(file):\(one.line): 已登记 registered: \(one.number)") }
    for one in report.known { print("\(file):\(one.line): 已有 already there: \(one.number)") }
    print(
      """
      读取 read: \(report.rows)  登记 registered: \(report.registered.count)  已有 already there: \(report.known.count)  \
      问题 faults: \(report.faults.count)
      """)
    if !report.faults.isEmpty { throw ExitCode(1) }
  }
}

extension ImportFault {
  fileprivate func line(of file: String, _ kind: String = "") -> String {
    let value = value.isEmpty ? "" : " “\(value)”"
    return "\(file):\(line): \(kind)\(column)\(value): \(Report.both(reason))"
  }
}

extension TextEncoding {
  fileprivate init(told name: String) throws {
    guard let encoding = TextEncoding(name: name) else {
      throw ValidationError("--encoding \(name): utf-8, gb18030, utf-16le or utf-16be")
    }
    self = encoding
  }
}
