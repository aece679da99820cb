import Kernel
import Localization
import Registry
import Storage
import Web
import WorkCalendar

/// 转出的申请 · Forwarded list: what an office has forwarded, the latest first. To be looked at only: of the application it
/// shows the number, the masked name, the cause and where it stands, whoever has it now.
struct ForwardingList: Sendable {
  struct Line: Sendable {
    let application: ApplicationID
    let number: String
    let maskedName: String
    let cause: String
    let state: ApplicationState
    let senderName: String
    let receiverName: String
    let forwardedOn: Day
    let forwardedBy: String
    let note: PaperID
    /// The note is made and can be printed.
    let isNoteMade: Bool
    /// Whoever looks sees the application all the same, as a centre sees those of its stations.
    let isWithinScope: Bool
  }

  let lines: [Line]
  let total: Int

  static func load(_ query: ListQuery, for principal: Principal, _ reader: any Reader) throws -> ForwardingList {
    let source: SQL =
      """
      FROM forwarding f JOIN aid_application a ON a.id = f.application
      WHERE f.county = \(principal.county) AND f.sender IN \(list: principal.agencies)
        AND \(principal.unconcealed("a"))
      """
    let rows = try reader.rows(
      """
      SELECT f.*, COALESCE(a.number, a.receipt_number) AS number, p.name, a.cause, a.state,
        s.name AS sender_name, r.name AS receiver_name,
        CASE WHEN w.file_sha256 IS NULL THEN 0 ELSE 1 END AS is_note_made,
        CASE WHEN \(principal.scope("a")) THEN 1 ELSE 0 END AS is_within
      FROM (SELECT f.id \(source) ORDER BY f.forwarded_on DESC, f.id DESC LIMIT \(query.size) OFFSET \(query.offset)) found
      JOIN forwarding f ON f.id = found.id JOIN aid_application a ON a.id = f.application
      JOIN person p ON p.id = a.applicant JOIN agency s ON s.id = f.sender JOIN agency r ON r.id = f.receiver
      JOIN paper w ON w.id = f.note
      ORDER BY f.forwarded_on DESC, f.id DESC
      """)
    let total: Int? = try reader.value("SELECT COUNT(*) \(source)")
    return ForwardingList(lines: try rows.map(Line.init), total: total ?? 0)
  }
}

extension ForwardingList.Line {
  fileprivate init(_ row: Row) throws {
    application = try row.get("application")
    number = try row.get("number")
    maskedName = Format.mask(name: try row.get("name"))
    cause = try row.get("cause")
    state = try row.get("state")
    senderName = try row.get("sender_name")
    receiverName = try row.get("receiver_name")
    forwardedOn = try row.get("forwarded_on")
    forwardedBy = try row.get("forwarded_by")
    note = try row.get("note")
    isNoteMade = try row.get("is_note_made")
    isWithinScope = try row.get("is_within")
  }
}
