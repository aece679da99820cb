import Cases
package import Kernel
import Localization
package import Registry
package import Sheets
import Storage
import WorkCalendar

/// 导入通知 · Notice import: an organ's list, checked whole and then registered whole. Refuses the lot when one row is bad;
/// what is on record already, by the organ's number, the person and the stage, is said and passed over, so that the same
/// file again changes nothing.
package enum NoticeImport {
  package static func run(
    _ file: ImportFile, dryRun: Bool = false, encoding: TextEncoding? = nil, as principal: Principal,
    runner: ActionRunner, _ submission: Submission = .none
  ) async throws -> NoticeImportReport {
    let table = try file.table(encoding)
    let now = runner.services.clock.now()
    let keys = runner.services.keys
    let (list, known) = try await runner.services.database.read { reader in
      var list = OrganList(
        table, townships: try AgencyTable.townships(principal.county, reader), at: now)
      var found: [ListedNotice] = []
      for row in list.rows {
        guard let known = try row.notice.known(in: principal.county, keys, reader) else { continue }
        if known.isHandedBack {
          list.refuse(row, RegisterNotice.handedBack(known.number))
        } else {
          found.append(ListedNotice(row.line, known))
        }
      }
      return (list, found)
    }
    var report = NoticeImportReport(rows: table.records.count, known: known, faults: list.faults)
    let fresh = list.rows.filter { row in !known.contains { $0.line == row.line } }
    guard list.faults.isEmpty, !dryRun, !fresh.isEmpty else { return report }
    let done = try await runner.run(
      RegisterNotices(rows: fresh, fileSHA256: file.sha256), as: principal, submission)
    report.registered = done.registered
    report.known = (known + done.known).sorted { $0.line < $1.line }
    return report
  }
}

/// 清单中的通知 · A row of the list, and the case it is.
package struct ListedNotice: Sendable, Hashable, Codable {
  package let line: Int
  package let aidCase: CaseID
  package let number: String

  init(_ line: Int, _ known: KnownNotice) {
    self.line = line
    aidCase = known.aidCase
    number = known.number
  }
}

/// 导入结果 · What became of the rows of a list.
package struct NoticeImportReport: Sendable, Hashable {
  /// Rows read, the header not among them.
  package let rows: Int
  /// None in a trial run or when anything was refused.
  package fileprivate(set) var registered: [ListedNotice] = []
  package fileprivate(set) var known: [ListedNotice]
  package let faults: [ImportFault]

  init(rows: Int, known: [ListedNotice], faults: [ImportFault]) {
    self.rows = rows
    self.known = known
    self.faults = faults
  }
}
