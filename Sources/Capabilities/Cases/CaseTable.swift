import Intake
package import Kernel
import Registry
package import Storage
package import WorkCalendar

/// 案件表 · Every statement that reads cases, and the one that changes them.
package enum CaseTable {
  private static let selection: SQL =
    """
    SELECT aid_case.id, aid_case.county, aid_case.number, aid_case.origin, aid_case.owner, aid_case.unit,
      aid_case.undertaker, aid_case.undertaker_kind, aid_case.application, aid_case.matter, aid_case.recipient, aid_case.recipient_name,
      aid_case.groups, aid_case.township, aid_case.track, aid_case.form, aid_case.stage, aid_case.cause,
      aid_case.situations, aid_case.organ, aid_case.organ_case,
      aid_case.rule_set, aid_case.state, aid_case.ended, aid_case.accepted_on, aid_case.assigned_on,
      aid_case.engaged_on, aid_case.closed_on, aid_case.closing_basis, aid_case.result, aid_case.outcome,
      aid_case.recovered_fen,
      aid_case.dossier_submitted_on, aid_case.dossier_accepted_on, aid_case.archived_on, aid_case.archive_number,
      aid_case.retention, aid_case.is_imported, aid_case.version,
      agency.name AS unit_name, legal_aid_person.name AS undertaker_name, recipient.protection,
      co_undertaker.person AS co_undertaker, beside.name AS co_undertaker_name,
      \(CaseRecipientTable.count) AS recipients
    """
  private static let source: SQL = "FROM aid_case \(joined)"
  private static let joined: SQL =
    """
    JOIN person recipient ON recipient.id = aid_case.recipient LEFT JOIN agency ON agency.id = aid_case.unit
      LEFT JOIN legal_aid_person ON legal_aid_person.id = aid_case.undertaker
      LEFT JOIN co_undertaker ON co_undertaker.record = aid_case.id
      LEFT JOIN legal_aid_person beside ON beside.id = co_undertaker.person
    """

  /// 本人承办 · The cases that somebody undertakes, alone or beside another, as a condition on `aid_case`.
  static func undertaken(by person: LegalAidPersonID) -> SQL {
    "(aid_case.undertaker = \(person) OR aid_case.id IN \(CoUndertakerTable.records(of: person)))"
  }

  /// 待提交卷宗 · Leaves out the terminated cases on which no time for the dossier runs, where a waiting clock is read along.
  static let owesDossier: SQL = "(aid_case.state <> \(CaseState.terminated) OR deadline.rule_key = 'TL18')"

  /// 步骤期限 · The clock of the step a case is at; that of a replacement runs beside it.
  static let clockOfStep: SQL = "deadline.rule_key <> 'TL14'"
  static let clockOfReplacement: SQL = "deadline.rule_key = 'TL14'"

  /// A case within what the principal may see; anything else is not found.
  package static func one(_ id: CaseID, for principal: Principal, _ reader: any Reader) throws -> AidCase {
    try first("aid_case.id = \(id)", for: principal, reader)
  }

  package static func numbered(_ number: String, for principal: Principal, _ reader: any Reader) throws -> AidCase {
    try first("aid_case.number = \(number)", for: principal, reader)
  }

  package static func of(
    _ application: ApplicationID, for principal: Principal, _ reader: any Reader
  ) throws -> [AidCase] {
    try cases(
      principal.sight("aid_case") + " AND aid_case.application = \(application) ORDER BY aid_case.id", principal,
      reader)
  }

  /// 同一事项的案件 · The cases of one matter, one for each stage, the first one first.
  package static func of(_ matter: MatterID, for principal: Principal, _ reader: any Reader) throws -> [AidCase] {
    try cases(
      principal.sight("aid_case") + " AND aid_case.matter = \(matter)"
        + " ORDER BY aid_case.accepted_on, aid_case.id LIMIT 100", principal, reader)
  }

  /// A person's cases, those of a group among them, newest first.
  package static func of(_ person: PersonID, for principal: Principal, _ reader: any Reader) throws -> [AidCase] {
    let matters: SQL =
      """
      SELECT id FROM matter WHERE county = \(principal.county) AND recipient = \(person)
      UNION SELECT matter FROM party WHERE county = \(principal.county) AND person = \(person)
        AND role = \(PartyRole.recipient)
      """
    return try cases(
      principal.sight("aid_case") + " AND aid_case.matter IN (\(matters))"
        + " ORDER BY aid_case.accepted_on DESC, aid_case.id DESC LIMIT 100", principal, reader)
  }

  /// For the search index: whoever sees it is asked there. The county is looked at afterwards: beside a list of keys it
  /// would have SQLite read all cases of a county that has grown since its statistics were made.
  static func all(_ ids: [CaseID], in county: CountyID, _ reader: any Reader) throws -> [AidCase] {
    try cases("aid_case.id IN \(list: ids) ORDER BY aid_case.id", .system(county), reader)
      .filter { $0.county == county }
  }

  /// One page of a list, newest first; one more row than the page holds tells that there is a next.
  package static func list(_ query: CaseQuery, for principal: Principal, _ reader: any Reader) throws -> [AidCase] {
    var condition = principal.sight("aid_case")
    if let state = query.state { condition += " AND aid_case.state = \(state)" }
    if let unit = query.unit { condition += " AND aid_case.unit = \(unit)" }
    if !query.text.isEmpty {
      let end = query.text + "\u{10FFFF}"
      condition += " AND (aid_case.number = \(query.text)"
      condition += " OR aid_case.recipient_name >= \(query.text) AND aid_case.recipient_name < \(end)"
      condition += " AND " + Protection.namesMaySearch("recipient.protection", principal)
      condition += " OR aid_case.cause >= \(query.text) AND aid_case.cause < \(end))"
    }
    if let after = query.after {
      condition += " AND (aid_case.accepted_on < \(after.acceptedOn)"
      condition += " OR aid_case.accepted_on = \(after.acceptedOn) AND aid_case.id < \(after.id))"
    }
    let walked =
      try isCommon(query.text, in: principal.county, reader)
      ? reader.dialect.searched("aid_case", common: newest(for: principal)) : "aid_case"
    return try reader.rows(
      """
      \(selection) FROM \(walked) \(joined) WHERE \(condition)
      ORDER BY aid_case.accepted_on DESC, aid_case.id DESC LIMIT \(query.size + 1)
      """
    ).map { try AidCase($0, for: principal) }
  }

  /// 常见的词 · Whether so many cases begin like this that going through the newest finds a page sooner than sorting all.
  private static func isCommon(_ text: String, in county: CountyID, _ reader: any Reader) throws -> Bool {
    guard !text.isEmpty, reader.dialect == .sqlite else { return false }
    let most = 2_000
    func count(_ column: SQL) -> SQL {
      """
      (SELECT COUNT(*) FROM (SELECT 1 FROM aid_case WHERE county = \(county) AND \(column) >= \(text)
        AND \(column) < \(text + "\u{10FFFF}") LIMIT \(most)))
      """
    }
    let known: Int? = try reader.value("SELECT \(count("recipient_name")) + \(count("cause"))")
    return known ?? 0 >= most
  }

  /// The index in which somebody's cases stand with the newest first.
  private static func newest(for principal: Principal) -> String {
    switch principal.agencyKind {
    case .bureau, .centre: "case_newest"
    case .station, .organ: "case_newest_by_origin"
    case .lawFirm, .grassrootsOffice: "case_newest_by_unit"
    }
  }

  /// 待办 · Cases in a state with the clock that runs on each, the most urgent first.
  static func waiting(
    _ states: [CaseState], and condition: SQL = "1 = 1", clock: SQL = CaseTable.clockOfStep,
    for principal: Principal, rows: Int = WorkItemSource.most, after: Int = 0, _ reader: any Reader
  ) throws -> [(aidCase: AidCase, clock: Clock?)] {
    try reader.rows(
      selection + ", deadline.rule_key, deadline.due_on, deadline.is_provisional " + source
        + whose(states, condition, clock, principal)
        + " ORDER BY deadline.due_on NULLS LAST, aid_case.id LIMIT \(rows) OFFSET \(after)"
    ).map { (try AidCase($0, for: principal), try Clock($0)) }
  }

  /// How many there are of them.
  static func countWaiting(
    _ states: [CaseState], and condition: SQL, for principal: Principal, _ reader: any Reader
  ) throws -> Int {
    try reader.value(
      "SELECT COUNT(*) FROM aid_case" + whose(states, condition, clockOfStep, principal), as: Int.self) ?? 0
  }

  private static func whose(_ states: [CaseState], _ condition: SQL, _ clock: SQL, _ principal: Principal) -> SQL {
    " LEFT JOIN deadline ON deadline.subject_kind = 'case' AND deadline.subject_id = aid_case.id"
      + " AND deadline.done_on IS NULL AND \(clock) WHERE " + principal.sight("aid_case")
      + " AND aid_case.state IN \(list: states) AND \(condition)"
  }

  /// Changes a row; its version and last event always go along.
  static func update(_ id: CaseID, set changes: SQL, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE aid_case SET \(changes), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(id) AND county = \(context.county)
      """)
  }

  /// 案件有了附属记录 · Something was added to a case: of two who saw it as it was before only one adds.
  package static func touch(_ id: CaseID, in context: ActionContext) throws {
    try update(id, set: "state = state", in: context)
  }

  /// Where a case stands, whoever asks.
  static func state(of id: CaseID, _ reader: any Reader) throws -> CaseState? {
    try reader.value("SELECT state FROM aid_case WHERE id = \(id)")
  }

  /// How many cases a unit still handles; the archive and what ended do not count.
  static func unfinished(of unit: AgencyID, _ reader: any Reader) throws -> Int {
    try reader.value(
      """
      SELECT COUNT(*) FROM aid_case WHERE unit = \(unit) AND archived_on IS NULL
        AND state <> \(CaseState.archived) AND state <> \(CaseState.terminated)
      """) ?? 0
  }

  private static func first(
    _ condition: SQL, for principal: Principal, _ reader: any Reader
  ) throws -> AidCase {
    guard let found = try cases(principal.sight("aid_case") + " AND " + condition, principal, reader).first else {
      throw Refusal.notFound
    }
    return found
  }

  private static func cases(
    _ condition: SQL, _ principal: Principal, _ reader: any Reader
  ) throws -> [AidCase] {
    try reader.rows(selection + " " + source + " WHERE " + condition).map { try AidCase($0, for: principal) }
  }
}

/// 案件查询 · Case query: what a list of cases is asked for, and where its page begins.
package struct CaseQuery: Sendable {
  package struct Cursor: Sendable, Hashable {
    package let acceptedOn: Day
    package let id: CaseID
  }

  package var state: CaseState?
  package var unit: AgencyID?
  /// The number whole, or the beginning of the recipient's name or the cause.
  package var text = ""
  package var after: Cursor?
  /// Rows of one page.
  package var size = 50

  package init(state: CaseState? = nil, unit: AgencyID? = nil, text: String = "", after: Cursor? = nil) {
    self.state = state
    self.unit = unit
    self.text = text
    self.after = after
  }
}

/// 运行期限 · The clock that runs on a listed case.
struct Clock: Sendable {
  let key: String
  let dueOn: Day?
  let isProvisional: Bool

  init?(_ row: Row) throws {
    guard let key: String = try row.get("rule_key") else { return nil }
    self.key = key
    dueOn = try row.get("due_on")
    isProvisional = try row.get("is_provisional")
  }
}

extension ActionContext {
  /// The case an action is about: in scope, as it was shown, and where the step leads it.
  func aidCase(_ id: CaseID, _ step: CaseStep) throws -> (aidCase: AidCase, next: CaseState) {
    let found = try CaseTable.one(id, for: principal, tx)
    try requireVersion(found.version)
    return (found, try CaseLifecycle.table.next(step, from: found.state, by: principal))
  }
}
