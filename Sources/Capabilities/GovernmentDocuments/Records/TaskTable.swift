package import Kernel
package import Storage
import WorkCalendar

extension Principal {
  /// The bureau and the centre lead the work; everybody else sees what is his unit's or his own.
  var seesEveryTask: SQL { agencyKind == .bureau || agencyKind == .centre ? "1 = 1" : "1 = 0" }
}

/// 任务表 · Every statement that reads and changes the tasks of government documents.
package enum TaskTable {
  static let columns: SQL =
    """
    t.*, d.number AS document_number, d.title AS document_title, a.name AS agency_name, u.name AS person_name,
    (SELECT COUNT(*) FROM attachment f WHERE f.subject_kind = 'implementationTask' AND f.subject_id = t.id) AS files
    """
  static let source: SQL =
    """
    implementation_task t JOIN government_document d ON d.id = t.document LEFT JOIN agency a ON a.id = t.agency
      LEFT JOIN user_account u ON u.id = t.person
    """

  static func seen(by principal: Principal) -> SQL {
    """
    t.county = \(principal.county) AND (\(principal.seesEveryTask) OR t.agency IN \(list: principal.agencies)
      OR t.person = \(principal.user))
    """
  }

  package static func one(
    _ id: TaskID, for principal: Principal, _ reader: any Reader
  ) throws -> ImplementationTask {
    guard let row = try reader.row("SELECT \(columns) FROM \(source) WHERE t.id = \(id) AND \(seen(by: principal))")
    else { throw Refusal.notFound }
    return try ImplementationTask(row)
  }

  static func all(_ ids: [UUIDv7], _ reader: any Reader) throws -> [ImplementationTask] {
    try reader.rows("SELECT \(columns) FROM \(source) WHERE t.id IN \(list: ids) ORDER BY t.id")
      .map(ImplementationTask.init)
  }

  /// What is still to do first, each by its day.
  package static func list(
    _ conditions: SQL, limit: Int, offset: Int = 0, _ reader: any Reader
  ) throws -> (all: [ImplementationTask], total: Int) {
    let rows = try reader.rows(
      """
      SELECT \(columns), COUNT(*) OVER () AS total FROM \(source) WHERE \(conditions)
      ORDER BY CASE t.state WHEN 'open' THEN 0 WHEN 'reported' THEN 1 WHEN 'done' THEN 2 ELSE 3 END, t.due_on, t.id
      LIMIT \(limit) OFFSET \(offset)
      """)
    return (try rows.map(ImplementationTask.init), try rows.first?.get("total") ?? 0)
  }

  /// What waits for somebody to do it and report: what he is named for, else what is his unit's, and what bodies outside
  /// do for which he set the task.
  static func toReport(_ principal: Principal, _ reader: any Reader) throws -> [ImplementationTask] {
    try list(
      """
      t.county = \(principal.county) AND t.state = \(TaskState.open) AND (t.person = \(principal.user)
        OR t.person IS NULL AND t.agency = \(principal.agency) OR t.agency IS NULL AND t.setter = \(principal.user))
      """, limit: WorkItemSource.most, reader
    ).all
  }

  /// What waits to be confirmed by whoever set it; by the others who may, where he reported it himself.
  static func toConfirm(_ principal: Principal, _ reader: any Reader) throws -> [ImplementationTask] {
    try list(
      """
      t.county = \(principal.county) AND t.state = \(TaskState.reported) AND t.reporter <> \(principal.user)
        AND (t.setter = \(principal.user) OR t.setter = t.reporter)
      """, limit: WorkItemSource.most, reader
    ).all
  }

  /// Everything that was done and said, the newest first.
  package static func entries(of id: TaskID, _ reader: any Reader) throws -> [TaskEntry] {
    try reader.rows(
      "SELECT kind, words, by_name, at FROM implementation_entry WHERE task = \(id) ORDER BY at DESC, id DESC"
    ).map(TaskEntry.init)
  }

  static func insert(_ told: TaskTold, of document: DocumentID, in context: ActionContext) throws -> TaskID {
    guard let setter = context.principal.user else { throw Refusal.notAllowed }
    let id = TaskID()
    try context.tx.run(
      """
      INSERT INTO implementation_task (id, county, document, duty, agency, person, outside, due_on, state, setter,
        version, last_event)
      VALUES (\(id), \(context.county), \(document), \(told.duty), \(told.agency), \(told.person), \(told.outside),
        \(told.dueOn), \(TaskState.open), \(setter), 1, \(context.eventNumber))
      """)
    return id
  }

  static func update(_ id: TaskID, set changes: SQL, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE implementation_task SET \(changes), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(id) AND county = \(context.county)
      """)
  }

  static func keep(_ kind: String, _ words: String?, of id: TaskID, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO implementation_entry (id, county, task, kind, words, by_name, at, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(id), \(kind), \(words), \(context.principal.name), \(context.now),
        \(context.eventNumber))
      """)
  }
}

extension ActionContext {
  /// The task that a step is taken on, in scope and as it was shown, and where the step leads.
  func task(_ id: TaskID, _ step: TaskStep) throws -> (ImplementationTask, TaskState) {
    let found = try TaskTable.one(id, for: principal, tx)
    try requireVersion(found.version)
    return (found, try TaskLifecycle.table.next(step, from: found.state, by: principal))
  }

  /// Keeps what was said at a step and records it, naming the document, the unit and the person, who are told of it.
  func recordTask(
    _ kind: String, _ id: TaskID, of document: DocumentID, _ told: TaskTold, words: String? = nil,
    facts: [String: EventValue] = [:]
  ) throws {
    try TaskTable.keep(kind, words, of: id, in: self)
    let told: [Subject] = [told.agency.map { .agency($0) }, told.person.map { .user($0) }].compactMap(\.self)
    record(kind, .implementationTask(id), also: [.governmentDocument(document)] + told, facts: facts)
  }
}
