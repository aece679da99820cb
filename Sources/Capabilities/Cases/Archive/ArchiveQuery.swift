import Kernel
import Localization
import Registry
import Storage
import Web
import WorkCalendar

/// 档案查询 · Archive query: what the list of the archive is asked for.
struct ArchiveQuery: Sendable {
  enum Standing: String, Sendable, CaseIterable {
    case lent, overdue, expired, destroyed

    var name: Text {
      switch self {
      case .lent: Text("借出", "Lent")
      case .overdue: Text("逾期未还", "Overdue")
      case .expired: Text("保管到期", "Past its time")
      case .destroyed: Text("已销毁", "Destroyed")
      }
    }
  }

  let list: ListQuery
  let text: String
  let year: Int?
  let retention: RetentionClass?
  let standing: Standing?

  init(_ request: WebRequest) {
    let fields = request.query
    list = ListQuery(request, sorts: [], filters: ["text", "year", "retention", "standing"])
    text =
      fields.problem("text") == nil && fields["text"].utf8.count <= 400
      ? fields["text"].filter { !$0.isNewline } : ""
    year = Int(fields["year"]).flatMap { (1980...2200).contains($0) ? $0 : nil }
    retention = RetentionClass(rawValue: fields["retention"])
    standing = Standing(rawValue: fields["standing"])
  }

  func condition(on today: Day, for principal: Principal) -> SQL {
    var sql: SQL = "\(principal.sight("aid_case")) AND aid_case.state = \(CaseState.archived)"
    if !text.isEmpty {
      sql += " AND (aid_case.archive_number = \(text) OR aid_case.number = \(text)"
      sql += " OR aid_case.recipient_name >= \(text) AND aid_case.recipient_name < \(text + "\u{10FFFF}")"
      sql += " AND \(Protection.namesMaySearch("recipient.protection", principal)))"
    }
    if let year {
      sql += " AND archived_on BETWEEN \(Day.literal(year, 1, 1)) AND \(Day.literal(year, 12, 31))"
    }
    if let retention { sql += " AND retention = \(retention)" }
    switch standing {
    case .lent: sql += " AND archive_loan.due_on IS NOT NULL"
    case .overdue: sql += " AND archive_loan.due_on < \(today)"
    case .expired: sql += " AND destroyed_on IS NULL AND \(AppraisalTable.isExpired(on: today))"
    case .destroyed: sql += " AND destroyed_on IS NOT NULL"
    case nil: break
    }
    return sql
  }
}

/// 在库档案 · One line of the archive's list.
struct ArchivedFile: Sendable {
  let aidCase: CaseID
  let number: String
  let archiveNumber: String
  let recipientName: String
  let archivedOn: Day?
  let retention: RetentionClass?
  let place: String
  let lentUntil: Day?
  let destroyedOn: Day?

  init(_ row: Row, for principal: Principal) throws {
    aidCase = try row.get("id")
    number = try row.get("number")
    archiveNumber = try row.get("archive_number", as: String?.self) ?? number
    recipientName = try Protection(row).name(row.get("recipient_name"), to: principal)
    archivedOn = try row.get("archived_on")
    retention = try row.get("retention")
    place = [try row.get("shelf", as: String?.self), try row.get("box", as: String?.self)].compactMap(\.self)
      .filter { !$0.isEmpty }.joined(separator: " · ")
    lentUntil = try row.get("due_on")
    destroyedOn = try row.get("destroyed_on")
  }
}

extension ArchiveTable {
  /// One page of the list, the latest archived first, and how many there are.
  static func list(
    _ query: ArchiveQuery, on today: Day, for principal: Principal, _ reader: any Reader
  ) throws -> (files: [ArchivedFile], total: Int) {
    let source: SQL =
      """
      FROM aid_case JOIN person recipient ON recipient.id = aid_case.recipient
        LEFT JOIN archive_entry ON archive_entry.aid_case = aid_case.id
        LEFT JOIN archive_loan ON archive_loan.aid_case = aid_case.id AND archive_loan.state = \(LoanState.lent)
      WHERE \(query.condition(on: today, for: principal))
      """
    let files = try reader.rows(
      """
      SELECT aid_case.id, aid_case.number, archive_number, recipient_name, recipient.protection, archived_on,
        retention, shelf, box, archive_loan.due_on, destroyed_on \(source)
      ORDER BY archived_on DESC, aid_case.id DESC LIMIT \(query.list.size) OFFSET \(query.list.offset)
      """
    ).map { try ArchivedFile($0, for: principal) }
    return (files, try reader.value("SELECT COUNT(*) \(source)") ?? 0)
  }
}
