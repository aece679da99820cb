package import Kernel
import Registry
package import Storage
import WorkCalendar

/// 申请表（数据） · Application table: every statement that reads applications.
package enum ApplicationTable {
  private static let selection: SQL =
    """
    SELECT a.*, p.name AS applicant_name, p.protection, o.name AS origin_name,
      \(GroupMemberTable.count) AS group_members FROM aid_application a
    JOIN person p ON p.id = a.applicant JOIN agency o ON o.id = a.origin
    """

  package static func one(
    _ id: ApplicationID, in county: CountyID, _ reader: any Reader
  ) throws -> Application {
    try found(reader.row("\(selection) WHERE a.id = \(id) AND a.county = \(county)"), for: .system(county))
  }

  /// The application if the person asking may see it; else it is not there.
  package static func one(_ id: ApplicationID, for principal: Principal, _ reader: any Reader) throws -> Application
  {
    try found(reader.row("\(selection) WHERE a.id = \(id) AND \(principal.sight("a"))"), for: principal)
  }

  /// What an application is called in a list, for whoever may see it.
  static func number(_ id: ApplicationID, for principal: Principal, _ reader: any Reader) throws -> String {
    let found = try one(id, for: principal, reader)
    return found.number ?? found.receiptNumber
  }

  /// Whether somebody may see it.
  package static func isSeen(_ id: ApplicationID, by principal: Principal, _ reader: any Reader) throws -> Bool {
    try reader.row("SELECT 1 AS seen FROM aid_application a WHERE a.id = \(id) AND \(principal.sight("a"))") != nil
  }

  /// A person's applications that somebody may see, newest first; on asking also those in which he applied along.
  package static func of(
    _ person: PersonID, along: Bool = false, for principal: Principal, _ reader: any Reader
  ) throws -> [Application] {
    let others: SQL =
      along ? " OR a.id IN (\(GroupMemberTable.applications(of: person, in: principal.county)))" : ""
    return try reader.rows(
      """
      \(selection) WHERE (a.applicant = \(person)\(others)) AND \(principal.sight("a"))
      ORDER BY a.received_on DESC, a.id DESC LIMIT 100
      """
    ).map { try Application($0, for: principal) }
  }

  /// 待初审 · What was received and nobody has looked through yet at the office where it is, the oldest first.
  static func unchecked(for principal: Principal, _ reader: any Reader) throws -> [Application] {
    try reader.rows(
      """
      \(selection) WHERE \(principal.sight("a")) AND a.state = \(ApplicationState.received)
        AND \(StepNoteTable.isUnchecked)
      ORDER BY a.received_on, a.is_priority DESC, a.id LIMIT 50
      """
    ).map { try Application($0, for: principal) }
  }

  /// What a review will ask anew, the oldest first.
  static func unreviewed(for principal: Principal, _ reader: any Reader) throws -> [Application] {
    let states: [ApplicationState] = [.received, .needsSupplement, .accepted, .underReview, .verifying]
    return try reader.rows(
      "\(selection) WHERE \(principal.sight("a")) AND a.state IN \(list: states) ORDER BY a.received_on, a.id"
    ).map { try Application($0, for: principal) }
  }

  /// 已初审 · The numbers of those chosen that this person has passed on.
  static func checked(
    _ chosen: [ApplicationID], by principal: Principal, _ reader: any Reader
  ) throws -> [String] {
    guard !chosen.isEmpty else { return [] }
    return try reader.rows(
      """
      SELECT COALESCE(a.number, a.receipt_number) AS number FROM aid_application a
      WHERE \(principal.sight("a")) AND a.id IN \(list: chosen)
        AND EXISTS (SELECT 1 FROM step_note n WHERE n.application = a.id AND n.kind = \(StepNote.Kind.preliminary)
          AND n.author = \(principal.user))
      ORDER BY a.receipt_number, a.id
      """
    ).map { try $0.get("number") }
  }

  /// For the search index and for lists of what came of them: whoever sees it is asked there. The county is looked at
  /// afterwards: beside a list of keys it would have SQLite read all applications of a county that has grown since its
  /// statistics were made.
  package static func all(_ ids: [ApplicationID], in county: CountyID, _ reader: any Reader) throws -> [Application]
  {
    try reader.rows("\(selection) WHERE a.id IN \(list: ids) ORDER BY a.id").map {
      try Application($0, for: .system(county))
    }.filter { $0.county == county }
  }

  /// 以前的申请 · What a person has applied for before, alone or along with others, newest first.
  package static func earlier(
    of person: PersonID, for principal: Principal, _ reader: any Reader
  ) throws -> [Application] {
    try reader.rows(
      """
      \(selection) WHERE a.county = \(principal.county) AND \(principal.unconcealed("a"))
        AND (a.applicant = \(person) OR a.id IN (\(GroupMemberTable.applications(of: person, in: principal.county))))
      ORDER BY a.received_on DESC, a.id DESC LIMIT 10
      """
    ).map { try Application($0, for: principal) }
  }

  private static func found(_ row: Row?, for principal: Principal) throws -> Application {
    guard let row else { throw Refusal.notFound }
    return try Application(row, for: principal)
  }
}
